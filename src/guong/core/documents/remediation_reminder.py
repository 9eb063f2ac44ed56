"""Giấy nhắc: what of a head's plan is overdue or near, in one letter; no figure of any result stands in it."""

from dataclasses import dataclass
from datetime import date

from guong.core.documents.model import (
    Align,
    Cell,
    Column,
    Document,
    Letterhead,
    Signature,
    Table,
    header_row,
    text,
)
from guong.core.documents.parties import Person
from guong.core.remediation.deadlines import Deadline, days_text
from guong.core.wording import long_date, short_date


@dataclass(frozen=True)
class Reminder:
    """Whom the lead body reminds of what."""

    letterhead: Letterhead
    person: Person
    conference_on: date
    due: tuple[Deadline, ...]
    today: date
    signer: Person
    lead_body: str


def remediation_reminder(given: Reminder) -> Document:
    """Return the letter."""
    rows = tuple(
        (
            Cell(str(number)),
            Cell(one.what),
            Cell(short_date(one.due_on)),
            Cell(days_text(one.due_on, today=given.today)),
        )
        for number, one in enumerate(given.due, start=1)
    )
    table = Table(
        columns=(Column(10, Align.CENTER), Column(90), Column(30, Align.CENTER), Column(35, Align.CENTER)),
        header=(header_row("TT", "Việc", "Thời hạn", "Đến hôm nay"),),
        rows=rows,
    )
    return Document(
        letterhead=given.letterhead,
        kind="CÔNG VĂN",
        abstract="V/v thực hiện kế hoạch khắc phục sau lấy ý kiến góp ý",
        addressees=(given.person.printed,),
        blocks=(
            text(
                f"Sau hội nghị lấy ý kiến góp ý {long_date(given.conference_on)}, đến hôm nay đồng chí còn những việc sau:"
            ),
            table,
            text(
                "Đề nghị đồng chí thực hiện, báo cáo trên chương trình hoặc gửi bản giấy có chữ ký. Nếu có khó khăn, đề nghị trao "
                "đổi với cơ quan chủ trì để được hướng dẫn."
            ),
        ),
        signatures=(Signature("NGƯỜI KÝ", (given.signer.name,), authority=f"T/M {given.lead_body.upper()}"),),
        recipients=("Như trên,", "Lưu."),
    )
