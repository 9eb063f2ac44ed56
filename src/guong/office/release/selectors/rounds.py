"""The results of a round, each person's through the same gate as on the person's own page; sums in `round_sums`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.plan_rules import LEVELS
from guong.core.questionnaire import Questionnaire
from guong.core.tally import SubjectCount
from guong.core.wording import bare_post, folded
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.counting import selectors as counting
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round
from guong.office.registry import selectors as registry
from guong.office.registry.models import Unit
from guong.office.release import refusals
from guong.office.release.selectors.editions import NOTHING_OUT, Editions, editions_of
from guong.office.release.selectors.gate import PersonalFigures, figures_among_many
from guong.office.remarks import selectors as remarks
from guong.office.remarks.details import HandedOn

_ORDER = {level.key: place for place, level in enumerate(LEVELS)}
_BY_POST = "ward_head"  # the kind of a round whose units have two heads


@dataclass(frozen=True)
class RoundPerson:
    """A person asked about in a round. ``group`` is the school level, or in wards the post; ``remarks`` is None where
    nobody wrote anything or nothing was kept."""

    entry: counting.Counted
    subject: ConferenceSubject
    group: str
    figures: PersonalFigures | Refused
    remarks: HandedOn | None = None
    editions: Editions = NOTHING_OUT

    @property
    def count(self) -> SubjectCount | None:
        """The exact count in force, for the judge; None before the opening."""
        whole = self.entry.whole
        opened = whole.counts.get(self.subject.key) if whole else None
        return self.editions.count(opened) if opened else None

    @property
    def conference(self) -> Conference:
        """The person's conference."""
        return self.entry.conference

    @property
    def known(self) -> PersonalFigures | None:
        """The figures where there are any, suppressed ones too."""
        return None if isinstance(self.figures, Refused) else self.figures

    @property
    def shown(self) -> PersonalFigures | None:
        """The figures where rows may be shown."""
        found = self.known
        return found if found and not found.is_suppressed else None

    @property
    def is_edited(self) -> bool:
        """Tell whether nobody works on remarks about the person any more."""
        return self.remarks is None or self.remarks.is_ended


