"""Nhân bản kế hoạch năm trước: all is carried over, days are moved, what may be wrong is marked until it was seen."""

from dataclasses import replace
from datetime import date

import pytest

from guong.core.outcome import Refused
from guong.core.plan_differences import Change
from guong.core.plan_text import PlanPart
from guong.office.accounts.models import User
from guong.office.plans import refusals, selectors, services
from guong.office.plans.details import Progress
from guong.office.plans.models import Duty, Plan
from guong.office.registry.models import Unit
from tests.conferences.world import good
from tests.plans.world import completed, details_of_plan, issued

pytestmark = pytest.mark.django_db


@pytest.fixture
def last_year(organiser: User, unit: Unit) -> Plan:
    """An issued plan of 2023 of which one duty is done and one is due."""
    plan = issued(organiser, unit)
    first, second = Duty.objects.filter(plan=plan)[:2]
    done = Progress(due_on=date(2023, 3, 1), done_on=date(2023, 2, 20), evidence="Đã làm")
    good(services.record_progress(actor=organiser, duty=first, progress=done))
    good(services.record_progress(actor=organiser, duty=second, progress=Progress(due_on=date(2023, 11, 30))))
    return plan


@pytest.fixture
def copied(organiser: User, last_year: Plan) -> Plan:
    """Its copy for 2024."""
    return good(services.copy_plan(actor=organiser, plan=last_year, year=2024))


def test_rounds_keep_their_weekdays_and_reference_days_their_date(copied: Plan) -> None:
    days = [(entry.begins_on, entry.ends_on, entry.reference_date) for entry in copied.rounds.all()]
    assert days == [
        (date(2024, 5, 20), date(2024, 5, 24), date(2024, 5, 15)),
        (date(2024, 10, 14), date(2024, 10, 25), date(2024, 10, 9)),
    ]


def test_due_dates_move_a_year_on_and_nothing_is_done_yet(copied: Plan) -> None:
    first, second = Duty.objects.filter(plan=copied)[:2]
    assert (first.due_on, first.done_on, first.evidence) == (date(2024, 3, 1), None, "")
    assert second.due_on == date(2024, 11, 30)


def test_the_title_names_the_new_year_and_number_and_day_are_open(copied: Plan) -> None:
    assert copied.title.endswith("năm 2024")
    assert (copied.number, copied.issued_on, copied.state) == ("", None, "draft")


def test_every_line_that_names_something_is_to_be_looked_at(copied: Plan) -> None:
    unseen = selectors.unseen_differences(copied)
    told = {(entry.part, entry.change) for entry in unseen}
    assert (PlanPart.HEAD, Change.CHANGED) in told
    assert (PlanPart.BASIS, Change.REVIEW) in told
    assert (PlanPart.ROUND, Change.CHANGED) in told
    assert (PlanPart.SIGNATURE, Change.REVIEW) in told
    assert not [entry for entry in unseen if entry.change in (Change.ADDED, Change.REMOVED)]


def test_a_copy_is_not_issued_before_everything_was_seen(organiser: User, copied: Plan) -> None:
    plan = completed(organiser, copied)
    outcome = services.issue(actor=organiser, plan=plan, version=plan.version)
    assert isinstance(outcome, Refused)
    assert "cần xem lại so với năm trước" in outcome.sentence
    codes = [entry.code for entry in selectors.unseen_differences(plan)]
    assert services.mark_seen(actor=organiser, plan=plan, codes=codes) == len(codes)
    good(services.issue(actor=organiser, plan=plan, version=plan.version))


def test_a_line_rewritten_after_it_was_seen_is_to_be_seen_again(organiser: User, copied: Plan) -> None:
    plan = completed(organiser, copied)
    codes = [entry.code for entry in selectors.unseen_differences(plan)]
    services.mark_seen(actor=organiser, plan=plan, codes=codes)
    details = replace(details_of_plan(plan), lead_body="Ban Dân vận")
    good(services.change_details(actor=organiser, plan=plan, version=plan.version, details=details))
    assert [entry.after for entry in selectors.unseen_differences(plan)] == ["Cơ quan chủ trì: Ban Dân vận"]


def test_number_and_day_of_issue_need_no_second_look(organiser: User, copied: Plan) -> None:
    before = len(selectors.unseen_differences(copied))
    assert len(selectors.unseen_differences(completed(organiser, copied))) == before


def test_unknown_codes_are_left_out(organiser: User, copied: Plan) -> None:
    assert services.mark_seen(actor=organiser, plan=copied, codes=["0" * 64]) == 0


def test_a_plan_is_not_copied_backwards_nor_twice(organiser: User, last_year: Plan, copied: Plan) -> None:
    assert services.copy_plan(actor=organiser, plan=last_year, year=2023) == refusals.NOT_LATER_YEAR
    assert services.copy_plan(actor=organiser, plan=last_year, year=copied.year) == refusals.COPIED_ALREADY


def test_last_year_stays_as_it_was(last_year: Plan, copied: Plan) -> None:
    text = selectors.text_of(last_year)
    assert "năm 2023" in next(line.words for line in text if line.words.startswith("Trích yếu"))
    assert [entry.begins_on for entry in last_year.rounds.all()] == [date(2023, 5, 15), date(2023, 10, 9)]
