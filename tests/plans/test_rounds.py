"""A plan with its rounds, seen only by officers of its body."""

from dataclasses import replace
from datetime import date

import pytest

from guong.core.outcome import Refused
from guong.office.accounts.roles import Role
from guong.office.plans import refusals, selectors, services
from guong.office.registry.models import Level
from guong.office.registry.services import ensure_unit
from tests.conferences.world import officer
from tests.plans.world import PLAN, SCHOOLS, body, plan_of

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


def test_an_officer_of_another_body_sees_neither_plan_nor_round() -> None:
    unit = body()
    plan = plan_of(officer(unit, Role.ORGANISER), unit)
    stranger = officer(
        ensure_unit(key="Q-KH", name="Quận uỷ khác", level=Level.DISTRICT), Role.ORGANISER, username="khac"
    )
    assert selectors.plan_in_scope(user=stranger, key=plan.key) is None
    assert selectors.round_in_scope(user=stranger, key=plan.rounds.all()[0].key) is None
