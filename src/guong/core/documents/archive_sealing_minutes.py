"""Biên bản niêm phong lưu trữ: paper ballots and result archives under seal for six months (DESIGN §4.6)."""

from dataclasses import dataclass
from datetime import date, datetime

from guong.core.documents.archive_lists import KeptDossier, dossier_table, total_table
from guong.core.documents.model import (
    Align,
    Column,
    Document,
    Heading,
    KeyValues,
    Letterhead,
    NumberedList,
    Table,
    header_row,
    text,
)
from guong.core.documents.parties import Officials, Person
from guong.core.documents.phrases import (
    copies_sentence,
    numbered_rows,
    officials_lines,
    sentence,
    signatures_of,
    signed_by,
)
from guong.core.months import months_after
from guong.core.wording import hour_and_date, in_both, long_date


@dataclass(frozen=True)
class Parcel:
    """One sealed parcel: its label, what it holds, how many seal strips close it (1 or more)."""

    label: str
    content: str
    strips: int

    def __post_init__(self) -> None:
        if self.strips < 1:
            raise ValueError("a parcel is closed with at least one strip")


@dataclass(frozen=True)
class ArchiveSealingMinutes:
    """Everything that the minutes say. ``keep_months`` is from the plan's rule sheet; ``opened_by_whom`` may have a
    parcel opened before (``Ban Thường vụ Quận uỷ``)."""

    letterhead: Letterhead
    at: datetime
    place: str
    round_name: str
    officials: Officials
    dossiers: tuple[KeptDossier, ...]
    parcels: tuple[Parcel, ...]
    kept_at: str
    keeper: Person
    keep_months: int
    opened_by_whom: str
    copies: int
    rule_set: str
    incidents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()

    @property
    def destroy_from(self) -> date:
        """The first day on which the parcels may be destroyed."""
        return months_after(self.at.date(), self.keep_months)


def archive_sealing_minutes(given: ArchiveSealingMinutes) -> Document:
    """Return the minutes; the annex tells what each conference left.

    Raises ValueError without dossiers or parcels, for a parcel's label twice, or for less than a month of keeping.
    """
    if not given.parcels or len({parcel.label for parcel in given.parcels}) < len(given.parcels):
        raise ValueError("there is no parcel, or one label stands twice")
    if given.keep_months < 1:
        raise ValueError("what is sealed is kept for at least a month")
    return Document(
        letterhead=given.letterhead,
        kind="BIÊN BẢN",
        abstract=f"Niêm phong lưu trữ phiếu và tệp lưu kết quả, {given.round_name}",
        blocks=(
            text(
                f"Hồi {hour_and_date(given.at)}, tại {given.place}, sau khi mở hòm phiếu, tổ kiểm phiếu niêm phong để lưu "
                f"giữ hồ sơ, phiếu giấy và tệp lưu kết quả của {given.round_name}."
            ),
            KeyValues((*officials_lines(given.officials), ("Người giữ", given.keeper.printed))),
            Heading("I. NHỮNG THỨ ĐƯỢC NIÊM PHONG"),
            total_table(given.dossiers),
            Heading("II. BÌ, THÙNG NIÊM PHONG"),
            _parcels(given.parcels),
            Heading("III. LƯU GIỮ"),
            NumberedList(_keeping(given)),
            text(copies_sentence(given.copies)),
        ),
        signatures=(*signatures_of(given.officials), signed_by("NGƯỜI GIỮ", (given.keeper,))),
        recipients=given.recipients,
        annex=(dossier_table(given.dossiers, title="Những thứ được niêm phong, theo hội nghị"),),
        rule_set=given.rule_set,
    )


def _parcels(parcels: tuple[Parcel, ...]) -> Table:
    return Table(
        columns=(Column(11, Align.CENTER), Column(44), Column(80), Column(30, Align.CENTER)),
        header=(header_row("TT", "Nhãn", "Bên trong", "Giấy niêm phong"),),
        rows=numbered_rows((parcel.label, parcel.content, str(parcel.strips)) for parcel in parcels),
    )


def _keeping(given: ArchiveSealingMinutes) -> tuple[str, ...]:
    strips = sum(parcel.strips for parcel in given.parcels)
    return (
        f"Đã niêm phong {in_both(len(given.parcels), 'bì, thùng')} bằng {in_both(strips, 'giấy niêm phong')}, ký qua mép dán.",
        "Tờ chìa khoá tệp lưu kết quả để trong phong bì riêng, niêm phong cùng phiếu giấy; không có bản chép nào khác.",
        f"Nơi lưu giữ: {given.kept_at}. Người giữ: {given.keeper.in_text}.",
        f"Thời hạn lưu giữ {in_both(given.keep_months, 'tháng')}. Chỉ được huỷ từ {long_date(given.destroy_from)}, khi có quyết "
        "định; việc huỷ lập biên bản riêng.",
        f"Trong thời hạn lưu giữ, chỉ mở khi có quyết định của {given.opened_by_whom} để giải quyết khiếu nại, kiểm tra; mỗi "
        "lần mở lập biên bản và niêm phong lại.",
        *(sentence(entry) for entry in given.incidents),
    )
