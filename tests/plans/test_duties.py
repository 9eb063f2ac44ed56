"""Duties: due, done with evidence, overdue first; who made the plan known."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.plans import refusals, selectors, services
from guong.office.plans.details import BriefingDetails, Progress
from guong.office.plans.models import Briefing, Duty, Plan
from guong.office.registry.models import Unit
from tests.conferences.world import good
from tests.plans.test_pages import signed_in
from tests.plans.world import from_template, issued

pytestmark = pytest.mark.django_db

DONE = Progress(due_on=date(2023, 6, 30), done_on=date(2023, 6, 1), evidence="Đã báo cáo Thường trực")
BRIEFED = BriefingDetails("UBND Quận", date(2023, 2, 10), "Hội trường UBND Quận", 48, 50)


def first_duty(plan: Plan) -> Duty:
    """The first duty of a plan."""
    return Duty.objects.filter(plan=plan)[0]


def test_a_duty_is_done_on_a_day_with_its_evidence(organiser: User, unit: Unit) -> None:
    plan = issued(organiser, unit)
    good(services.record_progress(actor=organiser, duty=first_duty(plan), progress=DONE))
    row = selectors.board_of(plan, today=date(2023, 7, 1))[0].rows[-1]
    assert (row.state, row.duty.evidence) == ("done", "Đã báo cáo Thường trực")


def test_it_may_be_taken_back(organiser: User, unit: Unit) -> None:
    plan = issued(organiser, unit)
    duty = first_duty(plan)
    good(services.record_progress(actor=organiser, duty=duty, progress=DONE))
    good(services.record_progress(actor=organiser, duty=duty, progress=Progress(due_on=DONE.due_on)))
    assert selectors.board_of(plan, today=date(2023, 7, 1))[0].rows[0].state == "overdue"


def test_overdue_duties_come_first_the_longest_overdue_before_all(organiser: User, unit: Unit) -> None:
    plan = issued(organiser, unit)
    duties = list(Duty.objects.filter(plan=plan, body="Ban Tuyên giáo Quận uỷ"))
    for duty, month in ((duties[1], 4), (duties[3], 3), (duties[2], 12)):
        progress = Progress(due_on=date(2023, month, 1))
        good(services.record_progress(actor=organiser, duty=duty, progress=progress))
    board = selectors.board_of(plan, today=date(2023, 6, 1))
    assert [row.state for row in board[0].rows] == ["overdue", "overdue", "due", "open"]
    assert [row.duty for row in selectors.overdue_of(board)] == [duties[3], duties[1]]


@pytest.mark.parametrize(
    ("progress", "refusal"),
    [
        (replace(DONE, done_on=date(2023, 1, 26)), refusals.BEFORE_ISSUE),
        (replace(DONE, evidence=""), refusals.NO_EVIDENCE),
        (replace(DONE, paper_key="f" * 32), refusals.UNKNOWN_PAPER),
    ],
)
def test_what_cannot_have_been_done_is_refused(
    organiser: User, unit: Unit, progress: Progress, refusal: Refused
) -> None:
    duty = first_duty(issued(organiser, unit))
    assert services.record_progress(actor=organiser, duty=duty, progress=progress) == refusal


def test_nothing_is_done_tomorrow(organiser: User, unit: Unit) -> None:
    duty = first_duty(issued(organiser, unit))
    tomorrow = replace(DONE, done_on=timezone.localdate() + timedelta(1))
    assert services.record_progress(actor=organiser, duty=duty, progress=tomorrow) == refusals.IN_FUTURE


def test_a_plan_not_issued_has_nothing_done(organiser: User, unit: Unit) -> None:
    plan = from_template(organiser, unit)
    outcome = services.record_progress(actor=organiser, duty=first_duty(plan), progress=DONE)
    assert outcome == refusals.NOT_ISSUED
    assert services.record_briefing(actor=organiser, plan=plan, details=BRIEFED) == refusals.NOT_ISSUED


def test_a_filed_paper_of_the_body_is_evidence(organiser: User, unit: Unit) -> None:
    plan = issued(organiser, unit)
    key = plan.editions.get().paper_key
    done = replace(DONE, evidence="", paper_key=key)
    assert not isinstance(
        services.record_progress(actor=organiser, duty=first_duty(plan), progress=done), Refused
    )


def test_the_paper_that_proves_it_may_be_opened_from_the_board(organiser: User, unit: Unit) -> None:
    plan = issued(organiser, unit)
    done = replace(DONE, evidence="", paper_key=plan.editions.get().paper_key)
    good(services.record_progress(actor=organiser, duty=first_duty(plan), progress=done))
    page = signed_in(organiser).get(reverse("plans:duties", args=[plan.key])).content.decode()
    assert f"Số {plan.number}" in page
    assert page.count(reverse("papers:list") + "tep/") == 2


def test_a_body_made_the_plan_known_and_corrects_itself(organiser: User, unit: Unit) -> None:
    plan = issued(organiser, unit)
    for present in (48, 49):
        details = replace(BRIEFED, present=present)
        good(services.record_briefing(actor=organiser, plan=plan, details=details))
    assert [briefing.present for briefing in Briefing.objects.filter(plan=plan)] == [49]
    board = {row.body: row.briefing for row in selectors.board_of(plan, today=date(2023, 7, 1))}
    assert board["UBND Quận"] is not None
    assert board["Ban Tổ chức Quận uỷ"] is None


@pytest.mark.parametrize(
    ("details", "refusal"),
    [
        (replace(BRIEFED, body="Phòng Y tế"), refusals.UNKNOWN_BODY),
        (replace(BRIEFED, present=51), refusals.MORE_THAN_EXPECTED),
        (replace(BRIEFED, present=0, expected=0), refusals.NOBODY_EXPECTED),
        (replace(BRIEFED, held_on=date(2023, 1, 1)), refusals.BEFORE_ISSUE),
    ],
)
def test_a_briefing_that_cannot_be_is_refused(
    organiser: User, unit: Unit, details: BriefingDetails, refusal: Refused
) -> None:
    plan = issued(organiser, unit)
    assert services.record_briefing(actor=organiser, plan=plan, details=details) == refusal
