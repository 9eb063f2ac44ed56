"""Công văn đề nghị lập danh sách: what a unit has to send before its conference (DESIGN §6)."""

from dataclasses import dataclass
from datetime import date, datetime

from guong.core.documents.model import (
    Align,
    Column,
    Document,
    Heading,
    Letterhead,
    NumberedList,
    Signature,
    Table,
    header_row,
    text,
)
from guong.core.documents.phrases import dashed, numbered_rows, sentence
from guong.core.wording import hour_and_date, long_date


@dataclass(frozen=True)
class ListColumn:
    """A column of the list: its heading in the workbook and how it is filled in."""

    heading: str
    how: str


@dataclass(frozen=True)
class StaffListRequest:
    """Everything that the letter says.

    ``plan`` is a whole phrase (``Kế hoạch số 167-KH/QU, ngày 27/01/2023 của Ban Thường vụ Quận uỷ``), ``issuer`` the
    body as a sentence names it. ``people`` are those to be listed, ``counted_on`` the day whose state the list shows,
    ``first_conference`` the first day of the round. ``contact`` names a desk or a post, no telephone number of a
    person.
    """

    letterhead: Letterhead
    plan: str
    round_name: str
    issuer: str
    addressees: tuple[str, ...]
    people: tuple[str, ...]
    columns: tuple[ListColumn, ...]
    counted_on: date
    deadline: datetime
    first_conference: date
    send_to: str
    contact: str
    signature: Signature
    rule_set: str
    reminders: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


def staff_list_request(given: StaffListRequest) -> Document:
    """Return the letter.

    Raises ValueError without addressees, people or columns, and where the deadline lies before the letter or not
    before the first conference.
    """
    if not (given.addressees and given.people and given.columns):
        raise ValueError("a request needs addressees, people and columns")
    if not given.letterhead.day <= given.deadline.date() < given.first_conference:
        raise ValueError("the deadline lies between the letter and the first conference")
    return Document(
        letterhead=given.letterhead,
        kind="CÔNG VĂN",
        abstract=f"Đề nghị lập danh sách người tham gia góp ý, {given.round_name}",
        addressees=given.addressees,
        blocks=(
            text(
                f"Thực hiện {given.plan}, để chuẩn bị các hội nghị lấy ý kiến góp ý đối với người đứng đầu, "
                f"{given.round_name}, {given.issuer} đề nghị các đơn vị lập danh sách như sau:"
            ),
            Heading("1. Người được đưa vào danh sách", level=2),
            *dashed(given.people),
            Heading("2. Thông tin của từng người", level=2),
            text("Lập theo biểu mẫu Excel kèm theo, mỗi người một dòng, gồm các cột:"),
            _columns(given.columns),
            Heading("3. Thời hạn và nơi nhận", level=2),
            text(
                f"Danh sách tính đến {long_date(given.counted_on)}, có ký xác nhận của người đứng đầu đơn vị hoặc người được "
                f"uỷ quyền, gửi về {given.send_to} trước {hour_and_date(given.deadline)}. Cần trao đổi, đề nghị liên hệ "
                f"{given.contact}."
            ),
            *_reminders(given),
            text(f"{given.issuer} đề nghị các đơn vị quan tâm, phối hợp thực hiện./."),
        ),
        signatures=(given.signature,),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )


def _columns(columns: tuple[ListColumn, ...]) -> Table:
    return Table(
        columns=(Column(12, Align.CENTER), Column(50), Column(103)),
        header=(header_row("TT", "Cột", "Cách ghi"),),
        rows=numbered_rows((column.heading, column.how) for column in columns),
    )


def _reminders(given: StaffListRequest) -> tuple[Heading | NumberedList, ...]:
    fixed = (
        "Danh sách chỉ dùng để triệu tập và ký nhận. Không thu thập số điện thoại, không hỏi trước ý kiến của từng người.",
        "Người đứng đầu được góp ý vẫn ghi trong danh sách; chương trình tự đưa ra khỏi danh sách bỏ phiếu.",
    )
    return (
        Heading("4. Lưu ý", level=2),
        NumberedList((*fixed, *(sentence(entry) for entry in given.reminders))),
    )
