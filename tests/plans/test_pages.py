"""Pages by role and scope; the way of a first-time officer from nothing to an issued plan."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.papers.models import Paper
from guong.office.plans import selectors, services
from guong.office.plans.details import Progress
from guong.office.plans.models import Duty, LegalBasis, Plan
from guong.office.registry.models import Level, Unit
from guong.office.registry.services import ensure_unit
from tests.conferences.world import good, officer
from tests.plans.world import completed, from_template, issued

pytestmark = pytest.mark.django_db

BUDGET = 25
PAGES = [
    "detail",
    "details",
    "bases",
    "text",
    "duties-text",
    "recipients",
    "rules",
    "rounds",
    "duties",
    "differences",
    "issue",
    "copy",
]
READING = ["detail", "rules", "duties", "differences"]


def signed_in(user: User) -> Client:
    """A browser in which the officer is signed in."""
    client = Client()
    client.force_login(user)
    return client


def address(name: str, plan: Plan) -> str:
    """The address of a plan's page."""
    return reverse(f"plans:{name}", args=[plan.key])


def many(organiser: User, unit: Unit) -> Plan:
    """Five years of plans, one copied from the other; the last one is still being written."""
    plan = issued(organiser, unit, 2019)
    for year in range(2020, 2024):
        plan = good(services.copy_plan(actor=organiser, plan=plan, year=year))
    return plan


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_within_the_budget(
    organiser: User, unit: Unit, name: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    plan, client = many(organiser, unit), signed_in(organiser)
    with django_assert_max_num_queries(BUDGET):
        assert client.get(address(name, plan)).status_code == 200


def test_the_list_asks_no_more_for_more_plans(
    organiser: User, unit: Unit, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    many(organiser, unit)
    client = signed_in(organiser)
    with django_assert_max_num_queries(BUDGET):
        assert client.get(reverse("plans:list")).status_code == 200


def test_an_issued_plan_opens_within_the_budget(
    organiser: User, unit: Unit, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    plan, client = issued(organiser, unit), signed_in(organiser)
    with django_assert_max_num_queries(BUDGET):
        page = client.get(address("detail", plan)).content.decode()
    assert page.count(reverse("papers:list") + "tep/") == 2


def test_the_newest_year_stands_first_and_a_draft_has_nothing_overdue(organiser: User, unit: Unit) -> None:
    last = issued(organiser, unit)
    duty = Duty.objects.filter(plan=last)[0]
    good(services.record_progress(actor=organiser, duty=duty, progress=Progress(due_on=date(2023, 2, 1))))
    good(services.copy_plan(actor=organiser, plan=last, year=2024))
    page = signed_in(organiser).get(reverse("plans:list")).content.decode()
    assert page.index("Năm 2024") < page.index("Năm 2023")
    assert page.count("việc quá hạn") == 1


@pytest.mark.parametrize("name", PAGES)
def test_outside_the_scope_a_plan_does_not_exist(organiser: User, unit: Unit, name: str) -> None:
    plan = from_template(organiser, unit)
    other = ensure_unit(key="Q-KH", name="Quận uỷ khác", level=Level.DISTRICT)
    stranger = officer(other, Role.ORGANISER, username="khac")
    assert signed_in(stranger).get(address(name, plan)).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_who_only_reads_writes_nothing(organiser: User, unit: Unit, name: str) -> None:
    plan = issued(organiser, unit)
    reader = signed_in(officer(unit, Role.OBSERVER, username="giamsat"))
    assert reader.get(address(name, plan)).status_code == (200 if name in READING else 403)
    before = Plan.objects.get(pk=plan.pk).version
    reader.post(address(name, plan), {"version": before})
    assert Plan.objects.get(pk=plan.pk).version == before


def test_a_second_press_on_issuing_finds_the_issued_plan(organiser: User, unit: Unit) -> None:
    plan, client = completed(organiser, from_template(organiser, unit)), signed_in(organiser)
    for _ in range(2):
        answer = client.post(address("issue", plan), {"version": plan.version}, follow=True)
    assert answer.redirect_chain[-1] == (address("detail", plan), 302)
    assert "Kế hoạch này đã ban hành, văn bản đã có trong kho" in answer.content.decode()
    assert Paper.objects.count() == 1


def test_from_nothing_to_an_issued_plan_in_three_fields(organiser: User, unit: Unit) -> None:
    client = signed_in(organiser)
    made = client.post(reverse("plans:new"), {"body": unit.pk, "year": 2023})
    plan = Plan.objects.get()
    assert made["Location"] == address("details", plan)
    shown = client.get(address("details", plan)).context["form"].initial
    typed = {name: value or "" for name, value in shown.items()}
    three = {"number": "167-KH/QU", "issued_on": "2023-01-27", "signer_name": "Lý Thành Vĩnh"}
    client.post(address("details", plan), typed | three | {"version": plan.version})
    plan.refresh_from_db()
    issuing = client.post(address("issue", plan), {"version": plan.version}, follow=True)
    assert issuing.redirect_chain[-1] == (address("detail", plan), 302)
    assert Paper.objects.get().printed_number == "Số 167-KH/QU"
    assert "Đã ban hành" in client.get(address("detail", plan)).content.decode()


def test_an_incomplete_plan_names_what_is_missing(organiser: User, unit: Unit) -> None:
    plan = from_template(organiser, unit)
    typed = {"version": plan.version}
    page = signed_in(organiser).post(address("issue", plan), typed, follow=True).content.decode()
    assert "Chưa ban hành được, còn thiếu: số, ký hiệu" in page


def test_what_was_typed_stays_when_a_colleague_was_faster(organiser: User, unit: Unit) -> None:
    plan, client = from_template(organiser, unit), signed_in(organiser)
    typed = {"version": plan.version, "recipients": "Cơ quan cấp trên (để báo cáo)\nLưu Văn phòng"}
    good(services.set_bases(actor=organiser, plan=plan, version=plan.version, bases=[]))
    page = client.post(address("recipients", plan), typed).content.decode()
    assert "Một đồng chí khác vừa sửa kế hoạch này." in page
    assert "Cơ quan cấp trên (để báo cáo)\nLưu Văn phòng" in page


def test_an_emptied_row_takes_a_basis_out_and_a_new_one_is_added(organiser: User, unit: Unit) -> None:
    plan, client = from_template(organiser, unit), signed_in(organiser)
    rows = client.get(address("bases", plan)).context["rows"]
    typed: dict[str, object] = {"version": plan.version}
    for field in rows.management_form:
        typed[field.html_name] = field.value()
    for place, row in enumerate(rows):
        for bound in row:
            typed[bound.html_name] = "" if place == 0 else bound.value() or ""
    typed |= {"form-3-number": "Chương trình 01-CTr/QU", "form-3-title": "về “Đổi mới”"}
    assert client.post(address("bases", plan), typed).status_code == 302
    numbers = [basis.number for basis in LegalBasis.objects.filter(plan=plan)]
    assert numbers == ["Kết luận số 01-KL/TW", "Nghị quyết số 21-NQ/TW", "Chương trình 01-CTr/QU"]


def test_a_number_that_is_taken_is_told_in_the_form(organiser: User, unit: Unit) -> None:
    completed(organiser, from_template(organiser, unit), number="167-KH/QU")
    second, client = from_template(organiser, unit), signed_in(organiser)
    shown = client.get(address("details", second)).context["form"].initial
    typed = {name: value or "" for name, value in shown.items()} | {"number": "167-KH/QU"}
    page = client.post(address("details", second), typed | {"version": second.version})
    assert "Đã có kế hoạch mang số này trong năm." in page.content.decode()


def test_a_threshold_below_the_floor_is_told_in_the_form(organiser: User, unit: Unit) -> None:
    plan, client = from_template(organiser, unit), signed_in(organiser)
    form = client.get(address("rules", plan)).context["form"]
    typed = {bound.html_name: bound.value() for bound in form} | {"rows_from": 3}
    page = client.post(address("rules", plan), typed | {"version": plan.version}).content.decode()
    assert "Ngưỡng nhóm ít người chỉ được nâng lên" in page


def test_a_round_links_onward_and_its_opening_may_be_settled(organiser: User, unit: Unit) -> None:
    plan, client = issued(organiser, unit), signed_in(organiser)
    entry = plan.rounds.all()[0]
    page = client.get(reverse("plans:round", args=[entry.key])).content.decode()
    assert "Mầm non: 5 trường" in page
    assert reverse("schedule:calendar", args=[entry.key]) in page
    typed = {"version": plan.version, "opens_on": "2023-05-22", "opening_place": "Trụ sở Quận uỷ"}
    assert client.post(reverse("plans:round-change", args=[entry.key]), typed).status_code == 302
    entry.refresh_from_db()
    assert entry.opens_on == date(2023, 5, 22)


def test_overlapping_rounds_are_told_in_the_form(organiser: User, unit: Unit) -> None:
    plan, client = from_template(organiser, unit), signed_in(organiser)
    typed = {
        "version": plan.version,
        "kind": "ward_head",
        "name": "Đợt bổ sung",
        "begins_on": "2023-05-18",
        "ends_on": "2023-05-30",
        "reference_date": "2023-05-01",
    }
    page = client.post(address("rounds", plan), typed).content.decode()
    assert "Thời gian của đợt này trùng với “Đợt các trường học”" in page


def test_differences_are_ticked_one_by_one_until_none_is_left(organiser: User, unit: Unit) -> None:
    last, client = issued(organiser, unit), signed_in(organiser)
    copied = client.post(address("copy", last), {"year": 2024})
    plan = Plan.objects.get(year=2024)
    assert copied["Location"] == address("differences", plan)
    page = client.get(address("differences", plan)).content.decode()
    assert "cần xem lại" in page
    assert "<del>2023</del> <ins>2024</ins>" in page
    assert f'href="{address("bases", plan)}"' in page, "each part leads to where it is mended"
    codes = [entry.code for entry in selectors.unseen_differences(plan)]
    client.post(address("differences", plan), {"seen": codes[:1]})
    assert len(selectors.unseen_differences(plan)) == len(codes) - 1
    client.post(address("differences", plan), {"seen": codes})
    assert "Đã xem hết các chỗ khác năm trước." in client.get(address("differences", plan)).content.decode()


def test_an_overdue_duty_stands_first_on_the_board(organiser: User, unit: Unit) -> None:
    plan, client = issued(organiser, unit), signed_in(organiser)
    last = list(Duty.objects.filter(plan=plan))[-1]
    good(services.record_progress(actor=organiser, duty=last, progress=Progress(due_on=date(2023, 2, 1))))
    page = client.get(address("duties", plan)).content.decode()
    assert page.index("quá hạn 01/02/2023") < page.index("chưa quán triệt")
    assert page.count(last.task) == 1
    typed = {"due_on": "2023-02-01", "done_on": "2023-02-20", "evidence": "Đã tổ chức 3 hội nghị"}
    duty_page = reverse("plans:duty", args=[plan.key, last.pk])
    assert client.post(duty_page, typed).status_code == 302
    assert "Đã tổ chức 3 hội nghị" in client.get(address("duties", plan)).content.decode()


def test_a_duty_of_another_plan_does_not_exist_here(organiser: User, unit: Unit) -> None:
    plan, other = from_template(organiser, unit), from_template(organiser, unit, 2024)
    foreign = Duty.objects.filter(plan=other)[0]
    page = reverse("plans:duty", args=[plan.key, foreign.pk])
    assert signed_in(organiser).get(page).status_code == 404


def test_a_briefing_is_written_down_on_its_page(organiser: User, unit: Unit) -> None:
    plan, client = issued(organiser, unit), signed_in(organiser)
    duty = Duty.objects.filter(plan=plan, body="UBND Quận")[0]
    typed = {"held_on": "2023-02-10", "venue": "Hội trường UBND Quận", "present": 48, "expected": 50}
    assert client.post(reverse("plans:briefing", args=[plan.key, duty.pk]), typed).status_code == 302
    assert "48/50 người dự" in client.get(address("duties", plan)).content.decode()


def test_a_draft_may_be_looked_at_as_pdf_but_is_not_filed(organiser: User, unit: Unit) -> None:
    plan = from_template(organiser, unit)
    answer = signed_in(organiser).get(address("preview", plan))
    assert answer.content.startswith(b"%PDF")
    assert not Paper.objects.exists()


def test_without_any_basis_there_is_nothing_to_look_at(organiser: User, unit: Unit) -> None:
    plan = from_template(organiser, unit)
    good(services.set_bases(actor=organiser, plan=plan, version=plan.version, bases=[]))
    answer = signed_in(organiser).get(address("preview", plan))
    assert answer["Location"] == address("issue", plan)


def test_an_amendment_is_opened_with_a_reason_and_shows_what_it_changes(organiser: User, unit: Unit) -> None:
    plan, client = issued(organiser, unit), signed_in(organiser)
    client.post(address("amend", plan), {"version": plan.version, "reason": "Thêm nơi nhận"})
    plan.refresh_from_db()
    typed = {"version": plan.version, "recipients": "Lưu Văn phòng"}
    client.post(address("recipients", plan), typed)
    page = client.get(address("issue", plan)).content.decode()
    assert "Ban hành bản sửa đổi" in page
    assert "Khác bản 1" in page


def test_the_list_offers_to_copy_the_newest_plan(organiser: User, unit: Unit) -> None:
    issued(organiser, unit, 2022)
    newest = issued(organiser, unit, 2023)
    shown = signed_in(organiser).get(reverse("plans:list")).content.decode()
    assert address("copy", newest) in shown
    assert "Nhân bản kế hoạch năm 2023" in shown
