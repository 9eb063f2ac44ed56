"""Which rules are in force: the draft's until the plan is issued, then those of the last edition."""

from dataclasses import replace
from datetime import date

import pytest

from guong.core import plan_rules
from guong.core.documents.rule_sheet import rule_lines
from guong.core.outcome import Refused
from guong.office.accounts.roles import Role
from guong.office.plans import selectors, services
from guong.office.plans.models import Edition, Plan
from tests.conferences.world import good, officer
from tests.plans.world import body, plan_of

pytestmark = pytest.mark.django_db


def test_a_plan_without_choices_has_the_defaults_under_its_own_name() -> None:
    unit = body()
    sheet = selectors.rules_of(plan_of(officer(unit, Role.ORGANISER), unit))
    assert sheet.printed == "Quy tắc áp dụng kèm Kế hoạch 167-KH/QU, dự thảo"
    assert (sheet.months_in_post, sheet.rows_from) == (6, 5)


def test_rules_being_rewritten_are_not_in_force() -> None:
    unit = body()
    plan = plan_of(officer(unit, Role.ORGANISER), unit)
    issued = plan_rules.as_data(selectors.drafted_rules(plan))
    Edition.objects.create(plan=plan, number=1, issued_on=date(2023, 1, 27), rules=issued, text=[])
    plan.rules = {"rows_from": 8}
    plan.save()
    assert selectors.rules_of(plan).rows_from == 5
    assert selectors.rules_of(plan).printed.endswith("bản 1")
    assert selectors.drafted_rules(plan).rows_from == 8


def test_a_threshold_below_the_floor_is_refused() -> None:
    unit = body()
    actor = officer(unit, Role.ORGANISER)
    plan = plan_of(actor, unit)
    sheet = replace(plan_rules.DEFAULT, rows_from=4)
    outcome = services.change_rules(actor=actor, plan=plan, version=plan.version, sheet=sheet)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "threshold_below_floor"


def test_what_was_chosen_is_kept_and_printed() -> None:
    unit = body()
    actor = officer(unit, Role.ORGANISER)
    plan = plan_of(actor, unit)
    sheet = replace(plan_rules.DEFAULT, months_in_post=8, quorum=(3, 4))
    good(services.change_rules(actor=actor, plan=plan, version=plan.version, sheet=sheet))
    kept = selectors.rules_of(Plan.objects.get(pk=plan.pk))
    assert (kept.months_in_post, kept.quorum) == (8, (3, 4))
    printed = selectors.printed_rules(plan, kept)
    assert printed is not None
    words = " ".join(rule for _, rule in rule_lines(printed))
    assert "từ đủ 08 tháng" in words
    assert "3/4 số người" in words
