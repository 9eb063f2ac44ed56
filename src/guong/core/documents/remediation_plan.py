"""Kế hoạch khắc phục: the head's plan, written out, or as a form to be filled in by hand (research/domain.md §D2 no. 11)."""

from dataclasses import dataclass
from datetime import date

from guong.core.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Letterhead,
    Margins,
    Signature,
    Table,
    header_row,
    note,
    text,
)
from guong.core.documents.parties import Person
from guong.core.wording import long_date, short_date

EMPTY_ROWS = 4
_ROW = 34  # millimetres: room for handwriting


@dataclass(frozen=True)
class PlannedItem:
    """One point; ``criterion`` is the item of the form with its number, empty if of none."""

    criterion: str
    shortcoming: str
    cause: str
    measure: str
    expected: str
    owner: str
    due_on: date | None
    milestones: tuple[str, ...] = ()


@dataclass(frozen=True)
class RemediationForm:
    """Everything that the plan says; the letterhead is that of the head's unit."""

    letterhead: Letterhead
    person: Person
    conference_on: date
    told_on: date
    lead_body: str
    rule_set: str
    items: tuple[PlannedItem, ...] = ()


def remediation_plan(given: RemediationForm) -> Document:
    """Return the plan with its points."""
    rows = tuple(_row(number, item) for number, item in enumerate(given.items, start=1))
    return _paper(given, _table(rows))


def remediation_form(given: RemediationForm) -> Document:
    """Return the plan with empty rows: for a head who never logs in, or for the first thoughts."""
    rows = tuple((Cell(str(number)), *(Cell("") for _ in range(6))) for number in range(1, EMPTY_ROWS + 1))
    hint = note(
        "Mỗi dòng ghi một hạn chế, gắn với một nội dung trên phiếu nếu có. Ghi đủ mọi cột, ký từng trang, gửi cơ quan chủ trì; "
        "cán bộ tổng hợp lưu bản ký và nhập vào chương trình thay đồng chí."
    )
    return _paper(given, _table(rows, height=_ROW), hint)


def _paper(given: RemediationForm, table: Table, *after: Block) -> Document:
    opening = (
        f"Sau khi nhận kết quả lấy ý kiến góp ý tại hội nghị {long_date(given.conference_on)} (được thông báo "
        f"{long_date(given.told_on)}), tôi nghiêm túc tiếp thu và xây dựng kế hoạch khắc phục như sau:"
    )
    return Document(
        letterhead=given.letterhead,
        kind="KẾ HOẠCH",
        abstract=f"Khắc phục hạn chế được chỉ ra qua lấy ý kiến góp ý đối với {given.person.in_text}",
        blocks=(
            text(opening),
            Heading("CÁC VIỆC CẦN KHẮC PHỤC"),
            table,
            *after,
            text("Tôi cam kết thực hiện và báo cáo tiến độ kèm minh chứng đúng thời hạn."),
        ),
        signatures=(
            Signature("CƠ QUAN CHỦ TRÌ DUYỆT"),
            Signature("NGƯỜI LẬP KẾ HOẠCH", (given.person.name,)),
        ),
        recipients=(f"{given.lead_body},", "Lưu."),
        rule_set=given.rule_set,
        landscape=True,
        margins=Margins(top=20, bottom=15, left=20, right=15),
    )


def _table(rows: tuple[tuple[Cell, ...], ...], *, height: int = 0) -> Table:
    return Table(
        columns=(
            Column(10, Align.CENTER),
            Column(58),
            Column(42),
            Column(52),
            Column(42),
            Column(30),
            Column(28, Align.CENTER),
        ),
        header=(
            header_row(
                "TT",
                "Hạn chế (nội dung góp ý)",
                "Nguyên nhân",
                "Biện pháp, mốc thời gian",
                "Kết quả cần đạt",
                "Người thực hiện",
                "Thời hạn",
            ),
        ),
        rows=rows,
        row_height=height,
    )


def _row(number: int, item: PlannedItem) -> tuple[Cell, ...]:
    shortcoming = f"{item.shortcoming} (Nội dung {item.criterion})" if item.criterion else item.shortcoming
    steps = "; ".join(item.milestones)
    measure = f"{item.measure} Mốc: {steps}." if steps else item.measure
    return (
        Cell(str(number)),
        Cell(shortcoming),
        Cell(item.cause),
        Cell(measure),
        Cell(item.expected),
        Cell(item.owner),
        Cell(short_date(item.due_on) if item.due_on else ""),
    )
