"""Evidence ends a year, the words of a plan two years after it was closed, by a moved clock (security.md §2 no. 86)."""

import os
import time
from datetime import date, timedelta

from django.test import Client
from django.utils import timezone

from guong.core.months import months_after
from guong.core.remediation.life import Act, PlanState
from guong.office.journal.models import Entry
from guong.office.overview.selectors import personal_data_held
from guong.office.remediation import evidence_folder, selectors, services
from guong.office.remediation.models import EvidenceFile, Passage, PlanItem, ProgressReport
from guong.office.remediation.services import Ended
from tests.remediation.world import MISSING, ToldWorld, approved, done, moved


def closed(place: ToldWorld) -> EvidenceFile:
    """Take the first head's plan to its end today; its only piece of evidence."""
    approved(place)
    done(place)
    moved(place, place.head, Act.ASK_TO_CLOSE)
    moved(place, place.reporter, Act.CLOSE)
    return EvidenceFile.objects.get()


def after(months: int) -> date:
    """The day so many months from today."""
    return months_after(timezone.localdate(), months)


def test_evidence_ends_a_year_after_the_plan_file_and_row(place: ToldWorld) -> None:
    path = evidence_folder.path_of(closed(place))
    assert services.end_plans(today=after(12) - timedelta(days=1)) == Ended(0, 0)
    assert path.exists()
    assert services.end_plans(today=after(12)) == Ended(1, 0)
    assert not path.exists()
    assert not EvidenceFile.objects.exists()
    assert place.plan.items.exists()


def test_words_end_two_years_after_the_plan_and_its_end_stays(place: ToldWorld) -> None:
    closed(place)
    services.end_plans(today=after(24) - timedelta(days=1))
    assert PlanItem.objects.filter(shortcoming=MISSING).exists()
    assert services.end_plans(today=after(24)) == Ended(0, 1)
    assert services.end_plans(today=after(24)) == Ended(0, 0)
    assert not any(model._default_manager.exists() for model in (PlanItem, ProgressReport, Passage))
    assert (place.plan.state, place.plan.since) == (PlanState.CLOSED.value, timezone.localdate())


def test_a_plan_that_was_never_closed_keeps_words_and_evidence(place: ToldWorld) -> None:
    approved(place)
    done(place)
    assert services.end_plans(today=date(2099, 1, 1)) == Ended(0, 0)


def test_nobody_is_asked_for_an_emptied_plan_again(place: ToldWorld, client: Client) -> None:
    closed(place)
    services.end_plans(today=after(24))
    line = selectors.line_of(place.place(place.reporter), today=after(24))
    assert (line.state_text, line.overdue, line.has_share) == ("Đã kết thúc", (), False)
    client.force_login(place.reporter)
    page = client.get(f"/khac-phuc/{place.first.key}/s1/").content.decode()
    assert "đã xoá khi hết thời hạn giữ" in page
    assert "chưa lập kế hoạch" not in page


def test_plan_and_evidence_stand_in_the_list_after_a_breach_until_they_end(place: ToldWorld) -> None:
    closed(place)
    held = {one.kind: one.over_on() for one in personal_data_held() if one.kind in ("plans", "evidence")}
    assert held == {"plans": after(24), "evidence": after(12)}
    services.end_plans(today=after(24))
    assert not [one for one in personal_data_held() if one.kind in ("plans", "evidence")]


def test_a_file_that_no_row_knows_goes_once_it_is_a_day_old(place: ToldWorld) -> None:
    path = evidence_folder.path_of(closed(place))
    lost, fresh = path.with_name("0" * 32), path.with_name("1" * 32)
    for one in (lost, fresh):
        one.write_bytes(b"%PDF-")
    os.utime(lost, (time.time() - 2 * 24 * 3600,) * 2)
    services.end_plans(today=timezone.localdate())
    assert (lost.exists(), fresh.exists(), path.exists()) == (False, True, True)


def test_both_ends_stand_in_the_journal_without_a_name(place: ToldWorld) -> None:
    closed(place)
    services.end_plans(today=after(24))
    said = {one.act: one.text for one in Entry.objects.filter(act__contains="_ended")}
    assert said == {
        "remediation.evidence_ended": "Chương trình xoá 1 tệp minh chứng, hết thời hạn 12 tháng.",
        "remediation.plans_ended": "Chương trình xoá nội dung 1 kế hoạch khắc phục, hết thời hạn 24 tháng.",
    }
