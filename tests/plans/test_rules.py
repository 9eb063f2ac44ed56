"""Which rules are in force: the draft's until the plan is issued, then those of the last edition."""

from datetime import date

import pytest

from guong.core import plan_rules
from guong.office.accounts.roles import Role
from guong.office.plans import selectors
from guong.office.plans.models import Edition
from tests.conferences.world import officer
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
