"""Thông báo after a round: that it took place and how many took part; never a result (DESIGN §6, R-000-09)."""

from dataclasses import dataclass
from datetime import date

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
    text,
)
from guong.core.documents.phrases import on_days
from guong.core.remarks.digest import RemarkCounts
from guong.core.remarks.telling import remarks_sentence
from guong.core.wording import in_both, in_digits, percent


@dataclass(frozen=True)
class AnnouncedSites:
    """How many conferences of one kind of units were held, how many people were asked and came."""

    name: str
    conferences: int
    summoned: int
    present: int


@dataclass(frozen=True)
class RoundAnnouncement:
    """Everything that the announcement says. ``plan`` and ``subjects`` stand within a sentence; the last site line is all.

    ``remarks`` tells voters what became of what they wrote, None while two officers still work on it.
    """

    letterhead: Letterhead
    plan: str
    round_name: str
    begins_on: date
    ends_on: date
    subjects: int
    sites: tuple[AnnouncedSites, ...]
    signature: Signature
    recipients: tuple[str, ...]
    rule_set: str
    remarks: RemarkCounts | None = None


def round_announcement(given: RoundAnnouncement) -> Document:
    """Return the announcement. Raises ValueError without a conference: nothing took place."""
    total = given.sites[-1] if given.sites else None
    if total is None or not total.conferences:
        raise ValueError("no conference took place")
    return Document(
        letterhead=given.letterhead,
        kind="THÔNG BÁO",
        abstract=f"Kết thúc đợt lấy ý kiến góp ý “{given.round_name}”",
        blocks=(
            text(
                f"Thực hiện {given.plan}, {on_days(given.begins_on, given.ends_on)}, đợt lấy ý kiến góp ý "
                f"“{given.round_name}” đã được tổ chức xong."
            ),
            KeyValues(
                (
                    ("Số hội nghị", in_both(total.conferences, "hội nghị")),
                    ("Số đồng chí được góp ý", in_both(given.subjects, "đồng chí")),
                    ("Số người tham gia góp ý", in_both(total.present, "người")),
                )
            ),
            *((_table(given),) if len(given.sites) > 1 else ()),
            *((text(remarks_sentence(given.remarks)),) if given.remarks else ()),
            text(
                "Phiếu được kiểm bởi tổ kiểm phiếu, có đại biểu chứng kiến. Kết quả được báo cáo Ban Thường vụ và thông báo riêng cho "
                "người được góp ý; không công bố rộng rãi. Không ai được hỏi người tham gia đã góp ý thế nào."
            ),
            text(
                f"{given.letterhead.issuer} trân trọng cảm ơn các đơn vị và những người đã tham gia góp ý./."
            ),
        ),
        signatures=(given.signature,),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )


def _table(given: RoundAnnouncement) -> Table:
    last = len(given.sites) - 1
    return Table(
        columns=(Column(55), *[Column(27, Align.CENTER)] * 4),
        header=(header_row("Loại đơn vị", "Hội nghị", "Triệu tập", "Có mặt", "Tỷ lệ có mặt (%)"),),
        rows=tuple(
            tuple(
                Cell(words, bold=place == last)
                for words in (
                    line.name,
                    in_digits(line.conferences),
                    in_digits(line.summoned),
                    in_digits(line.present),
                    percent(line.present, line.summoned),
                )
            )
            for place, line in enumerate(given.sites)
        ),
    )
