"""Importing the register's workbook: read, show what would change, then write all of it or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.core.wording import folded
from guong.office.journal.services import Actor, record
from guong.office.registry.importing.columns import SHEETS
from guong.office.registry.importing.comparing import compare
from guong.office.registry.importing.lines import Lines, Preview, written
from guong.office.registry.importing.parsing import parse
from guong.office.registry.importing.placing import Scope
from guong.office.registry.importing.reading import read_sheets
from guong.office.registry.importing.recognising import Recognised, Unknown, Wording, recognise
from guong.office.registry.importing.writing import write
from guong.office.registry.models import HeadingWording, Unit
from guong.office.registry.selectors import units_in_scope

UNCLEAR = "unclear_columns"


@dataclass(frozen=True)
class Imported:
    """What an import wrote: lines that were new or changed, and people who left their unit's list."""

    units: int
    heads: int
    staff: int
    left: int
    wards: int = 0


def read_workbook(data: bytes, *, user: AbstractBaseUser | None = None) -> Preview | Refused:
    """Return what importing a workbook would do, with every fault by sheet, row and column.

    ``user`` limits it to the officer's units and gives new units their body; None (set-up, demo) limits nothing.
    Refused as a whole: as `reading.read_sheets` and `parsing.parse`, ``wrong_sheets``, and ``unclear_columns`` where
    an officer must first say which column is which (`unclear_sheets`, `learn_columns`).
    """
    today = timezone.localdate()
    lines = _lines(data, today)
    return lines if isinstance(lines, Refused) else compare(lines, scope=_scope(user), today=today)


def check_workbook(data: bytes) -> Refused | None:
    """Return what keeps a workbook from being read as a whole, None where its preview can follow; compares nothing."""
    lines = _lines(data, timezone.localdate())
    return lines if isinstance(lines, Refused) else None


def _lines(data: bytes, today: date) -> Lines | Refused:
    recognised = _recognised(data)
    if isinstance(recognised, Refused):
        return recognised
    if recognised.unknown:
        return _unclear(recognised.unknown)
    if not recognised.sheets:
        names = ", ".join(f"“{form.name}”" for form in SHEETS)
        return Refused(
            "wrong_sheets",
            f"Tệp không có trang nào là danh sách theo mẫu: {names}. Đồng chí dùng tệp mẫu để điền.",
        )
    return parse(recognised.sheets, recognised.left_out, today=today)


def unclear_sheets(data: bytes) -> tuple[Unknown, ...] | Refused:
    """Return the lists of a workbook whose columns nobody has told yet. Refused: as `reading.read_sheets`."""
    recognised = _recognised(data)
    return recognised if isinstance(recognised, Refused) else recognised.unknown


def learn_columns(*, unknown: Unknown, sheet: str, columns: Mapping[str, str], actor: Actor) -> None:
    """Remember which of a list's headings stands for which column of the template; ``sheet`` empty: leave it out.

    ``columns`` are column keys with headings as the file words them. Every list with the same headings is read so
    from now on, whoever brings it.
    """
    with transaction.atomic():
        HeadingWording.objects.update_or_create(
            fingerprint=unknown.fingerprint,
            defaults={"sheet": sheet, "columns": {key: folded(words) for key, words in columns.items()}},
        )
        what = next((f"là danh sách “{form.name}”" for form in SHEETS if form.key == sheet), "không dùng")
        text = f"Ghép cột của trang “{unknown.name}”: {what}."
        record(actor=actor, act="registry.columns", unit_key="", text=text)


def forget_columns(*, fingerprint: str, actor: Actor) -> None:
    """Forget what was learnt of a list, so that it is asked about again; safe to repeat."""
    with transaction.atomic():
        forgotten, _ = HeadingWording.objects.filter(fingerprint=fingerprint).delete()
        if forgotten:
            record(
                actor=actor,
                act="registry.columns",
                unit_key="",
                text="Bỏ cách ghép cột đã nhớ của một trang.",
            )


def apply_import(*, preview: Preview, actor: Actor) -> Imported | Refused:
    """Write a preview into the register in one transaction. Refused: ``has_errors``."""
    if preview.errors:
        return Refused("has_errors", f"Còn {len(preview.errors)} chỗ cần sửa; chưa có gì được ghi vào sổ bộ.")
    with transaction.atomic():
        left = write(preview.lines)
        done = Imported(
            written(preview.units),
            written(preview.heads),
            written(preview.staff),
            left,
            written(preview.wards),
        )
        text = (
            f"Nhập sổ bộ từ Excel: {done.units} đơn vị, {done.heads} người đứng đầu, {done.staff} cán bộ thêm mới "
            f"hoặc thay đổi, {done.wards} dòng thành phần phường, {done.left} người thôi trong danh sách."
        )
        record(actor=actor, act="registry.import", unit_key="", text=text)
    return done


def _recognised(data: bytes) -> Recognised | Refused:
    sheets = read_sheets(data)
    if isinstance(sheets, Refused):
        return sheets
    wordings = {row.fingerprint: Wording(row.sheet, row.columns) for row in HeadingWording.objects.all()}
    return recognise(sheets, wordings)


def _unclear(unknown: tuple[Unknown, ...]) -> Refused:
    first = unknown[0]
    missing = ", ".join(f"“{heading}”" for heading in first.missing)
    return Refused(
        UNCLEAR,
        f"Trang “{first.name}” ghi tên cột khác mẫu: không thấy cột {missing}. Đồng chí chỉ ra từng cột một lần.",
    )


def _scope(user: AbstractBaseUser | None) -> Scope:
    if user is None:
        roots = Unit.objects.filter(parent__isnull=True).values_list("key", flat=True)
        return Scope(
            frozenset(Unit.objects.values_list("key", flat=True)), roots[0] if len(roots) == 1 else ""
        )
    units = units_in_scope(user=user)
    bodies = units.filter(assignments__user_id=user.pk).values_list("key", flat=True)
    return Scope(frozenset(units.values_list("key", flat=True)), bodies[0] if len(bodies) == 1 else "")
