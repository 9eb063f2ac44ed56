"""The same person asked about more than once, and who took part in each poll."""

from collections.abc import Collection, Iterable
from datetime import timedelta

from django.db.models import Exists, OuterRef

from guong.office.conferences.models import Conference, ConferenceSubject

SOON = timedelta(days=183)  # people are taken to think the same for half a year


def asked_again(subjects: Collection[ConferenceSubject]) -> list[tuple[ConferenceSubject, ConferenceSubject]]:
    """Return each of these people beside the same person in another conference held within half a year, rehearsals left out."""
    if not subjects:
        return []
    days = [subject.conference.held_on for subject in subjects]
    others = ConferenceSubject.objects.filter(
        post__person__in={subject.post.person_id for subject in subjects},
        conference__rehearsal=False,
        conference__poll__isnull=False,
        conference__held_on__range=(min(days) - SOON, max(days) + SOON),
    ).select_related("conference", "post")
    return [(mine, other) for other in others for mine in subjects if _is_again(mine, other)]


def asked_elsewhere() -> Exists:
    """Return what ``annotate`` needs to tell whether somebody asked about is asked about in another conference, too."""
    people = ConferenceSubject.objects.filter(conference=OuterRef(OuterRef("pk"))).values("post__person")
    others = ConferenceSubject.objects.filter(
        post__person__in=people, conference__rehearsal=False, conference__poll__isnull=False
    )
    return Exists(others.exclude(conference=OuterRef("pk")))


def voters_of(conferences: Iterable[Conference]) -> dict[int, frozenset[int]]:
    """Return who took part, by conference (pk): those ticked as present, or the whole roll where lists were signed on paper."""
    ticked = {one.pk: one.attendance == Conference.TICKS for one in conferences}
    from_roll: dict[int, set[int]] = {pk: set() for pk in ticked}
    entries = Conference.objects.filter(pk__in=ticked).values_list("pk", "roll__person", "roll__present")
    for pk, person, present in entries:
        if person is not None and (present or not ticked[pk]):
            from_roll[pk].add(person)
    return {pk: frozenset(people) for pk, people in from_roll.items()}


def _is_again(mine: ConferenceSubject, other: ConferenceSubject) -> bool:
    same = mine.post.person_id == other.post.person_id and mine.conference_id != other.conference_id
    return same and abs(mine.conference.held_on - other.conference.held_on) <= SOON
