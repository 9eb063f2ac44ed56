"""How far each result has come on its way to the person (`core.release_steps`), and who may read it by now."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from guong.core.release_steps import Reader, ReleaseStep, is_behind, may_read
from guong.office.accounts.models import User
from guong.office.accounts.permissions import (
    AT_COMMITTEE,
    AT_STANDING_BOARD,
    COUNT_VOTES,
    OWN_RESULT,
    READ_RESULTS,
)
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.counting import selectors as counting
from guong.office.plans.models import Round
from guong.office.registry import selectors as registry
from guong.office.release.models import StepTaken
from guong.office.remarks import selectors as remarks

_READERS = {
    COUNT_VOTES: Reader.COUNTING_BOARD,
    READ_RESULTS: Reader.LEAD_BODY,
    AT_STANDING_BOARD: Reader.STANDING_BOARD,
    AT_COMMITTEE: Reader.COMMITTEE,
}
_ORDER = tuple(ReleaseStep)
_PRESENTED = frozenset(
    {ReleaseStep.STANDING_BOARD, ReleaseStep.COMMITTEE, ReleaseStep.TOLD, ReleaseStep.ARCHIVED}
)


@dataclass(frozen=True)
class PersonStep:
    """Where one person's result stands; ``reached`` is None before the count, ``acts`` are what officers did, in order."""

    conference: Conference
    subject: ConferenceSubject
    reached: ReleaseStep | None
    acts: tuple[StepTaken, ...] = ()

    @property
    def told_on(self) -> date | None:
        """The day on which the person was told, None before it."""
        return next((act.taken_on for act in self.acts if act.step == ReleaseStep.TOLD.value), None)

    @property
    def key(self) -> str:
        """One text that names conference and person in a form."""
        return f"{self.conference.key}/{self.subject.key}"


@dataclass(frozen=True)
class RoundStands:
    """How far a presented round is: the step that all its ``people`` have behind them, and how many of them were told."""

    lowest: ReleaseStep
    people: int
    told: int


@dataclass(frozen=True)
class OwnResult:
    """A result of which its person was told."""

    conference: Conference
    subject: ConferenceSubject
    reached: ReleaseStep
    told_on: date


def reached(conference_key: str, subject_key: str) -> ReleaseStep | None:
    """Return how far a result has come, None before its count or where there is no such person."""
    found = {
        one.subject.key: one.reached for one in _steps(conferences.conferences_keyed(key=conference_key))
    }
    return found.get(subject_key)


def round_steps(of_round: Round) -> list[PersonStep]:
    """Return where everybody of a round stands, by day and key: as many queries for thirty as for one."""
    return _steps(conferences.conferences_of_round(of_round))


def person_step(conference: Conference, subject_key: str) -> PersonStep | None:
    """Return where one person's result stands, None where there is no such person."""
    found = _steps(conferences.alone(conference).select_related("unit"))
    return next((one for one in found if one.subject.key == subject_key), None)


def step_of_counted(subject: ConferenceSubject, *, edited: bool) -> PersonStep:
    """Return where a result stands whose figures were just read and of whose remarks the caller knows: one query."""
    done = _acts([subject.conference])[subject.conference_id, subject.key]
    by_work = ReleaseStep.EDITED if edited else ReleaseStep.COUNTED
    return PersonStep(subject.conference, subject, _by_act(done) or by_work, tuple(done))


def may_see(user: User, conference_key: str, subject_key: str) -> bool:
    """Tell whether a user reads this result now: by office within the own units, or as its person once told.

    The person reads in no other office: whoever sits on the committee hears of the own result last, too.
    """
    conference = conferences.conference_in_scope(user=user, key=conference_key)
    readers = {reader for name, reader in _READERS.items() if user.has_perm(f"accounts.{name}")}
    if conference is None or not readers or is_own(user, conference, subject_key):
        return own_result(user, conference_key, subject_key) is not None
    stands = _presented(conference, subject_key) or reached(conference_key, subject_key)
    return any(may_read(reader, stands) for reader in readers)


