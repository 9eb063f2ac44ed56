"""The desk's passes in the hall: made, ended, taken away from another machine (decision 0019). Nothing is written at their use."""

import time
from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.utils import timezone

from guong.core.hall_pass import pass_end
from guong.office.accounts.access import SESSION_BEGAN, SESSION_HAS_PASS, session_digest
from guong.office.accounts.models import HallPass, User
from guong.office.journal.services import record


def issue_hall_pass(
    *, actor: User, session: SessionBase, place_key: str, unit_key: str, title: str, address: str
) -> HallPass:
    """Keep one conference's desk usable in this browser session past the idle limit.

    It replaces what the session had before and ends with the session's working day at the latest. ``address`` is the
    desk's path.
    """
    now = timezone.now()
    left = session[SESSION_BEGAN] + settings.GUONG_SESSION_HOURS * 3600 - time.time()
    ends_at = pass_end(now, day_left=timedelta(seconds=left))
    given = {"user": actor, "place_key": place_key, "unit_key": unit_key, "title": title, "address": address}
    with transaction.atomic():
        HallPass.objects.filter(ends_at__lte=now).delete()
        made, _ = HallPass.objects.update_or_create(
            session_digest=session_digest(session), defaults={**given, "ends_at": ends_at}
        )
        text = f"Bật chế độ hội trường đến {timezone.localtime(ends_at):%H:%M}: {title}."
        record(actor=actor, act="accounts.hall_pass", unit_key=unit_key, text=text)
    session[SESSION_HAS_PASS] = True
    return made


def end_hall_pass(*, digest: str) -> None:
    """End the pass of one session: switched off there, or signed out; nothing happens where there is none."""
    with transaction.atomic():
        for one in HallPass.objects.filter(session_digest=digest).select_related("user"):
            _end(one, one.user, "accounts.hall_pass_end", "Tắt chế độ hội trường")


def revoke_hall_pass(*, actor: User, number: int, place_key: str = "") -> None:
    """Take a pass away from another machine: of the conference ``place_key``, or without it one of the officer's own.

    Nothing happens where it is over already; the machine then asks to sign in again once it has been idle.
    """
    found = HallPass.objects.filter(pk=number).select_related("user")
    found = found.filter(place_key=place_key) if place_key else found.filter(user=actor)
    with transaction.atomic():
        for one in found:
            said = f"Thu hồi chế độ hội trường của {one.user.full_name}"
            _end(one, actor, "accounts.hall_pass_revoke", said)


def end_hall_passes(*, place_key: str) -> None:
    """End every pass of a conference that is over."""
    with transaction.atomic():
        for one in HallPass.objects.filter(place_key=place_key).select_related("user"):
            _end(
                one,
                None,
                "accounts.hall_pass_end",
                f"Hết hội nghị, tắt chế độ hội trường của {one.user.full_name}",
            )


def _end(one: HallPass, actor: User | None, act: str, said: str) -> None:
    one.delete()
    record(actor=actor, act=act, unit_key=one.unit_key, text=f"{said}: {one.title}.")
