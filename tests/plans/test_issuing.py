"""An issued plan is frozen; what changes later is a new edition with a reason."""

from dataclasses import replace
from datetime import date

import pytest

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.journal.models import Entry
from guong.office.papers.models import Paper
from guong.office.plans import refusals, selectors, services
from guong.office.plans.models import Plan, Section
from guong.office.registry.models import Unit
from tests.conferences.world import good
from tests.plans.world import completed, details_of, from_template, issued

pytestmark = pytest.mark.django_db


def amended(organiser: User, plan: Plan) -> Plan:
    """Open an amendment and add a purpose."""
    good(
        services.begin_amendment(
            actor=organiser, plan=plan, version=plan.version, reason="Bổ sung mục đích theo ý kiến chỉ đạo"
        )
    )
    sections = {Section.PURPOSE: {"": ["Phục vụ đánh giá cán bộ cuối năm."]}}
    return good(services.set_section(actor=organiser, plan=plan, version=plan.version, sections=sections))


def test_an_incomplete_plan_is_refused_with_all_that_is_missing(organiser: User, unit: Unit) -> None:
    plan = from_template(organiser, unit)
    good(services.set_bases(actor=organiser, plan=plan, version=plan.version, bases=[]))
    outcome = services.issue(actor=organiser, plan=plan, version=plan.version)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "incomplete"
    for words in ("số, ký hiệu", "ngày ban hành", "họ tên người ký", "ít nhất một căn cứ"):
        assert words in outcome.sentence
    assert not Paper.objects.exists()


def test_a_plan_dated_after_its_first_round_is_not_issued(organiser: User, unit: Unit) -> None:
    plan = completed(organiser, from_template(organiser, unit))
    Plan.objects.filter(pk=plan.pk).update(issued_on=date(2032, 2, 5))
    plan.refresh_from_db()
    outcome = services.issue(actor=organiser, plan=plan, version=plan.version)
    assert isinstance(outcome, Refused)
    assert "05/02/2032 đứng sau ngày bắt đầu đợt đầu tiên" in outcome.sentence


def test_nothing_of_an_issued_plan_may_be_rewritten(organiser: User, unit: Unit) -> None:
    plan = issued(organiser, unit)
    version, entry = plan.version, plan.rounds.all()[0]
    renamed = replace(details_of(entry), name="Đợt khác")
    assert services.set_bases(actor=organiser, plan=plan, version=version, bases=[]) == refusals.FROZEN
    assert services.set_section(actor=organiser, plan=plan, version=version, sections={}) == refusals.FROZEN
    outcome = services.change_round(actor=organiser, changed=entry, version=version, details=renamed)
    assert outcome == refusals.FROZEN
    assert services.remove_round(actor=organiser, removed=entry, version=version) == refusals.FROZEN
    sheet = replace(selectors.drafted_rules(plan), rows_from=7)
    assert services.change_rules(actor=organiser, plan=plan, version=version, sheet=sheet) == refusals.FROZEN


def test_a_new_edition_needs_a_reason(organiser: User, unit: Unit) -> None:
    plan = issued(organiser, unit)
    outcome = services.begin_amendment(actor=organiser, plan=plan, version=plan.version, reason=" ")
    assert outcome == refusals.NEEDS_REASON


def test_a_draft_needs_no_amendment(organiser: User, unit: Unit) -> None:
    plan = from_template(organiser, unit)
    outcome = services.begin_amendment(actor=organiser, plan=plan, version=plan.version, reason="Vì")
    assert outcome == refusals.NOT_ISSUED


def test_an_amendment_becomes_the_second_edition_with_its_reason(organiser: User, unit: Unit) -> None:
    plan = amended(organiser, issued(organiser, unit))
    edition = good(services.issue(actor=organiser, plan=plan, version=plan.version))
    assert (edition.number, edition.reason) == (2, "Bổ sung mục đích theo ý kiến chỉ đạo")
    assert selectors.rules_of(plan).printed.endswith("bản 2")
    assert Paper.objects.count() == 2
    assert Entry.objects.filter(act="plans.issued", text__contains="Lý do sửa đổi").count() == 1


def test_until_then_the_first_edition_stays_in_force(organiser: User, unit: Unit) -> None:
    plan = amended(organiser, issued(organiser, unit))
    assert selectors.rules_of(plan).printed.endswith("bản 1")
    assert [(entry.part.value, entry.change.value) for entry in selectors.changes_since_edition(plan)][
        :1
    ] == [("purpose", "removed")]


def test_an_amendment_that_changes_nothing_is_not_issued_but_may_be_dropped(
    organiser: User, unit: Unit
) -> None:
    plan = issued(organiser, unit)
    good(services.begin_amendment(actor=organiser, plan=plan, version=plan.version, reason="Xem lại"))
    assert services.issue(actor=organiser, plan=plan, version=plan.version) == refusals.NOTHING_AMENDED
    good(services.drop_amendment(actor=organiser, plan=plan, version=plan.version))
    plan.refresh_from_db()
    assert not plan.may_be_written


def test_an_amendment_with_changes_is_not_dropped(organiser: User, unit: Unit) -> None:
    plan = amended(organiser, issued(organiser, unit))
    outcome = services.drop_amendment(actor=organiser, plan=plan, version=plan.version)
    assert outcome == refusals.AMENDMENT_HAS_CHANGES


def test_an_amendment_bears_no_earlier_day(organiser: User, unit: Unit) -> None:
    plan = completed(organiser, amended(organiser, issued(organiser, unit)), issued_on=date(2023, 1, 2))
    outcome = services.issue(actor=organiser, plan=plan, version=plan.version)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "issued_before"


def test_two_officers_do_not_overwrite_each_other(organiser: User, unit: Unit) -> None:
    plan = from_template(organiser, unit)
    seen = plan.version
    good(services.set_bases(actor=organiser, plan=plan, version=seen, bases=[]))
    outcome = services.set_recipients(actor=organiser, plan=plan, version=seen, recipients=[])
    assert outcome == refusals.CHANGED_MEANWHILE


def test_a_plan_is_not_issued_twice(organiser: User, unit: Unit) -> None:
    plan = issued(organiser, unit)
    outcome = services.issue(actor=organiser, plan=plan, version=plan.version)
    assert outcome == refusals.ALREADY_ISSUED


def test_the_opening_may_be_settled_after_the_plan_was_issued(organiser: User, unit: Unit) -> None:
    plan = issued(organiser, unit)
    entry = plan.rounds.all()[0]
    details = replace(details_of(entry), opens_on=date(2023, 5, 22), opening_place="Trụ sở Quận uỷ")
    good(services.change_round(actor=organiser, changed=entry, version=plan.version, details=details))
    assert not selectors.changes_since_edition(plan)