def may_open(user: User, conference: Conference, subject_key: str) -> bool:
    """Tell the same of a conference within the user's units, in few questions: what was counted, the figures tell."""
    if is_own(user, conference, subject_key):
        return own_result(user, conference.key, subject_key) is not None
    if user.has_perm(f"accounts.{READ_RESULTS}"):
        return True
    stands = _presented(conference, subject_key)
    return any(may_read(reader, stands) for reader in _leading(user))


def may_see_round(user: User, of_round: Round) -> bool:
    """Tell whether a user reads the figures of a round as a whole: from the step on that all its results have reached."""
    return bool(rounds_readable(user, [of_round]))


def rounds_readable(user: User, rounds: Sequence[Round]) -> list[Round]:
    """Return those of some rounds whose figures a user reads by now, in one question at most."""
    if user.has_perm(f"accounts.{READ_RESULTS}"):
        return list(rounds)
    stands, readers = rounds_presented(rounds), _leading(user)
    return [
        one
        for one in rounds
        if one.pk in stands and any(may_read(reader, stands[one.pk].lowest) for reader in readers)
    ]


def told_days(found: Collection[Conference]) -> dict[tuple[int, str], date]:
    """Return on which day each person of these conferences was told, by conference (number) and person, in one question."""
    acts = StepTaken.objects.filter(conference__in=found, step=ReleaseStep.TOLD.value)
    rows = acts.values_list("conference", "subject_key", "taken_on")
    return {(conference, subject_key): day for conference, subject_key, day in rows}


def alone_readable(user: User, found: Collection[Conference]) -> set[int]:
    """Return which conferences outside any round (by number) somebody of the leading body reads by now, in one question."""
    readers = _leading(user)
    steps = _alone_presented(found) if readers else {}
    return {
        conference
        for (conference, _), step in steps.items()
        if any(may_read(reader, step) for reader in readers)
    }


def alone_steps(user: User, found: Collection[Conference]) -> dict[tuple[int, str], ReleaseStep | None]:
    """Return how far results outside any round were presented, by conference (number) and person: two questions at most.

    None: not presented yet. The user's own result is left out, whatever office the user holds.
    """
    alone = [one for one in found if one.round_id is None]
    if not alone:
        return {}
    person, steps = registry.person_of(user=user), _alone_presented(alone)
    return {
        (one.pk, subject.key): steps.get((one.pk, subject.key))
        for one in alone
        for subject in one.subjects.all()
        if person is None or subject.post.person_id != person.pk
    }


def _alone_presented(found: Collection[Conference]) -> dict[tuple[int, str], ReleaseStep]:
    alone = [one.pk for one in found if one.round_id is None]
    last: dict[tuple[int, str], ReleaseStep] = {}
    if alone:
        acts = StepTaken.objects.filter(conference__in=alone).order_by("number")
        for conference, subject_key, step in acts.values_list("conference", "subject_key", "step"):
            last[conference, subject_key] = ReleaseStep(step)
    return {place: step for place, step in last.items() if step in _PRESENTED}


def rounds_presented(rounds: Collection[Round]) -> dict[int, RoundStands]:
    """Return how far each presented round is, by the rounds' numbers, in one question; others are left out."""
    last: dict[tuple[int, int, str], ReleaseStep] = {}
    acts = StepTaken.objects.filter(conference__round__in=rounds)
    rows = acts.order_by("number").values_list("conference__round", "conference", "subject_key", "step")
    for of_round, conference, subject_key, step in rows:
        last[of_round, conference, subject_key] = ReleaseStep(step)
    by_round: defaultdict[int, list[ReleaseStep]] = defaultdict(list)
    for (of_round, _, _), reached_step in last.items():
        by_round[of_round].append(reached_step)
    return {
        number: RoundStands(min(steps, key=_ORDER.index), len(steps), sum(map(_is_told, steps)))
        for number, steps in by_round.items()
        if _PRESENTED.issuperset(steps)
    }


def _leading(user: User) -> list[Reader]:
    return [_READERS[name] for name in (AT_STANDING_BOARD, AT_COMMITTEE) if user.has_perm(f"accounts.{name}")]


