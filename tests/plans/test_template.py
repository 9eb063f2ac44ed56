"""From nothing to an issued plan: the template, three fields, issued (issue 3)."""

import pytest

from guong.core.outcome import Refused
from guong.core.plan_text import PlanPart
from guong.office.accounts.models import User
from guong.office.papers.models import Paper
from guong.office.plans import refusals, selectors, services
from guong.office.plans.models import PlanState
from guong.office.registry.models import Level, Unit
from guong.office.registry.services import ensure_unit
from tests.plans.world import completed, from_template

pytestmark = pytest.mark.django_db


def test_a_new_plan_lacks_only_number_day_and_signer(organiser: User, unit: Unit) -> None:
    plan = from_template(organiser, unit)
    assert [entry.words for entry in selectors.missing_for_issue(plan)] == [
        "số, ký hiệu",
        "ngày ban hành",
        "họ tên người ký",
    ]


def test_with_these_three_it_is_issued_and_filed_as_word_and_pdf(organiser: User, unit: Unit) -> None:
    plan = completed(organiser, from_template(organiser, unit), number="167-KH/QU")
    edition = services.issue(actor=organiser, plan=plan, version=plan.version)
    assert not isinstance(edition, Refused)
    paper = Paper.objects.get(key=edition.paper_key)
    assert paper.printed_number == "Số 167-KH/QU"
    assert sorted(file.format for file in paper.files.all()) == ["docx", "pdf"]
    plan.refresh_from_db()
    assert plan.state == PlanState.ISSUED


def test_the_template_counts_the_wards_of_the_body(organiser: User, unit: Unit) -> None:
    for number in range(3):
        ensure_unit(key=f"P-{number}", name=f"Phường Hoa {number}", level=Level.WARD, parent=unit)
    text = selectors.text_of(from_template(organiser, unit))
    subjects = [line.words for line in text if line.part is PlanPart.SUBJECT]
    assert "Đồng chí Bí thư Đảng uỷ, Chủ tịch UBND 3 phường." in subjects


def test_the_paper_says_how_many_schools_are_drawn_as_the_rules_do(organiser: User, unit: Unit) -> None:
    plan = from_template(organiser, unit)
    told = selectors.subject_lines(selectors.content_of(plan), selectors.drafted_rules(plan))
    assert any("mỗi cấp học lựa chọn ngẫu nhiên 05 trường theo hình thức gắp thăm" in line for line in told)


def test_a_commune_starts_without_a_draw_and_without_wards(organiser: User) -> None:
    commune = ensure_unit(key="P-HS", name="Đảng uỷ phường Hoa Sen", level=Level.WARD)
    plan = from_template(organiser, commune, 2026)
    assert selectors.drafted_rules(plan).drawn_levels == ()
    assert [entry.kind for entry in plan.rounds.all()] == ["school_head"]


def test_a_school_issues_no_plan(organiser: User) -> None:
    school = ensure_unit(key="TH", name="Trường Tiểu học Hoa Sen", level=Level.PRIMARY)
    made = services.create_from_template(actor=organiser, body=school, year=2023)
    assert made == refusals.NO_TEMPLATE


def test_only_bodies_that_issue_plans_are_offered(organiser: User, unit: Unit) -> None:
    ward = ensure_unit(key="P-1", name="Phường Hoa", level=Level.WARD, parent=unit)
    ensure_unit(key="TH", name="Trường Tiểu học Hoa Sen", level=Level.PRIMARY, parent=ward)
    assert list(selectors.bodies_in_scope(user=organiser)) == [unit]
