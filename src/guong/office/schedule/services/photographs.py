"""Photographs of a conference with captions: never of a ballot, a slip or a screen (R-000-14, DESIGN §4.8)."""

import hashlib
from datetime import date

from django.db import transaction

from guong.core.documents import model
from guong.core.outcome import Refused
from guong.core.personal_data import KIND_BY_KEY
from guong.office.accounts.models import User
from guong.office.conferences import refusals as conference_refusals
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.journal import services as journal
from guong.office.papers import services as archive
from guong.office.schedule import album, refusals
from guong.office.schedule.binding import developed
from guong.office.schedule.models import Photograph

MOST_BYTES = 12 * 1024 * 1024
MOST_PHOTOGRAPHS = 12
_KIND = KIND_BY_KEY["photographs"]
_WHY = {"type": refusals.NOT_A_PHOTOGRAPH, "pixels": refusals.TOO_MANY_PIXELS}


def add_photograph(
    *, actor: User, conference: Conference, data: bytes, caption: str, sworn: bool
) -> Photograph | Refused:
    """Keep a photograph without the camera's notes on place, time and device, made anew by the worker process.

    ``sworn``: the officer ticked that no ballot, slip or voter's screen is on it. Refused: ``not_sworn``,
    ``needs_caption``, ``photo_too_large``, ``too_many_photographs``, ``not_a_photograph``, ``photo_pixels``,
    ``cancelled``.
    """
    refusal = _refusal(conference, len(data), caption, sworn=sworn)
    if refusal is not None:
        return refusal
    made = archive.decoded(developed, data, too_much="pixels")
    if isinstance(made, str):
        return _WHY[made]
    digest = hashlib.sha256(made.data).hexdigest()
    with transaction.atomic():
        photograph = Photograph.objects.create(
            conference=conference,
            caption=caption.strip(),
            width=made.width,
            height=made.height,
            size=len(made.data),
            sha256=digest,
        )
        _note(actor, conference, "added", f"Thêm ảnh “{photograph.caption}”")
        album.store(photograph, made.data)
    return photograph


def remove_photograph(*, actor: User, conference: Conference, key: str) -> Photograph | Refused:
    """Take a photograph away, file and row. Refused: ``photograph_gone``."""
    photograph = conference.photographs.filter(key=key).first()
    if photograph is None:
        return refusals.PHOTOGRAPH_GONE
    with transaction.atomic():
        photograph.delete()
        _note(actor, conference, "removed", f"Xoá ảnh “{photograph.caption}”")
    album.remove(photograph)
    return photograph


def end_photographs(*, today: date) -> int:
    """Take away every photograph whose time is over, file and row; returns how many. Those printed in minutes stay there."""
    over = [
        one
        for one in Photograph.objects.select_related("conference")
        if _KIND.is_over(one.conference.held_on, today)
    ]
    with transaction.atomic():
        Photograph.objects.filter(pk__in=[one.pk for one in over]).delete()
        if over:
            text = f"Chương trình xoá {len(over)} ảnh hội nghị đã hết thời hạn {_KIND.months} tháng."
            journal.record(actor=None, act="schedule.photographs_ended", unit_key="", text=text)
    for one in over:
        album.remove(one)
    return len(over)


def printed_photographs(*, conference: Conference) -> tuple[model.Photograph, ...]:
    """Return a conference's photographs as its minutes show them."""
    return tuple(model.Photograph(album.load(one), one.caption) for one in conference.photographs.all())


def _refusal(conference: Conference, size: int, caption: str, *, sworn: bool) -> Refused | None:
    if conferences.is_cancelled(conference):
        return conference_refusals.CANCELLED
    if not sworn:
        return refusals.NOT_SWORN
    if not caption.strip():
        return refusals.NEEDS_CAPTION
    if size > MOST_BYTES:
        return refusals.TOO_LARGE
    if conference.photographs.count() >= MOST_PHOTOGRAPHS:
        return refusals.TOO_MANY_PHOTOGRAPHS
    return None


def _note(actor: User, conference: Conference, act: str, text: str) -> None:
    journal.record(
        actor=actor,
        act=f"schedule.photograph_{act}",
        unit_key=conference.unit.key,
        text=f"{text}: {conference.title}.",
    )
