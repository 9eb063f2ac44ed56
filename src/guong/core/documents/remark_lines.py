"""What papers say of the remarks written on ballots: four counts, reasons, the digest by theme; never an original."""

from collections.abc import Mapping, Sequence

from guong.core.documents.model import Block, Heading, NumberedList, note
from guong.core.remarks.digest import RemarkCounts, Theme
from guong.core.remarks.verdicts import Reason
from guong.core.wording import in_digits

NONE_WRITTEN = "Không có ý kiến nào ghi trên phiếu."
ORDER = (
    "Hai cán bộ ngoài đơn vị đã biên tập; bản gốc đã huỷ. Trong mỗi chủ đề, ý kiến xếp theo chữ cái, "
    "không theo thứ tự phiếu."
)


def counts_sentence(counts: RemarkCounts) -> str:
    """Return the four counts as one sentence."""
    if not counts.received:
        return NONE_WRITTEN
    waiting = f"; {in_digits(counts.waiting)} ý kiến đang được biên tập" if counts.waiting else ""
    return (
        f"Nhận được {in_digits(counts.received)} ý kiến; đưa vào bảng tổng hợp {in_digits(counts.shown)} ý kiến, "
        f"trong đó {in_digits(counts.edited)} ý kiến đã biên tập câu chữ; không đưa vào "
        f"{in_digits(counts.withheld)} ý kiến{waiting}."
    )


def reasons_sentence(reasons: Mapping[Reason, int]) -> str:
    """Return why remarks were withheld, by number; empty where none was."""
    if not reasons:
        return ""
    told = "; ".join(f"{reason.label.lower()}: {in_digits(number)}" for reason, number in reasons.items())
    return f"Lý do không đưa vào: {told}."


def digest_blocks(themes: Sequence[Theme]) -> tuple[Block, ...]:
    """Return the digest: a heading for each theme, its remarks beneath, and how they are ordered."""
    if not themes:
        return ()
    blocks: list[Block] = []
    for theme in themes:
        said = tuple(one.printed for one in theme.said)
        blocks += [Heading(theme.printed, level=2), NumberedList(said, numbered=False)]
    return (*blocks, note(ORDER))
