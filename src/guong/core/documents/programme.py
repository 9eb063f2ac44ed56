"""Chương trình hội nghị: items with their minutes; the hours follow from the beginning (DESIGN §6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from guong.core.documents.model import (
    Align,
    Cell,
    Column,
    Document,
    KeyValues,
    Letterhead,
    Signature,
    Table,
    header_row,
    note,
)
from guong.core.documents.parties import Person
from guong.core.documents.phrases import in_sentence, weekday_and_date
from guong.core.wording import clock, in_both

LONGEST = 240
_MINUTES_A_SUBJECT = 15


@dataclass(frozen=True)
class ProgrammeItem:
    """One item: what, who, for how many minutes (1 or more)."""

    what: str
    who: str
    minutes: int

    def __post_init__(self) -> None:
        if self.minutes < 1:
            raise ValueError("an item takes at least a minute")


@dataclass(frozen=True)
class ProgrammePart:
    """An item with its hours."""

    item: ProgrammeItem
    begins: datetime
    ends: datetime


@dataclass(frozen=True)
class Programme:
    """Everything that the programme says."""

    letterhead: Letterhead
    conference: str
    unit: str
    place: str
    begins: datetime
    chair: Person
    clerk: Person
    items: tuple[ProgrammeItem, ...]
    rule_set: str
    signature: Signature | None = None
    recipients: tuple[str, ...] = ()


def timed(items: tuple[ProgrammeItem, ...], begins: datetime) -> tuple[ProgrammePart, ...]:
    """Return the items with their hours, one beginning where the one before ends.

    Raises ValueError without an item, for more than four hours, or past midnight.
    """
    total = sum(item.minutes for item in items)
    if not items or total > LONGEST:
        raise ValueError("a programme has items, of four hours at most")
    if (begins + timedelta(minutes=total)).date() != begins.date():
        raise ValueError("a programme ends on its day")
    parts, at = [], begins
    for item in items:
        parts.append(ProgrammePart(item, at, at + timedelta(minutes=item.minutes)))
        at = parts[-1].ends
    return tuple(parts)


def usual_items(*, leader: str, subjects: int = 1) -> tuple[ProgrammeItem, ...]:
    """Return the programme of a conference about one or two subjects; ``leader`` gives the briefing.

    Raises ValueError for less than one subject.
    """
    if subjects < 1:
        raise ValueError("a conference has at least one subject")
    head = "đồng chí được góp ý" if subjects == 1 else "các đồng chí được góp ý"
    return (
        ProgrammeItem("Ổn định tổ chức, điểm danh", "Thư ký", 5),
        ProgrammeItem("Tuyên bố lý do, giới thiệu đại biểu; báo cáo số người có mặt", "Chủ trì, thư ký", 5),
        ProgrammeItem("Quán triệt mục đích, yêu cầu của việc góp ý", leader, 10),
        ProgrammeItem(
            "Giới thiệu tổ kiểm phiếu, đại biểu chứng kiến; kiểm tra hòm phiếu", "Chủ trì, tổ kiểm phiếu", 5
        ),
        ProgrammeItem("Hướng dẫn bỏ phiếu bằng điện thoại và bằng phiếu giấy", "Tổ kiểm phiếu", 7),
        ProgrammeItem(f"Mời {head} rời phòng họp; nói rõ việc giữ bí mật", "Chủ trì", 5),
        ProgrammeItem("Ký danh sách, bốc thẻ, bỏ phiếu", "Toàn hội nghị", 10 + _MINUTES_A_SUBJECT * subjects),
        ProgrammeItem("Kết thúc nhận phiếu; kiểm đếm, niêm phong, đọc mã niêm phong", "Tổ kiểm phiếu", 15),
        ProgrammeItem("Thông qua biên bản niêm phong, bàn giao hòm phiếu", "Thư ký, tổ kiểm phiếu", 5),
        ProgrammeItem("Bế mạc", "Chủ trì", 3),
    )


def programme(given: Programme) -> Document:
    """Return the programme with the hours of each item and the sum of its minutes. Raises as `timed` does."""
    parts = timed(given.items, given.begins)
    return Document(
        letterhead=given.letterhead,
        kind="CHƯƠNG TRÌNH",
        abstract=given.conference,
        blocks=(
            KeyValues(
                (
                    ("Đơn vị", given.unit),
                    (
                        "Thời gian",
                        f"{clock(given.begins)}, {in_sentence(weekday_and_date(given.begins.date()))}",
                    ),
                    ("Địa điểm", given.place),
                    ("Chủ trì", given.chair.printed),
                    ("Thư ký", given.clerk.printed),
                )
            ),
            Table(
                columns=(
                    Column(10, Align.CENTER),
                    Column(30, Align.CENTER),
                    Column(75),
                    Column(36),
                    Column(14, Align.CENTER),
                ),
                header=(header_row("TT", "Thời gian", "Nội dung", "Thực hiện", "Phút"),),
                rows=(*_rows(parts), _total(parts)),
            ),
            note(
                "Nội dung bỏ phiếu có thể kết thúc sớm khi đã nhận đủ phiếu; không kéo dài để chờ một người. Không chụp ảnh khi "
                "bỏ phiếu."
            ),
        ),
        signatures=(given.signature,) if given.signature else (),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )


def _rows(parts: tuple[ProgrammePart, ...]) -> Iterator[tuple[Cell, ...]]:
    for place, part in enumerate(parts, 1):
        hours = f"{_short(part.begins)} - {_short(part.ends)}"
        yield (
            Cell(str(place)),
            Cell(hours),
            Cell(part.item.what),
            Cell(part.item.who),
            Cell(str(part.item.minutes)),
        )


def _total(parts: tuple[ProgrammePart, ...]) -> tuple[Cell, ...]:
    total = sum(part.item.minutes for part in parts)
    return (Cell(f"Cộng {in_both(total, 'phút')}", bold=True, columns=4), Cell(str(total), bold=True))


def _short(moment: datetime) -> str:
    return f"{moment.hour}h{moment.minute:02d}"
