"""Bảng tổng hợp cá nhân: what a head's results look like on one paper (research/domain.md §D2 no. 8)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from guong.core.disclosure import SUPPRESSED
from guong.core.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    KeyValues,
    Letterhead,
    Signature,
    Table,
    header_row,
    note,
    text,
)
from guong.core.documents.parties import Person
from guong.core.documents.remark_lines import counts_sentence, digest_blocks, reasons_sentence
from guong.core.remarks.digest import RemarkCounts, Theme
from guong.core.remarks.verdicts import Reason
from guong.core.wording import in_digits


@dataclass(frozen=True)
class SummaryRow:
    """A criterion as it may be shown: the four levels' texts and ``Tốt trở lên``, coded or suppressed already."""

    number: str
    text: str
    shares: tuple[str, str, str, str]
    good_or_better: str


@dataclass(frozen=True)
class Participation:
    """Who was asked and who answered; ``valid`` and ``invalid`` are None where they may not be shown."""

    summoned: int
    present: int
    returned: int
    valid: int | None
    invalid: int | None


@dataclass(frozen=True)
class PersonalSummary:
    """Everything that the summary says; every figure has passed the disclosure gate before it comes here.

    ``rows`` empty: the group is too small and one sentence stands instead. ``chart`` is the SVG of
    `guong.render.charts.diverging_bars`, or empty. ``themes`` is the digest that two officers made; ``remarks`` is None
    where the group is too small for any remark.
    """

    letterhead: Letterhead
    subject: Person
    unit: str
    conference: str
    participation: Participation
    levels: tuple[str, str, str, str]
    rows: tuple[SummaryRow, ...]
    prestige: tuple[tuple[str, str], ...]
    signature: Signature
    rule_set: str
    chart: str = ""
    remarks: RemarkCounts | None = None
    themes: tuple[Theme, ...] = ()
    reasons: Mapping[Reason, int] = field(default_factory=dict)
    coding_note: str = ""
    recipients: tuple[str, ...] = ()


def personal_summary(given: PersonalSummary) -> Document:
    """Return one person's summary: participation first, then the picture, the table, prestige, remarks."""
    return Document(
        letterhead=given.letterhead,
        kind="BẢNG TỔNG HỢP",
        abstract=f"Ý kiến góp ý đối với đồng chí {given.subject.name}",
        blocks=(*_participation(given), *_results(given), *_prestige(given), *_remarks(given)),
        signatures=(given.signature,),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )


def _participation(given: PersonalSummary) -> tuple[Block, ...]:
    part = given.participation
    lines = [
        ("Người được góp ý", given.subject.printed),
        ("Đơn vị", given.unit),
        ("Hội nghị", given.conference),
        ("Triệu tập", f"{in_digits(part.summoned)} người; có mặt {in_digits(part.present)} người"),
        ("Phiếu thu về", f"{in_digits(part.returned)} phiếu"),
    ]
    if part.valid is not None and part.invalid is not None:
        lines.append(
            (
                "Trong đó",
                f"{in_digits(part.valid)} phiếu hợp lệ, {in_digits(part.invalid)} phiếu không hợp lệ",
            )
        )
    return (Heading("I. SỐ NGƯỜI THAM GIA GÓP Ý"), KeyValues(tuple(lines)))


def _results(given: PersonalSummary) -> tuple[Block, ...]:
    heading = Heading("II. KẾT QUẢ TỪNG NỘI DUNG")
    if not given.rows:
        return (heading, text(f"{SUPPRESSED}.", bold=True))
    blocks: list[Block] = [heading]
    if given.chart:
        blocks.append(Figure(given.chart, alt="Biểu đồ tỷ lệ bốn mức của từng nội dung"))
    base = (
        f"Tỷ lệ % ở mục II và mục III tính trên {in_digits(given.participation.returned)} phiếu thu về; phiếu không "
        "hợp lệ và chỗ bỏ trống không thuộc mức nào nên tổng các mức có thể dưới 100 %."
    )
    blocks += [_table(given), note(f"{base} {given.coding_note}".strip())]
    return tuple(blocks)


def _table(given: PersonalSummary) -> Table:
    return Table(
        columns=(Column(9, Align.CENTER), Column(66), *[Column(18, Align.CENTER)] * 5),
        header=(
            header_row("TT", "Nội dung", *(f"{level} (%)" for level in given.levels), "Tốt trở lên (%)"),
        ),
        rows=tuple(
            (
                Cell(row.number),
                Cell(row.text),
                *(Cell(share) for share in row.shares),
                Cell(row.good_or_better, bold=True),
            )
            for row in given.rows
        ),
    )


def _prestige(given: PersonalSummary) -> tuple[Block, ...]:
    heading = Heading("III. MỨC ĐỘ UY TÍN")
    if not given.prestige:
        return (heading, text(f"{SUPPRESSED}.", bold=True))
    return (
        heading,
        Table(
            columns=(Column(110), Column(55, Align.CENTER)),
            header=(header_row("Mức độ", "Tỷ lệ (%)"),),
            rows=tuple((Cell(level), Cell(share)) for level, share in given.prestige),
        ),
    )


def _remarks(given: PersonalSummary) -> tuple[Block, ...]:
    heading = Heading("IV. Ý KIẾN GHI TRÊN PHIẾU")
    if given.remarks is None:
        return (heading, text(f"{SUPPRESSED}."))
    told = f"{counts_sentence(given.remarks)} {reasons_sentence(given.reasons)}".strip()
    return (heading, text(told), *digest_blocks(given.themes))
