"""Biên bản thu hồi, huỷ thẻ bỏ phiếu of a cancelled conference: no slip of it can vote, none is kept (decision 0012)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from guong.core.documents.model import Document, Heading, KeyValues, Letterhead, NumberedList, text
from guong.core.documents.parties import Conference, Person
from guong.core.documents.phrases import copies_sentence, in_sentence, sentence, signed_by
from guong.core.wording import hour_and_date, in_both, long_date


class KeyEnvelopes(Enum):
    """What becomes of the three key envelopes: one set may serve other conferences too (DESIGN §4.1)."""

    SHARED = "shared"
    OWN = "own"
    NONE = "none"


_ENVELOPES = {
    KeyEnvelopes.SHARED: "Phong bì chìa khoá hòm phiếu dùng chung cho hội nghị khác nên vẫn niêm phong, người được giao tiếp tục giữ.",
    KeyEnvelopes.OWN: "Ba phong bì chìa khoá hòm phiếu chỉ làm cho hội nghị này, còn nguyên niêm phong, được huỷ cùng thẻ bỏ phiếu.",
    KeyEnvelopes.NONE: "Chưa làm phong bì chìa khoá hòm phiếu cho hội nghị này.",
}


@dataclass(frozen=True)
class SlipDestructionMinutes:
    """Everything that the minutes say. ``made`` slips were printed, ``collected`` of them came back and were destroyed;
    ``remark`` says what became of the others. ``by`` destroyed them, ``witness`` looked on."""

    letterhead: Letterhead
    conference: Conference
    cancelled_on: date
    reason: str
    place: str
    made: int
    collected: int
    envelopes: KeyEnvelopes
    by: Person
    witness: Person
    copies: int
    rule_set: str
    remark: str = ""
    recipients: tuple[str, ...] = ()

    @property
    def missing(self) -> int:
        """How many slips did not come back."""
        return self.made - self.collected


def slip_destruction_minutes(given: SlipDestructionMinutes) -> Document:
    """Return the minutes. Raises ValueError for more slips collected than made, for missing ones without a remark, for one
    person in both parts, and for a day before the cancellation."""
    if not 0 <= given.collected <= given.made or (given.missing and not given.remark.strip()):
        raise ValueError("slips that did not come back are accounted for")
    if given.by.name.casefold() == given.witness.name.casefold():
        raise ValueError("nobody witnesses the own act")
    if given.letterhead.day < given.cancelled_on:
        raise ValueError("slips are destroyed after the cancellation")
    conference = given.conference
    return Document(
        letterhead=given.letterhead,
        kind="BIÊN BẢN",
        abstract=f"Thu hồi, huỷ thẻ bỏ phiếu của hội nghị đã huỷ tại {conference.unit}",
        blocks=(
            text(
                f"Hôm nay, {long_date(given.letterhead.day)}, tại {given.place}, tiến hành thu hồi, huỷ thẻ bỏ phiếu của "
                f"{in_sentence(conference.title)}, dự kiến họp hồi {hour_and_date(conference.began)}. Hội nghị đã huỷ "
                f"{long_date(given.cancelled_on)}, lý do: {sentence(given.reason)}"
            ),
            KeyValues((("Người huỷ", given.by.printed), ("Người chứng kiến", given.witness.printed))),
            Heading("I. SỐ THẺ BỎ PHIẾU"),
            KeyValues(
                (
                    ("Đã in", in_both(given.made, "thẻ")),
                    ("Thu về, đã huỷ", in_both(given.collected, "thẻ")),
                    ("Chưa thu được", in_both(given.missing, "thẻ")),
                )
            ),
            *((text(f"Ghi chú: {sentence(given.remark)}"),) if given.remark.strip() else ()),
            Heading("II. CÁCH HUỶ, TÌNH TRẠNG HÒM PHIẾU"),
            NumberedList(_what_was_done(given)),
            text(copies_sentence(given.copies)),
        ),
        signatures=(signed_by("NGƯỜI CHỨNG KIẾN", (given.witness,)), signed_by("NGƯỜI HUỶ", (given.by,))),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )


def _what_was_done(given: SlipDestructionMinutes) -> tuple[str, ...]:
    slips = (
        ("Thẻ thu về được đếm, cắt vụn trước mặt người chứng kiến; không ai quét hay chép mã trên thẻ.",)
        if given.collected
        else ()
    )
    return (
        *slips,
        _ENVELOPES[given.envelopes],
        "Hòm phiếu của hội nghị chưa mở lần nào và đã thành vô hiệu trên máy chủ: mọi thẻ đã in, kể cả thẻ chưa thu được, không "
        "bỏ phiếu được nữa. Không có phiếu nào trong hòm.",
    )
