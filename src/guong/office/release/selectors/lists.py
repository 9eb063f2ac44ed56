"""Which results there are, what keeps papers from being made, which were filed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from guong.core.documents.parties import Person
from guong.core.outcome import Refused
from guong.core.wording import post_of_unit
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.counting import selectors as counting
from guong.office.papers import selectors as papers
from guong.office.papers.models import Paper
from guong.office.plans.models import Round
from guong.office.registry import selectors as registry
from guong.office.release import refusals
from guong.office.release.details import Sitting


@dataclass(frozen=True)
class ResultLine:
    """A conference whose result was confirmed, with the people asked about."""

    conference: Conference
    state: str
    subjects: tuple[ConferenceSubject, ...]


def result_lines(*, user: User) -> list[ResultLine]:
    """Return the conferences in an officer's scope that have a confirmed result, latest first."""
    in_scope = conferences.conferences_in_scope(user=user)
    states = counting.poll_states(in_scope)
    final = [key for key, state in states.items() if state in counting.FINAL]
    found = in_scope.filter(key__in=final).select_related("round__plan")
    return [
        ResultLine(
            conference, conferences.STATE_TEXTS[states[conference.key]], tuple(conference.subjects.all())
        )
        for conference in found.prefetch_related("subjects").order_by("-held_on", "-pk")
    ]


def rounds_among(lines: Iterable[ResultLine]) -> list[Round]:
    """Return the rounds to which these conferences belong, the latest first."""
    found = {line.conference.round for line in lines if line.conference.round}
    return sorted(found, key=lambda one: one.begins_on, reverse=True)


def subject_of(conference: Conference, subject_key: str) -> ConferenceSubject | None:
    """Return a person asked about by key."""
    return conference.subjects.filter(key=subject_key).select_related("post").first()


def person_of(conference: Conference, subject: ConferenceSubject) -> Person:
    """Return a person asked about as papers print the name: with post and unit."""
    return Person(subject.name, post_of_unit(subject.post.title, conference.unit.name))


def usual_sitting(conference: Conference) -> Sitting | None:
    """Return the sitting as the register knows it: from the import to the keys' end; None before that."""
    opening, ended = counting.opening(conference), counting.key_destruction(conference)
    if opening is None or ended is None:
        return None
    return Sitting(
        opened_at=timezone.make_naive(opening.imported_at),
        finished_at=timezone.make_naive(ended.destroyed_at),
        place=conference.place,
    )


def paper_obstacle(conference: Conference) -> Refused | None:
    """Return what keeps papers from being made: they name mã hồ sơ and that the keys are destroyed (DESIGN §4.6)."""
    obstacle = keys_obstacle(conference)
    if obstacle == refusals.NO_BUNDLE and counting.opening(conference) is None:
        return refusals.NOT_FINAL
    return obstacle


def keys_obstacle(conference: Conference) -> Refused | None:
    """Return the same of a conference whose result is known to be final."""
    has_bundle, keys_ended = counting.ending(conference)
    if keys_ended:
        return None
    return refusals.KEYS_REMAIN if has_bundle else refusals.NO_BUNDLE


def filed_counts(*, user: User) -> Counter[tuple[str, str]]:
    """Count the people about whom papers were filed, by conference key and kind, in an officer's scope."""
    keys = set(registry.units_in_scope(user=user).values_list("key", flat=True))
    filed = set(papers.papers_of(unit_keys=keys).values_list("conference_key", "kind", "subject_key"))
    return Counter((conference_key, kind) for conference_key, kind, _ in filed)


def papers_about(conference: Conference, subject: ConferenceSubject, kind: str) -> list[Paper]:
    """Return the filed papers of a kind on one person, newest first."""
    found = papers.papers_of(unit_keys=[conference.unit.key], conference_key=conference.key)
    return list(found.filter(kind=kind, subject_key=subject.key))
