"""Biên bản bàn giao hòm phiếu: sealed boxes brought to the lead body, before they are opened (DESIGN §4.6, §6)."""

from dataclasses import dataclass
from datetime import datetime

from guong.core.documents.model import (
    Document,
    Heading,
    KeyValues,
    Letterhead,
    NumberedList,
    text,
)
from guong.core.documents.parties import Person
from guong.core.documents.phrases import copies_sentence, no_name_twice, people_lines, sentence, signed_by
from guong.core.documents.sealed_boxes import SealedBox, box_table, require_boxes
from guong.core.wording import hour_and_date, in_both, long_date


@dataclass(frozen=True)
class HandoverMinutes:
    """Everything that the minutes say.

    ``received_by`` takes the boxes for ``lead_body``; ``kept_at`` is where they lie until ``opens_at``.
    """

    letterhead: Letterhead
    at: datetime
    place: str
    round_name: str
    lead_body: str
    received_by: Person
    witnesses: tuple[Person, ...]
    boxes: tuple[SealedBox, ...]
    kept_at: str
    opens_at: datetime
    copies: int
    rule_set: str
    incidents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


def handover_minutes(given: HandoverMinutes) -> Document:
    """Return the minutes. They hold no result, and hand over no key envelope: those stay with their keepers.

    Raises ValueError without a box, for a box twice, for an opening before the handover, or where somebody hands
    boxes to himself.
    """
    require_boxes(given.boxes)
    givers = tuple(dict.fromkeys(box.handed_over_by for box in given.boxes))
    no_name_twice((given.received_by, *givers), where="among those who give and receive")
    if given.opens_at <= given.at:
        raise ValueError("boxes are opened after they were handed over")
    return Document(
        letterhead=given.letterhead,
        kind="BIÊN BẢN",
        abstract=f"Bàn giao hòm phiếu đã niêm phong, {given.round_name}",
        blocks=(
            text(
                f"Hồi {hour_and_date(given.at)}, tại {given.place}, các bên giao và nhận hòm phiếu đã niêm phong của các "
                f"hội nghị lấy ý kiến góp ý, {given.round_name}."
            ),
            KeyValues(
                (
                    *people_lines("Bên giao", givers),
                    ("Bên nhận", given.received_by.printed),
                    ("Cơ quan nhận", given.lead_body),
                    *people_lines("Người chứng kiến", given.witnesses),
                )
            ),
            Heading("I. HÒM PHIẾU BÀN GIAO"),
            text(
                f"Bên giao đã giao {in_both(len(given.boxes), 'hòm phiếu')}. Từng hòm phiếu được xem dấu niêm phong và "
                "đọc lại mã niêm phong, so với biên bản niêm phong lập tại hội nghị:"
            ),
            box_table(given.boxes),
            Heading("II. CAM KẾT"),
            NumberedList(_promises(given)),
            text(copies_sentence(given.copies)),
        ),
        signatures=(
            signed_by("BÊN GIAO", givers),
            signed_by("BÊN NHẬN", (given.received_by,)),
            *((signed_by("NGƯỜI CHỨNG KIẾN", given.witnesses),) if given.witnesses else ()),
        ),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )


def _promises(given: HandoverMinutes) -> tuple[str, ...]:
    return (
        f"Hòm phiếu và các phong bì để tại {given.kept_at}, có khoá. Bên nhận không mở dấu niêm phong.",
        "Phong bì chìa khoá hòm phiếu không bàn giao theo biên bản này, vẫn do những người có tên trong biên bản niêm phong "
        "giữ.",
        f"Hòm phiếu được mở hồi {hour_and_date(given.opens_at)}."
        if given.opens_at.hour
        else f"Hòm phiếu được mở vào {long_date(given.opens_at)}.",
        *(sentence(entry) for entry in given.incidents),
    )
