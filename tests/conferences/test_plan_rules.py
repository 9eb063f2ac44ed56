"""A conference of a round is held by the rules of its plan, not by the defaults."""

from dataclasses import replace
from datetime import date

import pytest

from guong.ceremony.preparing import prepare_poll
from guong.core.outcome import Refused
from guong.core.plan_rules import DEFAULT, RuleSheet
from guong.core.secrecy.requests import PollRequest
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors, services
from guong.office.conferences.models import Conference
from guong.office.plans import selectors as plans
from guong.office.plans import services as plan_services
from guong.office.plans.models import Plan
from guong.office.registry import selectors as registry
from tests.conferences.test_pages import signed_in
from tests.conferences.world import (
    DETAILS,
    SEED,
    World,
    good,
    officer,
    open_by_two,
    prepared,
    school,
    with_roll,
)
from tests.plans.world import body, from_template

STRICT = replace(DEFAULT, months_in_post=12, rows_from=9, remarks_from=14, quorum=(3, 4))


def ruled(world: World, sheet: RuleSheet) -> Plan:
    """A plan with these rules."""
    organiser = officer(body(), Role.ORGANISER, username="kehoach")
    plan = from_template(organiser, body())
    good(plan_services.change_rules(actor=organiser, plan=plan, version=plan.version, sheet=sheet))
    return plan


def prepared_in(world: World, plan: Plan) -> Conference:
    """Take a conference of the plan's first round to a prepared urn."""
    conference = with_roll(world)
    conference.round = plan.rounds.all()[0]
    conference.save(update_fields=["round"])
    poll = good(services.prepare_request(actor=world.organiser, conference=conference))
    made = prepare_poll(PollRequest.from_bytes(bytes(poll.request)), SEED)
    good(services.import_keys(actor=world.organiser, conference=conference, raw=made.keys.raw))
    conference.refresh_from_db()
    return conference


def test_a_head_is_asked_about_after_the_months_that_the_plan_says(world: World) -> None:
    unit, _ = school(name="Trường Tiểu học Sao Mai", key="TH-02", head_since=date(2022, 9, 1))
    made = services.create(
        actor=world.organiser,
        unit=unit,
        posts=list(registry.current_heads(unit=unit, on=DETAILS.held_on)),
        details=DETAILS,
        of_round=ruled(world, STRICT).rounds.all()[0],
    )
    assert isinstance(made, Refused)
    assert "chưa đủ 12 tháng" in made.sentence


def test_the_poll_promises_the_thresholds_of_the_plan(world: World) -> None:
    conference = prepared_in(world, ruled(world, STRICT))
    definition = selectors.definition_of(conference)
    assert definition is not None
    assert (definition.rows_from, definition.remarks_from) == (9, 14)


def test_papers_name_the_rules_of_the_plan(world: World) -> None:
    plan = ruled(world, STRICT)
    conference = prepared_in(world, plan)
    assert selectors.rule_set_of(conference) == plans.rules_of(plan).printed


def test_outside_any_plan_the_defaults_hold(world: World) -> None:
    conference, _ = prepared(world)
    assert selectors.rules_of(conference) == DEFAULT
    assert selectors.rule_set_of(conference) == "Kế hoạch 167-KH/QU"


@pytest.mark.parametrize(("quorum", "warned"), [((3, 4), True), ((1, 2), False)])
def test_the_closing_page_warns_where_too_few_came(
    world: World, quorum: tuple[int, int], warned: bool
) -> None:
    conference = prepared_in(world, ruled(world, replace(DEFAULT, quorum=quorum)))
    good(services.confirm_printed(actor=world.organiser, conference=conference, version=conference.version))
    good(open_by_two(world.organiser, conference))
    for entry in conference.roll.all()[:8]:
        good(services.mark_present(conference=conference, person_id=entry.person_id, present=True))
    page = signed_in(world.organiser).get(f"/hoi-nghi/{conference.key}/ket-thuc/").content.decode()
    assert ("quy tắc của kế hoạch cần ít nhất 9" in page) is warned
