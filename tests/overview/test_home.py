"""The first page: one next act for each conference, by what the officer may do; never a figure."""

from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.overview.selectors import SHOWN, home_of
from guong.office.registry.models import StaffEntry
from tests.conferences.world import HELD_ON, World, new_conference, officer, opened, school, with_roll
from tests.counting.world import closed, finished, imported, signed_in


def home(user: User) -> str:
    answer = signed_in(user).get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def role(world: World, *roles: Role) -> User:
    return officer(world.school, *roles, username=f"{roles[0].value}-nguoi-khac")


def test_visitors_are_sent_to_sign_in(db: None) -> None:
    assert Client().get("/").status_code == 302


def test_without_a_staff_list_importing_comes_first(world: World) -> None:
    StaffEntry.objects.all().delete()
    assert "Nhập danh sách cán bộ" in home(world.organiser)


def test_with_a_staff_list_a_conference_comes_first(world: World) -> None:
    assert "Lập hội nghị" in home(world.organiser)


def test_an_officer_without_units_is_told_whom_to_ask(world: World) -> None:
    assert "Chưa được giao đơn vị" in home(officer(None, Role.ORGANISER, username="moi"))


def test_the_organiser_is_led_to_the_very_step(world: World) -> None:
    with_roll(world)
    assert "Lập yêu cầu hòm phiếu" in home(world.organiser)


def test_a_hall_in_session_comes_before_preparations(world: World) -> None:
    new_conference(world)
    opened(world)
    first = home_of(user=world.organiser, today=HELD_ON).waiting[0]
    assert first.state == "Đang nhận phiếu"


def test_the_counting_officer_is_led_to_the_count(world: World) -> None:
    count = closed(world)
    shown = home(count.officer)
    assert f"/kiem-phieu/{count.conference.key}/" in shown


def test_the_clerk_is_led_to_the_paper_desk(world: World) -> None:
    count = closed(world)
    assert f"/nhap-phieu/{count.conference.key}/" in home(role(world, Role.PAPER_CLERK))


def test_the_reporter_is_led_to_the_result(world: World) -> None:
    count = closed(world)
    imported(count)
    assert f"/ket-qua/{count.conference.key}/s1/" in home(role(world, Role.REPORTER))


def test_the_minutes_are_what_is_left_after_the_end(world: World) -> None:
    count = closed(world)
    finished(count)
    assert "Lập biên bản kiểm phiếu" in home(count.officer)


def test_the_observer_sees_states_and_no_link_into_the_work(world: World) -> None:
    count = closed(world)
    shown = home(role(world, Role.OBSERVER))
    assert "Đã kết thúc bỏ phiếu" in shown
    assert f'href="/hoi-nghi/{count.conference.key}/"' in shown
    assert "/kiem-phieu/" not in shown
    assert f"/hoi-nghi/{count.conference.key}/hoi-truong/" not in shown


def test_todays_conferences_are_named(world: World) -> None:
    opened(world)
    assert len(home_of(user=world.organiser, today=HELD_ON).today) == 1
    assert home_of(user=world.organiser, today=date(2024, 1, 1)).today == ()


def test_other_units_stay_out(world: World) -> None:
    opened(world)
    elsewhere, _ = school(name="Trường Tiểu học Hướng Dương", key="TH-02")
    shown = home(officer(elsewhere, Role.ORGANISER, username="khac"))
    assert "Hoa Sen" not in shown


def test_many_conferences_take_few_queries(world: World) -> None:
    for _ in range(SHOWN + 3):
        new_conference(world)
    client = signed_in(world.organiser)
    with CaptureQueriesContext(connection) as queries:
        shown = client.get("/").content.decode()
    assert len(queries) <= 25
    assert "Còn 3 việc khác" in shown
