"""Nhật ký nhập phiếu giấy: totals of the double entry, never an order of sheets (DESIGN §4.5, §4.8)."""

import math
from dataclasses import dataclass

from guong.core.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    KeyValues,
    Letterhead,
    NumberedList,
    Signature,
    Table,
    header_row,
    text,
)
from guong.core.documents.parties import Conference, Person
from guong.core.paper_batch import error_bound
from guong.core.wording import in_both, in_digits


@dataclass(frozen=True)
class EntryTotals:
    """Totals of one subject: sheets counted by hand, entered, judged invalid; cells on which two typists differed.

    ``settled`` of the ``differing`` cells were settled by reading the sheet again together.
    """

    subject: str
    counted: int
    entered: int
    invalid: int
    differing: int
    settled: int


@dataclass(frozen=True)
class ScannedTotals:
    """Totals of the sheets that were scanned: rows that the machine read, rows that people were shown because it was in
    doubt, and of those it was sure of how many were drawn by lot, looked at and found wrong."""

    sheets: int
    rows_read: int
    rows_shown: int
    audited: int
    audit_wrong: int


@dataclass(frozen=True)
class EntryLog:
    """Everything that the log says. Both typists come from outside the unit (DESIGN §4.5)."""

    letterhead: Letterhead
    conference: Conference
    first_typist: Person
    second_typist: Person
    totals: tuple[EntryTotals, ...]
    invalid_reasons: tuple[tuple[str, int], ...]
    rule_set: str
    scanned: ScannedTotals | None = None
    third_verifier: Person | None = None
    remarks: tuple[str, ...] = ()


def entry_log(given: EntryLog) -> Document:
    """Return the log of entering paper sheets; it has totals by subject and no line for a single sheet."""
    return Document(
        letterhead=given.letterhead,
        kind="NHẬT KÝ",
        abstract="Nhập phiếu giấy vào hòm phiếu",
        blocks=(
            KeyValues(
                (
                    ("Hội nghị", given.conference.title),
                    ("Đơn vị", given.conference.unit),
                    ("Người nhập lần một", given.first_typist.printed),
                    ("Người nhập lần hai", given.second_typist.printed),
                    *((("Người xem thứ ba", given.third_verifier.printed),) if given.third_verifier else ()),
                )
            ),
            text(
                "Mỗi phiếu do hai người nhập độc lập; chỗ khác nhau thì hai người cùng đọc lại phiếu và thống nhất."
            ),
            _table(given.totals),
            *_invalid(given.invalid_reasons),
            *_scanned(given.scanned),
            *((NumberedList(given.remarks, numbered=False),) if given.remarks else ()),
        ),
        signatures=(
            Signature("NGƯỜI NHẬP LẦN MỘT", (given.first_typist.name,)),
            Signature("NGƯỜI NHẬP LẦN HAI", (given.second_typist.name,)),
            *((Signature("NGƯỜI XEM THỨ BA", (given.third_verifier.name,)),) if given.third_verifier else ()),
        ),
        rule_set=given.rule_set,
    )


def _table(totals: tuple[EntryTotals, ...]) -> Table:
    return Table(
        columns=(Column(55), *[Column(22, Align.CENTER)] * 5),
        header=(
            header_row(
                "Người được góp ý",
                "Đếm bằng tay",
                "Đã nhập",
                "Không hợp lệ",
                "Ô nhập khác nhau",
                "Đã thống nhất",
            ),
        ),
        rows=tuple(
            (
                Cell(row.subject),
                *(
                    Cell(in_digits(n))
                    for n in (row.counted, row.entered, row.invalid, row.differing, row.settled)
                ),
            )
            for row in totals
        ),
    )


def _invalid(reasons: tuple[tuple[str, int], ...]) -> tuple[Block, ...]:
    if not reasons:
        return ()
    found = tuple(f"{reason}: {in_both(n, 'phiếu')}." for reason, n in reasons if n)
    total = text(
        f"Phiếu không hợp lệ: {in_both(sum(n for _, n in reasons), 'phiếu')}{', gồm:' if found else '.'}"
    )
    return (total, NumberedList(found, numbered=False)) if found else (total,)


def _scanned(totals: ScannedTotals | None) -> tuple[Block, ...]:
    """What the machine read, and how far it can be trusted: the audit's bound (research/paper.md §6)."""
    if totals is None:
        return ()
    bound = error_bound(totals.audit_wrong, totals.audited)
    found = (
        f"Máy đọc {in_digits(totals.rows_read)} dòng; {in_digits(totals.rows_shown)} dòng máy không chắc thì hai người "
        "xem riêng trên giấy quét, người thứ ba quyết định khi hai người khác nhau.",
        f"Kiểm tra ngẫu nhiên {in_digits(totals.audited)} dòng máy đọc chắc: {in_digits(totals.audit_wrong)} dòng sai. "
        f"Với độ tin cậy 95 %, tỷ lệ dòng máy đọc sai không quá {_percent(bound)} %.",
        "Ảnh quét nằm trong bộ nhớ của bàn quét và đã bị xoá khi niêm phong; thứ tự phiếu đã xáo trộn, không ghi lại.",
    )
    return (
        text(f"Trong đó {in_digits(totals.sheets)} phiếu được quét:"),
        NumberedList(found, numbered=False),
    )


def _percent(share: float) -> str:
    """A bound in percent, rounded up to one place."""
    tenths = math.ceil(share * 1000 - 1e-9)
    return f"{tenths // 10},{tenths % 10}"
