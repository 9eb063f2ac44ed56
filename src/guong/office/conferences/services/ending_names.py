"""The end of the names on rolls: six months after the conference only numbers stay (Law 91/2025; security.md §2 no. 86)."""

from datetime import date

from django.db import transaction

from guong.core.lifecycle import PollState
from guong.core.personal_data import KIND_BY_KEY
from guong.office.conferences import intents, urn
from guong.office.conferences.models import Conference, OffRollEntry, RollEntry
from guong.office.journal import services as journal

ENDED_NAME = "(đã hết thời hạn giữ tên)"
_ROLL = KIND_BY_KEY["roll"]
_OVER = {None, PollState.ERASED, PollState.VOID}


def end_names(*, today: date) -> int:
    """Take the names off every roll whose time is over; returns the number of conferences. Safe to repeat.

    How many were summoned, were present and weren't summoned, with which reason, stays; in what order people stood on the
    list does not, so a number can't be laid beside the signed list. A conference waits while ballots of it are in the urn.
    Where no ballot box was ever prepared the whole roll goes: it can be made anew from the register.
    """
    waiting = Conference.objects.filter(names_ended_on=None, rehearsal=False, held_on__lt=today)
    over = [one for one in waiting.select_related("unit", "poll") if _ROLL.is_over(one.held_on, today)]
    keys = {one.pk: one.poll.poll_key for one in over if hasattr(one, "poll")}
    states = urn.states(list(keys.values()))
    ended = [one for one in over if states.get(keys.get(one.pk, "")) in _OVER]
    for conference in ended:
        _end_names_of(conference, today)
    if ended:
        intents.forget_order_of_writing()
    return len(ended)


@transaction.atomic
def _end_names_of(conference: Conference, today: date) -> None:
    if hasattr(conference, "poll"):
        _leave_numbers(conference)
    else:
        _leave_nothing(conference)
    Conference.objects.filter(pk=conference.pk).update(names_ended_on=today)
    text = f"Chương trình xoá tên trong danh sách, hết thời hạn {_ROLL.months} tháng: {conference.title}."
    journal.record(actor=None, act="conferences.names_ended", unit_key=conference.unit.key, text=text)


def _leave_nothing(conference: Conference) -> None:
    conference.roll.all().delete()
    conference.off_roll.all().delete()
    conference.roll_changes.all().delete()
    Conference.objects.filter(pk=conference.pk).update(roll_agreed=False)


def _leave_numbers(conference: Conference) -> None:
    summoned, present = conference.roll.count(), conference.roll.filter(present=True).count()
    reasons = sorted(conference.off_roll.values_list("reason", flat=True))
    conference.roll.all().delete()
    conference.off_roll.all().delete()
    RollEntry.objects.bulk_create(
        RollEntry(conference=conference, place=place, printed_name=ENDED_NAME, present=place <= present)
        for place in range(1, summoned + 1)
    )
    OffRollEntry.objects.bulk_create(
        OffRollEntry(conference=conference, printed_name=ENDED_NAME, reason=reason) for reason in reasons
    )
    conference.roll_changes.update(printed_name=ENDED_NAME, reason="")
