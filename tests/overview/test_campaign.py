"""The first page over a whole campaign: rounds in one line, duties, one task for what is alike, few queries."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences import services as conferences
from guong.office.overview.selectors import home_of
from guong.office.plans.models import Duty, Plan, PlanState, Round
from guong.office.registry import selectors as registry
from guong.office.registry.models import Unit
from guong.office.release import services as release
from guong.office.release.details import ReportText, RoundSitting
from tests.conferences.world import DETAILS, HELD_ON, good, officer, school
from tests.counting.rounds import sealed_round
from tests.counting.world import signed_in
from tests.release.round_world import SCHOOLS, PlayedRound, played

LATE = date(2023, 6, 1)


@pytest.fixture
def two_sites(db: None, urn_folder: object) -> PlayedRound:
    return played(SCHOOLS[1:3])


@pytest.fixture
def empty_round(db: None, urn_folder: object) -> PlayedRound:
    return played(())


def planned_conferences(of_round: Round, body: Unit, organiser: User, *, count: int) -> None:
    """Make conferences of invented schools, three a day, the first of them today."""
    today = timezone.localdate()
    for number in range(count):
        unit, _ = school(name=f"Trường Thử {number:02d}", key=f"TT-{number:02d}", permanent=2, contract=0)
        unit.parent = body
        unit.save()
        details = replace(
            DETAILS,
            held_on=today + timedelta(number // 3),
            begins_at=time(8 + number % 3),
            reference_date=DETAILS.reference_date,
        )
        posts = list(registry.current_heads(unit=unit, on=HELD_ON))
        good(conferences.create(actor=organiser, unit=unit, posts=posts, details=details, of_round=of_round))


def test_twenty_nine_conferences_take_few_queries_for_every_role(
    empty_round: PlayedRound, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    organiser = officer(empty_round.body, Role.ORGANISER, username="to-chuc")
    planned_conferences(empty_round.of_round, empty_round.body, organiser, count=29)
    for user in (organiser, empty_round.reporter, empty_round.counter):
        client = signed_in(user)
        with django_assert_max_num_queries(25):
            page = client.get("/").content.decode()
        assert "0 / 29 hội nghị đã họp" in page
    page = signed_in(organiser).get("/").content.decode()
    assert "Hội nghị hôm nay" in page
    assert "Lập và chốt danh sách" in page
    assert "Còn 25 việc khác" in page


def test_conferences_weeks_ahead_are_one_task_of_their_round(empty_round: PlayedRound) -> None:
    organiser = officer(empty_round.body, Role.ORGANISER, username="to-chuc")
    planned_conferences(empty_round.of_round, empty_round.body, organiser, count=2)
    weeks_before = timezone.localdate() - timedelta(weeks=4)
    waiting = home_of(user=organiser, today=weeks_before).waiting
    told = [(task.act, task.page) for task in waiting if task.page != "plans:detail"]
    assert told == [("Chuẩn bị danh sách, người dự, giấy tờ cho 2 hội nghị", "schedule:calendar")]
    near = home_of(user=organiser, today=timezone.localdate()).waiting
    assert [task.page for task in near].count("conferences:detail") == 2


def test_a_round_is_told_in_one_line(two_sites: PlayedRound) -> None:
    home = home_of(user=two_sites.reporter, today=LATE)
    line = next(line for line in home.rounds if line.of_round == two_sites.of_round)
    assert (line.planned, line.held, line.counted, line.present) == (2, 2, 2, 22)
    page = signed_in(two_sites.reporter).get("/").content.decode()
    assert "2 / 2 hội nghị đã họp, 2 đã có kết quả; 22 người đã tham gia." in page


def test_the_reporter_is_led_from_the_summaries_over_the_report_to_presenting_it(
    two_sites: PlayedRound,
) -> None:
    actor, of_round = two_sites.reporter, two_sites.of_round

    def acts() -> list[str]:
        return [task.page for task in home_of(user=actor, today=LATE).waiting]

    assert acts() == ["release:round", "release:report"]
    sitting = RoundSitting("Trụ sở Quận uỷ")
    good(release.make_round_papers(of_round=of_round, actor=actor, sitting=sitting))
    assert acts() == ["release:report"]
    good(release.write_report_words(of_round=of_round, given=ReportText(("Dân chủ",)), actor=actor))
    good(release.file_report(of_round=of_round, actor=actor))
    assert acts() == ["release:steps"]


def test_what_is_alike_in_a_round_is_one_task(two_sites: PlayedRound) -> None:
    waiting = home_of(user=two_sites.counter, today=LATE).waiting
    assert [task.act for task in waiting] == ["Lập biên bản kiểm phiếu để ký đối với 2 đồng chí"]
    assert waiting[0].page == "release:round"


def test_sealed_boxes_of_a_round_wait_together_for_its_opening_day(db: None, urn_folder: object) -> None:
    made = sealed_round(schools=2)
    made.round.opens_on = date(2023, 5, 22)
    made.round.save()
    (task,) = home_of(user=made.counter, today=date(2023, 5, 20)).waiting
    assert (task.when, task.state) == ("mở ngày 22/5/2023", "2 hòm phiếu đã niêm phong")
    assert (task.page, task.arguments) == ("counting:day_arrange", (made.round.key,))
    assert "Lập buổi mở hòm phiếu" in signed_in(made.counter).get("/").content.decode()


def test_overdue_duties_are_named_with_their_body(empty_round: PlayedRound) -> None:
    plan: Plan = empty_round.of_round.plan
    Duty.objects.create(plan=plan, place=1, body="Ban Tổ chức", task="Cử cán bộ", due_on=date(2023, 5, 1))
    Duty.objects.create(
        plan=plan, place=2, body="Phòng Nội vụ", task="Đã xong", due_on=date(2023, 5, 1), done_on=LATE
    )
    Duty.objects.create(plan=plan, place=3, body="Đảng uỷ", task="Chưa đến hạn", due_on=date(2099, 7, 1))
    home = home_of(user=empty_round.reporter, today=LATE)
    assert [duty.body for entry in home.overdue for duty in entry.duties] == ["Ban Tổ chức"]
    assert "1 nhiệm vụ quá hạn" in signed_in(empty_round.reporter).get("/").content.decode()
    clerk = officer(empty_round.body, Role.PAPER_CLERK, username="nhap")
    assert home_of(user=clerk, today=LATE).overdue == ()


def test_the_organiser_is_led_to_a_round_without_conferences(empty_round: PlayedRound) -> None:
    organiser = officer(empty_round.body, Role.ORGANISER, username="to-chuc")
    Plan.objects.update(state=PlanState.ISSUED)
    waiting = home_of(user=organiser, today=date(2023, 4, 1)).waiting
    assert {task.page for task in waiting} == {"plans:round"}


def test_the_observer_looks_at_the_calendar_and_at_no_figure(two_sites: PlayedRound) -> None:
    observer = officer(two_sites.body, Role.OBSERVER, username="giam-sat")
    home = home_of(user=observer, today=LATE)
    assert home.waiting == ()
    assert {line.page for line in home.rounds} == {"schedule:calendar"}


def test_conferences_outside_any_round_are_tasks_of_their_own(two_sites: PlayedRound) -> None:
    for site in two_sites.sites:
        site.conference.round = None
        site.conference.save()
    waiting = home_of(user=two_sites.reporter, today=LATE).waiting
    assert [task.act for task in waiting] == ["Xem kết quả, lập bảng tổng hợp"] * 2
    assert {task.page for task in waiting} == {"release:result"}


def test_a_plan_not_yet_issued_is_one_task_before_its_rounds(empty_round: PlayedRound) -> None:
    organiser = officer(empty_round.body, Role.ORGANISER, username="to-chuc")
    plan = empty_round.of_round.plan
    for state, pages in ((PlanState.DRAFT, ["plans:detail"]), (PlanState.ISSUED, ["plans:round"])):
        Plan.objects.update(state=state)
        waiting = home_of(user=organiser, today=date(2023, 5, 1)).waiting
        assert sorted({task.page for task in waiting}) == pages
    assert Plan.objects.get().key == plan.key
