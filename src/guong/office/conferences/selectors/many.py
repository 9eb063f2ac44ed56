"""Many conferences at once: a list, a calendar, the board of a round, without asking one by one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum

from guong.core.ladder import Step
from guong.core.lifecycle import PollState
from guong.office.conferences import urn
from guong.office.conferences.models import (
    BoardMember,
    Cancellation,
    Conference,
    ConferenceSubject,
    DeskSheet,
    Poll,
    RollEntry,
)
from guong.office.conferences.selectors.cancelled import not_cancelled
from guong.office.conferences.selectors.conference import (
    BEFORE_CASTING,
    CANCELLED_TEXT,
    STATE_TEXTS,
    gathered,
)
from guong.office.conferences.steps import Facts, StepKey, next_step
from guong.office.plans.models import Round

_OVER = {PollState.CLOSED, PollState.SEALED, PollState.OPENED, PollState.ERASED}
_SIGNED = (
    DeskSheet.objects.filter(conference=OuterRef("pk"))
    .order_by()
    .values("conference")
    .annotate(total=Sum("signatures"))
    .values("total")
)
_LARGE = ("poll__definition", "poll__questionnaire", "poll__pages")


@dataclass(frozen=True)
class Standing:
    """Where one conference stands. ``turnout`` is known only once casting is over (DESIGN §4.8)."""

    conference: Conference
    facts: Facts
    summoned: int
    turnout: int | None
    board: tuple[BoardMember, ...]

    @property
    def state(self) -> PollState | None:
        """The state of its poll, None while the urn has none."""
        return self.facts.state

    @property
    def cancellation(self) -> Cancellation | None:
        """Who cancelled the conference and why, None where it stands."""
        return getattr(self.conference, "cancellation", None)

    @property
    def state_text(self) -> str:
        """The state as screens write it."""
        return CANCELLED_TEXT if self.cancellation else STATE_TEXTS[self.facts.state]

    @property
    def step(self) -> Step[StepKey] | None:
        """The step to do now, None once the conference is handed over to the counting or cancelled."""
        return None if self.cancellation else next_step(self.facts)

    @property
    def is_before_casting(self) -> bool:
        """Tell whether the conference stands and nobody can have voted yet."""
        return self.facts.state in BEFORE_CASTING and not self.cancellation

    @property
    def is_over(self) -> bool:
        """Tell whether casting has ended for good."""
        return self.facts.state in _OVER


@dataclass(frozen=True)
class OnTwoRolls:
    """A person named by several conferences; ``asked_at`` those among them that ask about the person."""

    name: str
    conferences: tuple[Conference, ...]
    asked_at: tuple[Conference, ...] = ()

    @property
    def is_subject(self) -> bool:
        """Tell whether one of the conferences asks about the person."""
        return bool(self.asked_at)


def conferences_of_round(of_round: Round) -> QuerySet[Conference]:
    """Return a round's conferences by day and hour, cancelled ones left out; a rehearsal belongs to no round."""
    return not_cancelled(all_conferences_of_round(of_round))


def all_conferences_of_round(of_round: Round) -> QuerySet[Conference]:
    """Return a round's conferences by day and hour, cancelled ones in their old places."""
    found = Conference.objects.filter(round=of_round, rehearsal=False)
    return found.select_related("unit", "poll", "cancellation").order_by("held_on", "begins_at", "pk")


def subjects_with_posts() -> "Prefetch[str, QuerySet[ConferenceSubject], str]":
    """Return what ``prefetch_related`` needs to load subjects and their posts in one query."""
    return Prefetch("subjects", queryset=ConferenceSubject.objects.select_related("post"))


def alone(conference: Conference) -> QuerySet[Conference]:
    """Return one conference as a list of one, for what is asked of many."""
    return among([conference.pk])


def among(numbers: Collection[int]) -> QuerySet[Conference]:
    """Return the conferences of these numbers (primary keys), in nobody's scope."""
    return Conference.objects.filter(pk__in=numbers)


def standings(conferences: QuerySet[Conference]) -> list[Standing]:
    """Return where each of these conferences stands, in their order: four queries and one question to the urn."""
    counted = conferences.annotate(
        on_roll=Count("roll", distinct=True),
        ticked=Count("roll", filter=Q(roll__present=True), distinct=True),
        signed=Subquery(_SIGNED),
    )
    found = list(
        counted.select_related("unit", "poll", "round__plan__body", "cancellation")
        .defer(*_LARGE)
        .prefetch_related("board", subjects_with_posts())
    )
    states = urn.states([poll.poll_key for poll in map(_poll, found) if poll])
    return [_standing(conference, states) for conference in found]


def on_two_rolls(conferences: Iterable[Conference]) -> list[OnTwoRolls]:
    """Return whom two of these conferences name: summoned by both, asked about by both, or one of each; by name."""
    known = {conference.pk: conference for conference in conferences}
    asked = Conference.objects.filter(pk__in=known, subjects__isnull=False)
    rolls = RollEntry.objects.filter(conference__in=known).exclude(person=None)
    subjects = list(asked.values_list("subjects__post__person_id", "subjects__name", "pk"))
    places: dict[int, list[int]] = {}
    names: dict[int, str] = {}
    for person, name, conference in (
        *subjects,
        *rolls.values_list("person_id", "printed_name", "conference_id"),
    ):
        places.setdefault(person, []).append(conference)
        names[person] = name
    asked_at: dict[int, list[Conference]] = {}
    for person, _, key in subjects:
        asked_at.setdefault(person, []).append(known[key])
    found = [
        OnTwoRolls(
            names[person], tuple(known[key] for key in sorted(set(keys))), tuple(asked_at.get(person, ()))
        )
        for person, keys in places.items()
        if len(keys) > 1
    ]
    return sorted(found, key=lambda one: one.name)


def _poll(conference: Conference) -> Poll | None:
    return getattr(conference, "poll", None)


def _standing(conference: Conference, states: dict[str, PollState]) -> Standing:
    poll = _poll(conference)
    board = tuple(conference.board.all())
    summoned = int(getattr(conference, "on_roll", 0))
    noted = "signed" if conference.attendance == Conference.LISTS else "ticked"
    there = int(getattr(conference, noted, 0) or 0)
    facts = gathered(
        conference,
        poll,
        roles={member.role for member in board},
        summoned=summoned,
        state=states.get(poll.poll_key) if poll else None,
    )
    return Standing(conference, facts, summoned, there if facts.state in _OVER else None, board)


def opened_conferences() -> QuerySet[Conference]:
    """Return the conferences whose result was imported, rehearsals left out; whoever asks limits them to a scope."""
    return Conference.objects.filter(rehearsal=False, opening__isnull=False)
