"""Where a plan draws no lots, all its public schools are asked; months in post are those of the plan."""

from dataclasses import replace
from datetime import date

import pytest

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.plans import selectors as plans
from guong.office.plans import services as plan_services
from guong.office.plans.models import Plan
from guong.office.registry.models import Level, Unit
from guong.office.registry.services import ensure_unit
from guong.office.schedule import selectors
from tests.conferences.world import good, officer, school
from tests.plans.world import from_template

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune() -> Unit:
    """A commune with two public schools and a private one."""
    body = ensure_unit(key="P-HS", name="Đảng uỷ phường Hoa Sen", level=Level.WARD)
    for key, public in (("TH-01", True), ("TH-02", True), ("TH-03", False)):
        unit, _ = school(name=f"Trường Tiểu học {key}", key=key, head_since=date(2025, 9, 1))
        unit.parent, unit.public = body, public
        unit.save()
    return body


@pytest.fixture
def organiser(commune: Unit) -> User:
    """Its organiser."""
    return officer(commune, Role.ORGANISER)


@pytest.fixture
def plan(organiser: User, commune: Unit) -> Plan:
    """The commune's plan for 2026."""
    return from_template(organiser, commune, 2026)


def test_every_public_school_is_offered(plan: Plan) -> None:
    found = selectors.candidates(of_round=plan.rounds.all()[0])
    assert sorted(entry.unit.key for entry in found) == ["TH-01", "TH-02"]
    assert not any(entry.obstacle for entry in found)


def test_a_head_newer_than_the_plan_allows_is_an_obstacle(organiser: User, plan: Plan) -> None:
    sheet = replace(plans.drafted_rules(plan), months_in_post=12)
    good(plan_services.change_rules(actor=organiser, plan=plan, version=plan.version, sheet=sheet))
    found = selectors.candidates(of_round=plan.rounds.all()[0])
    assert all("Chưa đủ thời gian giữ chức vụ" in entry.obstacle for entry in found)
