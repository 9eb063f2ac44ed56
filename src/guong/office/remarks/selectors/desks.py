"""Which desks there are, who sits at them, and what keeps an officer from sitting down."""

from dataclasses import dataclass

from guong.core.disclosure import may_show_remarks
from guong.core.outcome import Refused
from guong.core.poll import LEAST_REMARKS_FROM
from guong.core.questionnaire import Questionnaire
from guong.core.remarks.outsiders import is_named_among
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.counting import selectors as counting
from guong.office.registry import selectors as registry
from guong.office.remarks import refusals
from guong.office.remarks.details import HandedOn
from guong.office.remarks.models import Desk, Seat
from guong.office.remarks.selectors.handed_on import handed_on

MOST_SEATS = 2


@dataclass(frozen=True)
class DeskLine:
    """One person with remarks, as the list of desks shows it."""

    conference: Conference
    subject: ConferenceSubject
    told: HandedOn
    editors: tuple[str, ...]
    is_mine: bool
    is_own_unit: bool

    @property
    def is_free(self) -> bool:
        """Tell whether an officer may still sit down."""
        return not self.told.is_ended and len(self.editors) < MOST_SEATS


def desk_lines(*, user: User) -> list[DeskLine]:
    """Return everybody in an officer's scope about whom something was written, those still open first."""
    counted = conferences.conferences_in_scope(user=user).filter(key_destruction__isnull=False)
    found = list(counted.select_related("round__plan").prefetch_related(conferences.subjects_with_posts()))
    told = handed_on(found)
    seats = _editors(found)
    own = registry.own_units(user=user)
    lines = [
        DeskLine(
            conference,
            subject,
            told[conference.pk, subject.key],
            tuple(one.full_name for one in seats.get((conference.pk, subject.key), [])),
            user in seats.get((conference.pk, subject.key), []),
            conference.unit_id in own,
        )
        for conference in found
        for subject in conference.subjects.all()
        if (conference.pk, subject.key) in told
    ]
    return sorted(lines, key=lambda line: (line.told.is_ended, line.conference.held_on, line.conference.pk))


def desks_waiting(*, user: User) -> list[DeskLine]:
    """Return the desks at which an officer has something to do: the own ones, and those with a free seat."""
    return [
        line
        for line in desk_lines(user=user)
        if not line.told.is_ended and (line.is_mine or (line.is_free and not line.is_own_unit))
    ]


def unedited_conferences(*, user: User) -> frozenset[str]:
    """Return the keys of the counted conferences in an officer's scope on which two officers still have to agree."""
    found = list(conferences.conferences_in_scope(user=user).filter(key_destruction__isnull=False))
    told = handed_on(found)
    left = {number for (number, _), one in told.items() if not one.is_ended}
    return frozenset(conference.key for conference in found if conference.pk in left)


def form_asked(conference: Conference) -> Questionnaire:
    """Return the form that a counted conference asked. Raises LookupError where it has no poll."""
    poll = conferences.poll_of(conference)
    if poll is None:
        raise LookupError("the conference has no poll")
    return Questionnaire.from_canonical(bytes(poll.questionnaire))


def desk_of(conference: Conference, subject_key: str) -> Desk | None:
    """Return the desk of a person's remarks, None before the first officer sat down."""
    found = Desk.objects.filter(conference=conference, subject_key=subject_key).first()
    if found is not None:
        found.conference = conference  # in hand already, with its unit
    return found


def seated(desk: Desk) -> list[User]:
    """Return the officers at a desk; a locked account has no seat."""
    return [seat.user for seat in desk.seats.filter(user__is_active=True).select_related("user")]


def is_seated(desk: Desk, user: User) -> bool:
    """Tell whether an officer has a seat."""
    return user in seated(desk)


def desk_obstacle(conference: Conference, subject_key: str) -> Refused | None:
    """Return what keeps everybody from the desk: ``not_counted``, ``too_few``, ``nothing_written``."""
    if counting.key_destruction(conference) is None:
        return refusals.NOT_COUNTED
    definition = conferences.definition_of(conference)
    remarks_from = definition.remarks_from if definition else LEAST_REMARKS_FROM
    if not may_show_remarks(counting.opened_ballots(conference, subject_key), remarks_from=remarks_from):
        return refusals.TOO_FEW
    received = counting.remarks_received([conference.pk]).get(conference.pk, {})
    return None if received.get(subject_key) else refusals.NOTHING_WRITTEN


def conflict(conference: Conference, user: User) -> Refused | None:
    """Return ``own_unit`` where an officer is of the unit: by scope, or by a name on its lists."""
    if conference.unit_id in registry.own_units(user=user):
        return refusals.OWN_UNIT
    people = conferences.names_of_unit(conference) | {subject.name for subject in conference.subjects.all()}
    return refusals.OWN_UNIT if is_named_among(user.full_name, people) else None


def _editors(found: list[Conference]) -> dict[tuple[int, str], list[User]]:
    by_desk: dict[tuple[int, str], list[User]] = {}
    taken = Seat.objects.filter(desk__conference__in=found, user__is_active=True)
    for seat in taken.select_related("desk", "user").order_by("pk"):
        by_desk.setdefault((seat.desk.conference_id, seat.desk.subject_key), []).append(seat.user)
    return by_desk
