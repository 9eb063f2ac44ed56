"""Danh sách ký nhận: signed once by each who comes, without channel and time (DESIGN §4.8, §6)."""

from dataclasses import dataclass

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
    text,
)
from guong.core.documents.parties import Conference
from guong.core.wording import hour_and_date, in_both


@dataclass(frozen=True)
class AttendanceLine:
    """One person on the roll, in roll order."""

    name: str
    post: str
    department: str = ""


@dataclass(frozen=True)
class AttendanceList:
    """The roll to be signed."""

    letterhead: Letterhead
    conference: Conference
    lines: tuple[AttendanceLine, ...]
    signatures: tuple[Signature, ...]
    rule_set: str


def attendance_list(given: AttendanceList) -> Document:
    """Return the list to be signed. It has no column from which channel, time or order could be read."""
    conference = given.conference
    return Document(
        letterhead=given.letterhead,
        kind="DANH SÁCH KÝ NHẬN",
        abstract=conference.title,
        blocks=(
            KeyValues(
                (
                    ("Đơn vị", conference.unit),
                    ("Địa điểm", conference.place),
                    ("Thời gian", hour_and_date(conference.began)),
                    ("Triệu tập", in_both(len(given.lines), "người")),
                )
            ),
            note(
                "Mỗi đồng chí ký một lần khi nhận thẻ bỏ phiếu hoặc phiếu giấy. "
                "Danh sách không ghi giờ ký và không ghi cách bỏ phiếu."
            ),
            _table(given.lines),
            text(
                "Cộng số chữ ký: .................. (bằng chữ: ............................................................)"
            ),
        ),
        signatures=given.signatures,
        rule_set=given.rule_set,
    )


def _table(lines: tuple[AttendanceLine, ...]) -> Table:
    return Table(
        columns=(Column(10, Align.CENTER), Column(50), Column(40), Column(35), Column(35)),
        header=(header_row("TT", "Họ và tên", "Chức vụ, công việc", "Tổ, bộ phận", "Ký nhận"),),
        rows=tuple(
            (Cell(str(place)), Cell(line.name), Cell(line.post), Cell(line.department), Cell(""))
            for place, line in enumerate(lines, 1)
        ),
        row_height=10,
    )
