"""Sitting down at a desk, and leaving it: exactly two officers from outside the unit see what voters wrote."""

from django.db import transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.journal.services import record
from guong.office.remarks import refusals, selectors
from guong.office.remarks.models import Desk, Seat
from guong.office.remarks.selectors.desks import MOST_SEATS


@transaction.atomic
def take_seat(*, conference: Conference, subject: ConferenceSubject, actor: User) -> Desk | Refused:
    """Give an officer one of the two seats; who has one keeps it.

    Refused: ``not_counted``, ``too_few``, ``nothing_written``, ``own_unit``, ``ended``, ``no_seat_left``.
    """
    obstacle = selectors.desk_obstacle(conference, subject.key) or selectors.conflict(conference, actor)
    if obstacle is not None:
        return obstacle
    desk, _ = Desk.objects.get_or_create(conference=conference, subject_key=subject.key)
    desk = Desk.objects.select_for_update().get(pk=desk.pk)
    if desk.ended_on is not None:
        return refusals.ENDED
    there = selectors.seated(desk)
    if actor in there:
        return desk
    if len(there) >= MOST_SEATS:
        return refusals.NO_SEAT_LEFT
    desk.seats.filter(user__is_active=False).delete()
    Seat.objects.create(desk=desk, user=actor)
    _journal(conference, actor, "remarks.seat", f"Nhận biên tập ý kiến đối với đồng chí {subject.name}.")
    return desk


@transaction.atomic
def leave_seat(*, desk: Desk, subject: ConferenceSubject, actor: User) -> Desk | Refused:
    """Give a seat up; what the officer proposed stays and waits for whoever sits down. Refused: ``not_seated``, ``ended``."""
    desk = Desk.objects.select_for_update().get(pk=desk.pk)
    if desk.ended_on is not None:
        return refusals.ENDED
    if not selectors.is_seated(desk, actor):
        return refusals.NOT_SEATED
    desk.seats.filter(user=actor).delete()
    desk.end_asked_by = ""
    desk.save(update_fields=["end_asked_by"])
    _journal(
        desk.conference, actor, "remarks.leave", f"Thôi biên tập ý kiến đối với đồng chí {subject.name}."
    )
    return desk


@transaction.atomic
def open_work(*, desk: Desk, subject: ConferenceSubject, actor: User) -> Desk | Refused:
    """Let an officer look at what voters wrote; the journal notes the reading once a day.

    Refused: ``ended``, ``not_seated``, and ``own_unit`` where the officer came to the unit meanwhile.
    """
    if desk.ended_on is not None:
        return refusals.ENDED
    seat = desk.seats.select_for_update().filter(user=actor, user__is_active=True).first()
    if seat is None:
        return refusals.NOT_SEATED
    if (found := selectors.conflict(desk.conference, actor)) is not None:
        return found
    if seat.read_on != timezone.localdate():
        seat.read_on = timezone.localdate()
        seat.save(update_fields=["read_on"])
        text = f"Đọc ý kiến ghi trên phiếu đối với đồng chí {subject.name} tại bàn biên tập."
        _journal(desk.conference, actor, "remarks.read", text)
    return desk


def _journal(conference: Conference, actor: User, act: str, text: str) -> None:
    record(actor=actor, act=act, unit_key=conference.unit.key, text=f"{conference.title}: {text}")
