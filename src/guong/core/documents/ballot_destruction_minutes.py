"""Biên bản huỷ phiếu: after six months, by decision, nothing is left of single ballots (DESIGN §4.6)."""

from dataclasses import dataclass
from datetime import date, datetime

from guong.core.documents.archive_lists import KeptDossier, dossier_table, total_table
from guong.core.documents.model import Document, Heading, KeyValues, Letterhead, NumberedList, text
from guong.core.documents.parties import Officials, Person
from guong.core.documents.phrases import copies_sentence, officials_lines, sentence, signatures_of, signed_by
from guong.core.months import months_after
from guong.core.wording import hour_and_date, in_both, long_date


@dataclass(frozen=True)
class BallotDestructionMinutes:
    """Everything that the minutes say.

    ``decision`` orders the destruction (``Quyết định số 12-QĐ/BTG, ngày 20/11/2023``), ``sealing`` names the minutes
    of ``sealed_on``. ``parcels`` are the sealed ones, ``way`` is how they were destroyed, ``open_complaints`` those
    not settled yet.
    """

    letterhead: Letterhead
    began: datetime
    ended: datetime
    place: str
    round_name: str
    officials: Officials
    keeper: Person
    decision: str
    sealing: str
    sealed_on: date
    keep_months: int
    parcels: int
    dossiers: tuple[KeptDossier, ...]
    way: str
    copies: int
    rule_set: str
    open_complaints: int = 0
    faults: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


def ballot_destruction_minutes(given: BallotDestructionMinutes) -> Document:
    """Return the minutes; the annex tells what of each conference was destroyed.

    Raises ValueError before the months of keeping are over, while a complaint is open, without a decision, without a
    parcel, or for an end before the beginning.
    """
    may_destroy_from = months_after(given.sealed_on, given.keep_months)
    if given.began.date() < may_destroy_from:
        raise ValueError(f"ballots are kept until {may_destroy_from.isoformat()}")
    if given.open_complaints:
        raise ValueError("while a complaint is open nothing is destroyed")
    if not given.decision.strip() or given.parcels < 1 or given.ended <= given.began:
        raise ValueError("a destruction needs a decision, a parcel, and an end after its beginning")
    return Document(
        letterhead=given.letterhead,
        kind="BIÊN BẢN",
        abstract=f"Huỷ phiếu và tệp lưu kết quả, {given.round_name}",
        blocks=(
            text(
                f"Hồi {hour_and_date(given.began)}, tại {given.place}, thực hiện {given.decision}, tiến hành huỷ phiếu và tệp "
                f"lưu kết quả của {given.round_name}."
            ),
            KeyValues((*officials_lines(given.officials), ("Người giữ", given.keeper.printed))),
            Heading("I. CĂN CỨ, KIỂM TRA TRƯỚC KHI HUỶ"),
            NumberedList(_before(given, may_destroy_from)),
            Heading("II. NHỮNG THỨ ĐÃ HUỶ"),
            total_table(given.dossiers),
            Heading("III. CÁCH HUỶ"),
            NumberedList(_way(given)),
            text(f"Việc huỷ kết thúc hồi {hour_and_date(given.ended)}. {copies_sentence(given.copies)}"),
        ),
        signatures=(*signatures_of(given.officials), signed_by("NGƯỜI GIỮ", (given.keeper,))),
        recipients=given.recipients,
        annex=(dossier_table(given.dossiers, title="Những thứ đã huỷ, theo hội nghị"),),
        rule_set=given.rule_set,
    )


def _before(given: BallotDestructionMinutes, may_destroy_from: date) -> tuple[str, ...]:
    state = (
        tuple(sentence(fault) for fault in given.faults)
        if given.faults
        else ("Dấu niêm phong, chữ ký trên các bì, thùng còn nguyên.",)
    )
    return (
        f"{given.sealing}, {long_date(given.sealed_on)}; thời hạn lưu giữ {in_both(given.keep_months, 'tháng')}, được huỷ từ "
        f"{long_date(may_destroy_from)}.",
        "Đến ngày huỷ, không còn khiếu nại, kiểm tra nào chưa giải quyết xong.",
        f"Người giữ giao {in_both(given.parcels, 'bì, thùng')} đã niêm phong.",
        *state,
    )


def _way(given: BallotDestructionMinutes) -> tuple[str, ...]:
    return (
        f"Phiếu giấy, thẻ bỏ phiếu và tờ chìa khoá tệp lưu kết quả được {given.way} trước mặt những người có tên.",
        "Tệp lưu kết quả được xoá khỏi mọi vật mang tin; không còn bản chép nào.",
        "Biên bản, danh sách ký nhận và số liệu tổng hợp vẫn lưu theo quy định. Từ nay không đếm lại được từng phiếu.",
    )
