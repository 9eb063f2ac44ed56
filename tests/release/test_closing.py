"""The papers that close a round: each at its step, each to its readers, one for every person."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from guong.core.outcome import Refused
from guong.core.release_steps import ReleaseStep
from guong.office.papers.models import Paper
from guong.office.release import services
from guong.office.release.details import ClosingWords
from tests.counting.world import signed_in, words_of
from tests.release.round_world import SCHOOLS, PlayedRound, played
from tests.release.told_world import presented, told, with_report


@pytest.fixture
def ready(db: None, urn_folder: object) -> PlayedRound:
    """Two schools with their report, one of them too small for any figure."""
    return with_report(played(SCHOOLS[2:4]))


def words() -> ClosingWords:
    due: date = timezone.localdate() + timedelta(days=30)
    return ClosingWords(("Ghi nhận đợt góp ý đúng kế hoạch",), due, "TRƯỞNG BAN", "Tạ Thị Lan Chi")


def made(place: PlayedRound, kind: str, given: ClosingWords | None = None) -> int | str:
    outcome = services.file_closing(
        of_round=place.of_round, kind=kind, words=given or words(), actor=place.reporter
    )
    return outcome.reason if isinstance(outcome, Refused) else outcome


@pytest.mark.slow
def test_each_paper_waits_for_its_step(ready: PlayedRound) -> None:
    kinds = (services.CONCLUSION, services.NOTICE, services.YEAR_END)
    assert [made(ready, kind) for kind in kinds] == ["not_presented", "not_presented", "nobody_told"]
    presented(ready)
    assert [made(ready, kind) for kind in kinds] == [1, 2, "nobody_told"]
    told(ready, ready.sites[0].conference)
    assert made(ready, services.YEAR_END) == 1


@pytest.mark.slow
def test_the_notice_holds_the_own_result_and_a_small_group_none(ready: PlayedRound) -> None:
    presented(ready)
    made(ready, services.NOTICE)
    first, second = (
        words_of(Paper.objects.get(kind=services.NOTICE, conference_key=site.conference.key))
        for site in ready.sites
    )
    assert ready.sites[0].head in first
    assert ready.sites[1].head not in first
    assert "Không công bố vì nhóm có ít người" in second
    assert {paper.permission for paper in Paper.objects.filter(kind=services.NOTICE)} == {services.PERSONAL}


@pytest.mark.slow
def test_a_news_draft_takes_no_number(ready: PlayedRound) -> None:
    assert made(ready, services.NEWS) == 1
    assert Paper.objects.get(kind=services.NEWS).number == 0


def test_the_committees_page_wants_conclusions_and_a_day_to_come(ready: PlayedRound) -> None:
    none = ClosingWords((), words().plan_due)
    past = ClosingWords(words().conclusions, timezone.localdate() - timedelta(days=1))
    assert made(ready, services.COMMITTEE_PAGE, none) == "no_conclusion"
    assert made(ready, services.COMMITTEE_PAGE, past) == "due_too_early"


@pytest.mark.slow
def test_the_page_proposes_conclusions_and_files_what_was_written(ready: PlayedRound) -> None:
    client = signed_in(ready.reporter)
    where = reverse("release:closing", args=[ready.of_round.key])
    assert "Giao người được góp ý gửi kế hoạch" in client.get(where).content.decode()
    sent = {
        "conclusions": "Kết luận đã sửa",
        "plan_due": (timezone.localdate() + timedelta(days=20)).isoformat(),
        "signer_role": "TRƯỞNG BAN",
        "signer_name": "",
        "kind": services.COMMITTEE_PAGE,
    }
    client.post(where, sent, follow=True)
    assert "Kết luận đã sửa" in words_of(Paper.objects.get(kind=services.COMMITTEE_PAGE))
    assert client.post(where, sent | {"plan_due": "31/02/2023"}).status_code == 422
    assert signed_in(ready.counter).get(where).status_code == 403


def test_before_the_committee_nobody_is_on_the_way(ready: PlayedRound) -> None:
    presented(ready, ReleaseStep.STANDING_BOARD)
    assert made(ready, services.CONCLUSION) == "not_presented"
