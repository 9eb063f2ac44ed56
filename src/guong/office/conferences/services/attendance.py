"""Who came: ticks on the screen, or lists signed on paper whose totals are typed at the end (DESIGN §4.7)."""

from django.db import transaction

from guong.core.desk_totals import DeskTotals
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import refusals
from guong.office.conferences.models import Conference, DeskSheet, DeskTotal
from guong.office.conferences.selectors import is_before_casting, request_of, state_of
from guong.office.journal import services as journal

IN_HALL = {PollState.PREPARED, PollState.OPEN, PollState.PAUSED, PollState.SUSPENDED}
_MOST_DESKS = 9


@transaction.atomic
def choose_attendance(
    *, actor: User, conference: Conference, attendance: str, desks: int = 1
) -> Conference | Refused:
    """Choose what the record of attendance is, before the poll opens: ``ticks``, or ``lists`` kept by ``desks`` desks.

    What was noted the other way is dropped: the signed list has it. Refused: ``attendance_fixed``, ``number_of_desks``.
    Raises ValueError for another way.
    """
    if attendance not in dict(Conference.ATTENDANCE):
        raise ValueError("attendance is kept by ticks or by lists")
    if not is_before_casting(conference):
        return refusals.ATTENDANCE_FIXED
    if not 1 <= desks <= _MOST_DESKS:
        return refusals.NUMBER_OF_DESKS
    conference.attendance = attendance
    conference.save(update_fields=["attendance"])
    conference.desk_sheets.all().delete()
    if attendance == Conference.LISTS:
        conference.roll.update(present=False)
        DeskTotal.objects.filter(conference=conference).update(paper_sets=0)
        DeskSheet.objects.bulk_create(
            DeskSheet(conference=conference, number=number) for number in range(1, desks + 1)
        )
    said = conference.get_attendance_display()
    _note(actor, conference, "attendance", f"Chọn cách ghi người có mặt: {said}")
    return conference


@transaction.atomic
def mark_present(*, conference: Conference, person_id: int | None, present: bool) -> bool | Refused:
    """Tick or untick one person of the roll; only the boolean is kept, the same tick twice changes nothing.

    Refused: ``not_in_hall``, ``by_lists``, ``not_on_staff``.
    """
    if state_of(conference) not in IN_HALL:
        return refusals.NOT_IN_HALL
    if conference.attendance == Conference.LISTS:
        return refusals.BY_LISTS
    if person_id is None or not conference.roll.filter(person_id=person_id).update(present=present):
        return refusals.NOT_ON_STAFF
    return present


@transaction.atomic
def count_paper_set(*, conference: Conference, change: int) -> int | Refused:
    """Count one paper set handed out (+1) or take a miscount back (-1); returns the total.

    Refused: ``not_in_hall``, ``by_lists``, ``no_sets`` below zero, ``no_more_sets`` above the roll. Raises ValueError for
    other steps.
    """
    if change not in (1, -1):
        raise ValueError("the desk counts by one")
    if state_of(conference) not in IN_HALL:
        return refusals.NOT_IN_HALL
    if conference.attendance == Conference.LISTS:
        return refusals.BY_LISTS
    total, _ = DeskTotal.objects.select_for_update().get_or_create(conference=conference)
    wanted = total.paper_sets + change
    if wanted < 0:
        return refusals.NO_SETS
    if wanted > conference.roll.count():
        return refusals.NO_MORE_SETS
    total.paper_sets = wanted
    total.save(update_fields=["paper_sets"])
    return wanted


@transaction.atomic
def type_desk_totals(
    *, actor: User, conference: Conference, number: int, totals: DeskTotals
) -> DeskTotals | Refused:
    """Keep the totals of one desk's signed list; typing again corrects them.

    Refused: ``not_in_hall``, ``by_ticks``, ``no_such_desk``, ``sets_above_signatures``, and over all desks together
    ``signatures_above_roll``, ``slips_above_printed``. Raises ValueError without the slips left.
    """
    if totals.slips_left is None:
        raise ValueError("a desk counts the slips left in its box")
    if state_of(conference) not in IN_HALL:
        return refusals.NOT_IN_HALL
    if conference.attendance == Conference.TICKS:
        return refusals.BY_TICKS
    rows = {row.number: row for row in conference.desk_sheets.select_for_update()}
    if number not in rows:
        return refusals.NO_SUCH_DESK
    if (refusal := _totals_refusal(conference, rows, number, totals)) is not None:
        return refusal
    row = rows[number]
    row.signatures, row.paper_sets, row.slips_left = totals.signatures, totals.paper_sets, totals.slips_left
    row.save(update_fields=["signatures", "paper_sets", "slips_left"])
    _note(actor, conference, "desk_totals", f"Nhập tổng số của bàn {number}")
    return totals


def _totals_refusal(
    conference: Conference, rows: dict[int, DeskSheet], number: int, totals: DeskTotals
) -> Refused | None:
    others = [row for row in rows.values() if row.number != number]
    if totals.paper_sets > totals.signatures:
        return refusals.SETS_ABOVE_SIGNATURES
    if totals.signatures + sum(row.signatures or 0 for row in others) > conference.roll.count():
        return refusals.SIGNATURES_ABOVE_ROLL
    request = request_of(conference)
    left = (totals.slips_left or 0) + sum(row.slips_left or 0 for row in others)
    return refusals.SLIPS_ABOVE_PRINTED if request and left > request.slips else None


def _note(actor: User, conference: Conference, act: str, text: str) -> None:
    journal.record(
        actor=actor,
        act=f"conferences.{act}",
        unit_key=conference.unit.key,
        text=f"{text}: {conference.title}.",
    )
