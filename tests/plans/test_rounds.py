"""A plan with its rounds, seen only by officers of its body."""

from dataclasses import replace
from datetime import date

import pytest

from guong.core.outcome import Refused
from guong.office.accounts.roles import Role
from guong.office.plans import refusals, selectors, services
from guong.office.registry.models import Level
from guong.office.registry.services import ensure_unit
from tests.conferences.world import good, officer
from tests.plans.world import PLAN, SCHOOLS, WARDS, body, plan_of

pytestmark = pytest.mark.django_db


def test_a_plan_has_rounds_in_the_order_of_their_days() -> None:
    unit = body()
    plan = plan_of(officer(unit, Role.ORGANISER), unit)
    assert [entry.kind for entry in plan.rounds.all()] == ["school_head", "ward_head"]


def test_a_number_is_given_once_a_year() -> None:
    unit = body()
    actor = officer(unit, Role.ORGANISER)
    plan_of(actor, unit)
    assert services.create_plan(actor=actor, body=unit, details=PLAN) == refusals.NUMBER_TAKEN
    assert not isinstance(
        services.create_plan(actor=actor, body=unit, details=replace(PLAN, year=2024)), Refused
    )


def test_a_round_does_not_end_before_it_begins() -> None:
    unit = body()
    actor = officer(unit, Role.ORGANISER)
    plan = plan_of(actor, unit)
    backwards = replace(SCHOOLS, ends_on=date(2023, 5, 1))
    assert services.add_round(actor=actor, plan=plan, details=backwards) == refusals.ENDS_BEFORE_START


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        ({"begins_on": date(2022, 12, 30)}, "outside_year"),
        ({"begins_on": date(2023, 12, 30), "ends_on": date(2024, 1, 3)}, "outside_year"),
        ({"begins_on": date(2023, 10, 20), "ends_on": date(2023, 10, 21)}, "rounds_overlap"),
        ({"begins_on": date(2023, 5, 1), "ends_on": date(2023, 12, 31)}, "rounds_overlap"),
        ({"reference_date": date(2023, 5, 16)}, "reference_after_start"),
        ({"opens_on": date(2023, 5, 18)}, "opens_too_early"),
    ],
)
def test_days_that_make_no_sense_are_refused(days: dict[str, date], reason: str) -> None:
    unit = body()
    actor = officer(unit, Role.ORGANISER)
    plan = good(services.create_plan(actor=actor, body=unit, details=PLAN))
    good(services.add_round(actor=actor, plan=plan, details=WARDS))
    outcome = services.add_round(actor=actor, plan=plan, details=replace(SCHOOLS, **days))  # type: ignore[arg-type]  # only days
    assert isinstance(outcome, Refused)
    assert outcome.reason == reason


def test_a_round_may_follow_the_other_on_the_next_day() -> None:
    unit = body()
    actor = officer(unit, Role.ORGANISER)
    plan = good(services.create_plan(actor=actor, body=unit, details=PLAN))
    good(services.add_round(actor=actor, plan=plan, details=SCHOOLS))
    next_day = replace(
        WARDS, begins_on=date(2023, 5, 20), ends_on=date(2023, 5, 21), reference_date=date(2023, 5, 1)
    )
    assert not isinstance(services.add_round(actor=actor, plan=plan, details=next_day), Refused)


def test_a_round_may_be_moved_without_being_in_its_own_way() -> None:
    unit = body()
    actor = officer(unit, Role.ORGANISER)
    plan = plan_of(actor, unit)
    entry = plan.rounds.all()[0]
    longer = replace(SCHOOLS, ends_on=date(2023, 5, 20))
    good(services.change_round(actor=actor, changed=entry, version=plan.version, details=longer))
    entry.refresh_from_db()
    assert entry.ends_on == date(2023, 5, 20)


def test_a_round_of_a_draft_may_be_taken_out() -> None:
    unit = body()
    actor = officer(unit, Role.ORGANISER)
    plan = plan_of(actor, unit)
    good(services.remove_round(actor=actor, removed=plan.rounds.all()[1], version=plan.version))
    assert [entry.kind for entry in plan.rounds.all()] == ["school_head"]


def test_an_officer_of_another_body_sees_neither_plan_nor_round() -> None:
    unit = body()
    plan = plan_of(officer(unit, Role.ORGANISER), unit)
    stranger = officer(
        ensure_unit(key="Q-KH", name="Quận uỷ khác", level=Level.DISTRICT), Role.ORGANISER, username="khac"
    )
    assert selectors.plan_in_scope(user=stranger, key=plan.key) is None
    assert selectors.round_in_scope(user=stranger, key=plan.rounds.all()[0].key) is None
