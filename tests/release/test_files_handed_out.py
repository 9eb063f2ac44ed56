"""Filed papers for those who read by step: the head's own notice, the leaders' report; nobody else, nobody before."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from guong.core.release_steps import ReleaseStep
from guong.office.journal.models import Entry
from guong.office.release import services
from guong.office.release.details import ClosingWords
from tests.conferences.world import good
from tests.counting.world import signed_in
from tests.release.round_world import SCHOOLS, PlayedRound, played
from tests.release.told_world import head_account, leaders, presented, told, with_report

pytestmark = pytest.mark.slow


@pytest.fixture
def ready(db: None, urn_folder: object) -> PlayedRound:
    return with_report(played(SCHOOLS[2:4]))


def test_the_head_gets_the_own_notice_once_told_and_nobody_elses(ready: PlayedRound) -> None:
    presented(ready)
    first, second = (site.conference for site in ready.sites)
    words = ClosingWords(("Ghi nhận",), timezone.localdate() + timedelta(days=30))
    good(
        services.file_closing(
            of_round=ready.of_round, kind=services.NOTICE, words=words, actor=ready.reporter
        )
    )
    client = signed_in(head_account(first))
    own, other = (reverse("feedback:notice", args=[one.key, "s1"]) for one in (first, second))
    assert client.get(own).status_code == 404
    told(ready, first)
    told(ready, second)
    assert "Tải thông báo kết quả" in client.get(own.removesuffix("thong-bao/")).content.decode()
    answer = client.get(own)
    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith("attachment")
    assert Entry.objects.filter(act="papers.read").count() == 1
    assert client.get(other).status_code == 404
    assert signed_in(ready.reporter).get(own).status_code == 403


def test_leaders_get_the_filed_report_from_their_step_on(ready: PlayedRound) -> None:
    standing_board, committee = (signed_in(user) for user in leaders(ready))
    where = reverse("release:report_file", args=[ready.of_round.key])
    presented(ready, ReleaseStep.STANDING_BOARD)
    assert standing_board.get(where).content.startswith(b"%PDF")
    assert committee.get(where).status_code == 404
    assert signed_in(ready.counter).get(where).status_code == 403
    report = reverse("release:report", args=[ready.of_round.key])
    assert "Tải báo cáo đã lưu (PDF)" in standing_board.get(report).content.decode()


def test_where_no_notice_was_filed_the_page_says_so(ready: PlayedRound) -> None:
    presented(ready)
    conference = ready.sites[0].conference
    told(ready, conference)
    where = reverse("feedback:notice", args=[conference.key, "s1"])
    page = signed_in(head_account(conference)).get(where, follow=True).content.decode()
    assert "Chưa có thông báo nào được lưu" in page