@dataclass(frozen=True)
class RoundFigures:
    """All results of a round: conferences by day, people in the order of groups and units, never by result.

    ``cancelled`` conferences are named and counted nowhere.
    """

    of_round: Round
    conferences: tuple[counting.Counted, ...]
    people: tuple[RoundPerson, ...]
    cancelled: tuple[Conference, ...]

    @cached_property
    def finished(self) -> tuple[counting.Counted, ...]:
        """Conferences with a confirmed result."""
        return tuple(entry for entry in self.conferences if entry.state in counting.FINAL)

    @cached_property
    def waiting(self) -> tuple[counting.Counted, ...]:
        """Conferences that still have to bring a result; a void poll brings none."""
        ended = {*counting.FINAL, PollState.VOID}
        return tuple(entry for entry in self.conferences if entry.state not in ended)

    @cached_property
    def form(self) -> Questionnaire | None:
        """The form of the confirmed results, None before the first."""
        return next((entry.form for entry in self.finished if entry.form), None)

    @property
    def has_two_forms(self) -> bool:
        """Tell whether two forms were asked, whose answers can't be added."""
        return len({entry.form.digest for entry in self.finished if entry.form}) > 1

    @property
    def is_of_wards(self) -> bool:
        """Tell whether people are grouped by post."""
        return self.of_round.kind == _BY_POST

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups in their order."""
        return tuple(dict.fromkeys(person.group for person in self.people))


def round_figures(*, user: User, of_round: Round) -> RoundFigures | Refused:
    """Return the results of a round as an officer may see them.

    Refused: ``outside_scope`` where a unit of the round isn't the officer's (a part would pass for the whole), ``two_forms``
    where two forms were asked, whose answers can't be added.
    """
    found = counting.counted(conferences.all_conferences_of_round(of_round))
    return _gathered(user, of_round, found, _beside(found))


def round_beside_earlier(
    *, user: User, of_round: Round
) -> tuple[RoundFigures | Refused, RoundFigures | None]:
    """Return the results of a round and of the body's round of the same kind before it, both fetched at once.

    The earlier one is None where there is none, or none that may be seen.
    """
    before = plans.round_before(of_round)
    if before is None:
        return round_figures(user=user, of_round=of_round), None
    now, earlier = rounds_together(user=user, rounds=(of_round, before))
    return now, None if isinstance(earlier, Refused) else earlier


def rounds_together(*, user: User, rounds: Sequence[Round]) -> list[RoundFigures | Refused]:
    """Return the results of several rounds, fetched at once: as many queries as for one. Refused as `round_figures`."""
    every = reduce(or_, map(conferences.all_conferences_of_round, rounds))
    found = counting.counted(every)
    beside = _beside(found)
    return [
        _gathered(user, one, [entry for entry in found if entry.conference.round_id == one.pk], beside)
        for one in rounds
    ]


@dataclass(frozen=True)
class _Beside:
    """What stands beside the counts, by conference and person: what became of remarks, what went out."""

    told: Mapping[tuple[int, str], HandedOn]
    editions: Mapping[tuple[int, str], Editions]


def _beside(found: Iterable[counting.Counted]) -> _Beside:
    held = [entry for entry in found if not entry.is_cancelled]
    received = {entry.conference.pk: entry.remarks for entry in held}
    told = remarks.handed_on([entry.conference for entry in held], received=received)
    return _Beside(told, editions_of(entry.conference.pk for entry in held))


def _gathered(
    user: User,
    of_round: Round,
    found: list[counting.Counted],
    beside: _Beside,
) -> RoundFigures | Refused:
    if not _all_in_scope(user, of_round, found):
        return refusals.OUTSIDE_SCOPE
    held = [entry for entry in found if not entry.is_cancelled]
    cancelled = tuple(entry.conference for entry in found if entry.is_cancelled)
    gathered = RoundFigures(of_round, tuple(held), _people(of_round, held, beside), cancelled)
    return refusals.TWO_FORMS if gathered.has_two_forms else gathered


def _all_in_scope(user: User, of_round: Round, found: list[counting.Counted]) -> bool:
    """Tell whether the officer has every unit; those beneath the round's body are the officer's as the body is."""
    body = of_round.plan.body_id
    elsewhere = {entry.conference.unit_id for entry in found if not _is_beneath(entry.conference.unit, body)}
    return (
        not elsewhere or len(elsewhere) == registry.units_in_scope(user=user).filter(pk__in=elsewhere).count()
    )


def _is_beneath(unit: Unit, body: int) -> bool:
    parent = unit.parent
    return body in (unit.pk, unit.parent_id, parent.parent_id if parent else None)


def _people(of_round: Round, entries: Iterable[counting.Counted], beside: _Beside) -> tuple[RoundPerson, ...]:
    by_post = of_round.kind == _BY_POST
    people = [
        _person(entry, subject, _group(entry.conference, subject, by_post), beside)
        for entry in entries
        for subject in entry.conference.subjects.all()
    ]

    def place(person: RoundPerson) -> tuple[object, ...]:
        unit = person.conference.unit
        first = len(_ORDER) if by_post else _ORDER.get(unit.level, len(_ORDER))
        return first, folded(person.group), folded(unit.name), person.conference.pk, person.subject.key

    return tuple(sorted(people, key=place))


def _person(entry: counting.Counted, subject: ConferenceSubject, group: str, beside: _Beside) -> RoundPerson:
    place = entry.conference.pk, subject.key
    editions = beside.editions.get(place, NOTHING_OUT)
    figures = figures_among_many(entry, subject.key, editions)
    return RoundPerson(entry, subject, group, figures, beside.told.get(place), editions)


def _group(conference: Conference, subject: ConferenceSubject, by_post: bool) -> str:
    if by_post:
        return bare_post(subject.post.title, conference.unit.name)
    return str(conference.unit.get_level_display())
