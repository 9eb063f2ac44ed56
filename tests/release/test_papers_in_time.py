"""All papers of a round of fifteen people within their bound of time (issue 7), drawn one after the other in one process."""

import time
from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from guong.office.accounts.models import User
from guong.office.papers.models import Paper
from guong.office.release import services
from guong.office.release.details import ClosingWords, RoundSitting
from tests.conferences.world import good
from tests.release.round_world import PlayedRound, played
from tests.release.told_world import presented, told, with_report

pytestmark = [pytest.mark.alone, pytest.mark.long, pytest.mark.slow]

PEOPLE, MOST_SECONDS = 15, 20
LEVELS = ("preschool", "primary", "lower_secondary")
SITES = tuple((f"Trường Thử số {place + 1}", LEVELS[place % 3], 11, 0, "") for place in range(PEOPLE))
OF_PERSONS = (services.MINUTES, services.SUMMARY, services.NOTICE, services.YEAR_END)
OF_ROUND = (
    services.REPORT,
    services.ANNOUNCEMENT,
    services.COMMITTEE_PAGE,
    services.CONCLUSION,
    services.NEWS,
)


def closing(place: PlayedRound, kind: str) -> None:
    words = ClosingWords(("Ghi nhận đợt góp ý",), timezone.localdate() + timedelta(days=30))
    good(services.file_closing(of_round=place.of_round, kind=kind, words=words, actor=place.reporter))


def of_everybody(place: PlayedRound, actor: User) -> None:
    good(services.make_round_papers(of_round=place.of_round, actor=actor, sitting=RoundSitting("Hội trường")))


def test_all_papers_of_fifteen_people_take_twenty_seconds_at_most(db: None, urn_folder: object) -> None:
    place = played(SITES)
    began, processor = time.perf_counter(), time.process_time()
    for actor in (place.counter, place.reporter):
        of_everybody(place, actor)
    with_report(place)
    good(services.file_announcement(of_round=place.of_round, actor=place.reporter))
    presented(place)
    for kind in (services.COMMITTEE_PAGE, services.CONCLUSION, services.NEWS, services.NOTICE):
        closing(place, kind)
    for site in place.sites:
        told(place, site.conference)
    closing(place, services.YEAR_END)
    seconds, processor = time.perf_counter() - began, time.process_time() - processor
    print(f"{Paper.objects.count()} papers in {seconds:.1f} s ({processor:.1f} s of the processor)")
    made = Counter(Paper.objects.values_list("kind", flat=True))
    assert made == dict.fromkeys(OF_PERSONS, PEOPLE) | dict.fromkeys(OF_ROUND, 1)
    assert seconds <= MOST_SECONDS