def _is_told(step: ReleaseStep) -> bool:
    return is_behind(ReleaseStep.TOLD, step)


def is_own(user: User, conference: Conference, subject_key: str) -> bool:
    """Tell whether a result is about the user."""
    person = registry.person_of(user=user)
    return (
        person is not None and conference.subjects.filter(key=subject_key, post__person_id=person.pk).exists()
    )


def own_results(user: User) -> list[OwnResult]:
    """Return the results of which the user was told as their person, the latest first; empty for everybody else."""
    person = registry.person_of(user=user) if user.has_perm(f"accounts.{OWN_RESULT}") else None
    if person is None:
        return []
    # Conferences still to be counted have nothing to tell the person: no question goes to the urn for them.
    about = conferences.conferences_about(person_id=person.pk)
    told = about.filter(release_steps__step=ReleaseStep.TOLD.value)
    return [
        OwnResult(one.conference, one.subject, one.reached, one.told_on)
        for one in _steps(told)
        if one.reached is not None
        and one.told_on is not None
        and one.subject.post.person_id == person.pk
        and may_read(Reader.PERSON, one.reached)
    ]


def own_result(user: User, conference_key: str, subject_key: str) -> OwnResult | None:
    """Return one of `own_results`, None where it isn't the user's or the user wasn't told yet."""
    found = own_results(user)
    wanted = (conference_key, subject_key)
    return next((one for one in found if (one.conference.key, one.subject.key) == wanted), None)


def told_in_scope(user: User) -> list[PersonStep]:
    """Return everybody in an officer's units who was told, the officer left out: as many queries for thirty as for one."""
    person = registry.person_of(user=user)
    in_scope = conferences.conferences_in_scope(user=user).filter(rehearsal=False)
    told = in_scope.filter(release_steps__step=ReleaseStep.TOLD.value).distinct().select_related("unit")
    return [
        one
        for one in _steps(told)
        if one.told_on is not None and (person is None or one.subject.post.person_id != person.pk)
    ]


def _presented(conference: Conference, subject_key: str) -> ReleaseStep | None:
    """Return the step that officers' acts alone tell: one query, without asking what was counted."""
    last = StepTaken.objects.filter(conference=conference, subject_key=subject_key).last()
    return _by_act([last] if last else [])


def _by_act(acts: Sequence[StepTaken]) -> ReleaseStep | None:
    step = ReleaseStep(acts[-1].step) if acts else None
    return step if step in _PRESENTED else None


def _steps(found: QuerySet[Conference]) -> list[PersonStep]:
    """Return everybody asked about in these conferences, in their order."""
    rows = list(found.prefetch_related(conferences.subjects_with_posts()))
    acts = _acts(rows)
    people = [(row, subject, acts[row.pk, subject.key]) for row in rows for subject in row.subjects.all()]
    open_ones = [row for row, _, done in people if _by_act(done) is None]
    states = counting.poll_states(found) if open_ones else {}
    final = [row for row in rows if states.get(row.key) in counting.FINAL]
    told = remarks.handed_on(final) if final else {}
    edited = {key: one.is_ended for key, one in told.items()}
    keys = {row.key for row in final}
    return [
        PersonStep(row, subject, _by_act(done) or _by_work(row, subject, keys, edited), tuple(done))
        for row, subject, done in people
    ]


def _by_work(
    row: Conference, subject: ConferenceSubject, final: set[str], edited: Mapping[tuple[int, str], bool]
) -> ReleaseStep | None:
    if row.key not in final:
        return None
    return ReleaseStep.EDITED if edited.get((row.pk, subject.key), True) else ReleaseStep.COUNTED


def _acts(rows: list[Conference]) -> defaultdict[tuple[int, str], list[StepTaken]]:
    by_person: defaultdict[tuple[int, str], list[StepTaken]] = defaultdict(list)
    for act in StepTaken.objects.filter(conference__in=rows).select_related("taken_by"):
        by_person[act.conference_id, act.subject_key].append(act)
    return by_person
