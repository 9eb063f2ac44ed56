"""A round on one A4 page for the Standing Committee: four numbers, one picture, conclusions proposed (R-000-12)."""

from collections.abc import Sequence
from dataclasses import dataclass

from guong.core.aggregation import KnownRow
from guong.core.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    Letterhead,
    NumberedList,
    Signature,
    Table,
    note,
    text,
)
from guong.core.questionnaire import Item
from guong.core.wording import in_digits, percent

CONCLUSIONS = 3  # what the page proposes, to be edited
_WIDTH = 118  # mm: with fifteen bars all of it stays on one page


@dataclass(frozen=True)
class CommitteePage:
    """Everything that the page says. ``chart`` is an SVG or empty; figures have passed the gate and the judge."""

    letterhead: Letterhead
    plan: str
    round_name: str
    subjects: int
    summoned: int
    present: int
    remarks: int
    chart: str
    conclusions: tuple[str, ...]
    signature: Signature
    rule_set: str


def committee_page(given: CommitteePage) -> Document:
    """Return the page. Raises ValueError without a conclusion: somebody has to propose one."""
    if not given.conclusions:
        raise ValueError("the page proposes at least one conclusion")
    return Document(
        letterhead=given.letterhead,
        kind="BÁO CÁO TÓM TẮT",
        abstract=f"Kết quả đợt lấy ý kiến góp ý “{given.round_name}”",
        blocks=(
            text(f"Thực hiện {given.plan}."),
            _numbers(given),
            *_picture(given),
            Heading("Đề nghị kết luận", level=2),
            NumberedList(given.conclusions),
        ),
        signatures=(given.signature,),
        recipients=("Ban Thường vụ (để báo cáo),", "Lưu."),
        rule_set=given.rule_set,
    )


def proposed_conclusions(items: Sequence[Item], rows: Sequence[KnownRow]) -> tuple[str, ...]:
    """Return three conclusions to be edited; the second names the two items on which the worse levels are surest.

    ``items`` and ``rows`` go together; sums may be known within bounds only, and their lower ends are compared.
    """
    ranked = sorted(
        (pair for pair in zip(items, rows, strict=True) if pair[1].returned),
        key=lambda pair: (-pair[1].worse.low / pair[1].returned, pair[0].number),
    )
    named = [f"nội dung {item.number} ({_begun(item.text)})" for item, row in ranked[:2] if row.worse.low]
    second = (
        f"Yêu cầu người đứng đầu các đơn vị chú ý khắc phục {' và '.join(named)}."
        if named
        else "Yêu cầu người đứng đầu các đơn vị giữ vững những nội dung được đánh giá tốt."
    )
    return (
        "Ghi nhận đợt lấy ý kiến góp ý được tổ chức đúng kế hoạch, dân chủ, bí mật.",
        second,
        "Giao người được góp ý gửi kế hoạch tiếp thu, khắc phục đúng hạn; cơ quan chủ trì theo dõi, báo cáo kết quả thực hiện.",
    )


def _begun(words: str) -> str:
    """Return an item's text up to its first mark, short enough for a conclusion and its own parentheses."""
    for mark in (" (", ";", ","):
        words = words.split(mark)[0]
    return words[0].lower() + words[1:]


def _numbers(given: CommitteePage) -> Table:
    told = (
        (in_digits(given.subjects), "đồng chí được góp ý"),
        (in_digits(given.present), "người tham gia"),
        (f"{percent(given.present, given.summoned)} %", "có mặt trên số triệu tập"),
        (in_digits(given.remarks), "ý kiến trong bảng tổng hợp"),
    )
    return Table(
        columns=tuple(Column(41, Align.CENTER) for _ in told),
        header=(tuple(Cell(number, bold=True) for number, _ in told),),
        rows=(tuple(Cell(words) for _, words in told),),
    )


def _picture(given: CommitteePage) -> tuple[Block, ...]:
    if not given.chart:
        return (text("Số liệu chung của từng nội dung không công bố vì nhóm có ít người."),)
    return (
        Figure(given.chart, alt="Biểu đồ tỷ lệ bốn mức của từng nội dung, cả đợt", width=_WIDTH),
        note("Tỷ lệ tính trên số phiếu thu về; bảng số liệu ở báo cáo tổng hợp của đợt."),
    )
