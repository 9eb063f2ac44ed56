"""Giấy mời to a conference, for one guest or one group of guests (DESIGN §6)."""

from dataclasses import dataclass
from datetime import datetime

from guong.core.documents.model import Align, Document, KeyValues, Letterhead, Signature, text
from guong.core.documents.parties import Person
from guong.core.documents.phrases import in_sentence, sentence, weekday_and_date
from guong.core.wording import clock


@dataclass(frozen=True)
class Invitation:
    """Everything that the invitation says. ``invited`` is a printed name with post, or a group (``Đại diện Đảng uỷ
    phường Bồ Đề``); empty leaves dots. ``role`` says as what (``Dự, chỉ đạo``)."""

    letterhead: Letterhead
    host: str
    invited: str
    conference: str
    unit: str
    begins: datetime
    place: str
    chair: Person
    role: str
    signature: Signature
    rule_set: str
    requests: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


def invitation(given: Invitation) -> Document:
    """Return the invitation. Raises ValueError where it is written after the day of the conference."""
    if given.begins.date() < given.letterhead.day:
        raise ValueError("an invitation is written before its conference")
    requests = "".join(f" {sentence(entry)}" for entry in given.requests)
    return Document(
        letterhead=given.letterhead,
        kind="GIẤY MỜI",
        abstract=f"Dự {in_sentence(given.conference)}",
        blocks=(
            text(f"{given.host} trân trọng kính mời:", align=Align.CENTER),
            text(given.invited or "Đồng chí " + "." * 60, bold=True, align=Align.CENTER),
            KeyValues(
                (
                    ("Tới dự", given.conference),
                    ("Đơn vị", given.unit),
                    (
                        "Thời gian",
                        f"{clock(given.begins)}, {in_sentence(weekday_and_date(given.begins.date()))}",
                    ),
                    ("Địa điểm", given.place),
                    ("Chủ trì", given.chair.printed),
                    ("Với tư cách", given.role),
                )
            ),
            text(f"Đề nghị đồng chí bố trí thời gian dự đúng giờ.{requests} Trân trọng cảm ơn./."),
        ),
        signatures=(given.signature,),
        recipients=given.recipients,
        rule_set=given.rule_set,
    )
