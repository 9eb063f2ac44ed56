"""The calendar: by day, with what can't be so, within its budget of queries and the officer's scope."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, time

import pytest
from django.urls import reverse

from guong.office.accounts.roles import Role
from guong.office.conferences.details import Sitting
from guong.office.conferences.models import Conference, RollEntry
from guong.office.draws.models import LotDraw
from guong.office.plans.models import Plan, PlanState
from guong.office.registry.models import Level, Person
from guong.office.registry.services import ensure_unit
from guong.office.schedule import selectors, services
from guong.office.schedule.models import Delegate, DelegateRole
from tests.conferences.world import good, officer
from tests.schedule.world import Campaign, drawn_units, held, observer, page, signed_in

AtMost = Callable[[int], AbstractContextManager[object]]


def calendar(world: Campaign) -> selectors.Calendar:
    seen = selectors.round_seen(user=world.organiser, key=world.schools.key)
    assert seen is not None
    return selectors.calendar_of(selectors.conferences_seen(user=world.organiser, seen=seen))


def conflicts(world: Campaign) -> tuple[str, ...]:
    return calendar(world).conflicts


def moved(world: Campaign, conference: Conference, to: Sitting) -> None:
    good(
        services.move(
            actor=world.organiser, conference=conference, version=conference.version, to=to, reason="Thử"
        )
    )


def test_days_follow_one_another_with_three_conferences_each(world: Campaign) -> None:
    held(world)
    days = calendar(world).days
    assert [day.printed for day in days][:2] == ["Thứ Hai, 15/5/2023", "Thứ Ba, 16/5/2023"]
    assert [len(day.rows) for day in days] == [3, 3, 3, 3, 3]


def test_two_conferences_in_one_place_at_one_time_are_told(world: Campaign) -> None:
    first, second, *_ = held(world)
    moved(world, second, Sitting(first.held_on, time(9), first.place))
    (sentence,) = conflicts(world)
    assert "có hai hội nghị cùng lúc" in sentence
    assert first.unit.name in sentence
    assert second.unit.name in sentence


def test_one_officer_at_two_places_is_told(world: Campaign) -> None:
    first, second, *_ = held(world)
    moved(world, second, Sitting(first.held_on, time(9), second.place))
    for conference in (first, second):
        Delegate.objects.create(
            conference=conference,
            role=DelegateRole.IN_CHARGE,
            full_name="Hồ Văn Lau",
            organisation="Ban Tổ chức",
        )
    (sentence,) = conflicts(world)
    assert sentence.startswith("Đồng chí Hồ Văn Lau (Ban Tổ chức) được cử đến hai nơi cùng lúc")


def test_a_leader_may_look_in_at_two_conferences(world: Campaign) -> None:
    first, second, *_ = held(world)
    moved(world, second, Sitting(first.held_on, time(9), second.place))
    for conference in (first, second):
        Delegate.objects.create(
            conference=conference, role=DelegateRole.LEADER, full_name="Lý Thành Suối", organisation="Quận uỷ"
        )
    assert conflicts(world) == ()


def test_a_head_on_two_rolls_is_told(world: Campaign) -> None:
    first, second, *_ = held(world)
    head = first.subjects.get().post.person
    RollEntry.objects.create(conference=second, person=head, place=1, printed_name=head.full_name)
    (sentence,) = conflicts(world)
    assert sentence.startswith(
        f"Đồng chí {head.full_name} là người được góp ý và còn có tên ở hội nghị khác của đợt: {second.unit.name} "
        f"(được góp ý tại {first.unit.name})"
    )


def test_a_person_on_two_rolls_is_told(world: Campaign) -> None:
    first, second, *_ = held(world)
    person = Person.objects.create(full_name="Nguyễn Thử Hai Nơi")
    for conference in (first, second):
        RollEntry.objects.create(conference=conference, person=person, place=1, printed_name=person.full_name)
    (sentence,) = conflicts(world)
    assert "có tên trong danh sách của 2 hội nghị" in sentence


def test_conferences_without_a_counting_board_are_told(world: Campaign) -> None:
    held(world)
    shown = signed_in(world.organiser).get(page("calendar", world.schools.key)).content.decode()
    assert "15 hội nghị chưa có đủ tổ kiểm phiếu" in shown


@pytest.mark.parametrize("number", [15, 29])
def test_the_calendar_keeps_to_its_queries(
    world: Campaign, django_assert_max_num_queries: AtMost, number: int
) -> None:
    held(world)
    if number > 15:
        held(world, wards=True)
        Conference.objects.update(round=world.schools)
    client = signed_in(world.organiser)
    with django_assert_max_num_queries(25):
        shown = client.get(page("calendar", world.schools.key))
    assert len(shown.context["calendar"].rows) == number


def test_the_table_of_a_round_keeps_to_its_queries(
    world: Campaign, django_assert_max_num_queries: AtMost
) -> None:
    client = signed_in(world.organiser)
    with django_assert_max_num_queries(25):
        assert client.get(page("make", world.schools.key)).status_code == 200


def test_the_list_of_rounds_says_how_many_conferences_are_planned(world: Campaign) -> None:
    held(world)
    shown = signed_in(world.organiser).get(page("rounds")).content.decode()
    assert "<strong>15</strong> hội nghị đã lên lịch" in shown
    assert "Chưa lập hội nghị" in shown


def test_an_observer_sees_the_calendar_and_moves_nothing(world: Campaign) -> None:
    conference = held(world)[0]
    client = signed_in(observer(world.body))
    assert client.get(page("calendar", world.schools.key)).status_code == 200
    assert client.get(page("move", conference.key)).status_code == 403
    assert client.get(page("make", world.schools.key)).status_code == 403


def test_an_observer_of_one_ward_sees_its_conferences_only(world: Campaign) -> None:
    unit = drawn_units(world)[0]
    held(world)
    client = signed_in(observer(unit))
    shown = client.get(page("calendar", world.schools.key))
    assert [row.conference.unit for row in shown.context["calendar"].rows] == [unit]


def test_a_round_outside_the_scope_does_not_exist(world: Campaign) -> None:
    held(world)
    stranger = officer(None, Role.ORGANISER, username="khac")
    assert signed_in(stranger).get(page("calendar", world.schools.key)).status_code == 404


def test_the_organiser_of_one_school_does_not_make_the_round(world: Campaign) -> None:
    held(world)
    user = officer(Conference.objects.all()[0].unit, Role.ORGANISER, username="khac")
    assert signed_in(user).get(page("make", world.schools.key)).status_code == 404


def test_a_move_on_the_page_shows_the_refusal_beside_the_form(world: Campaign) -> None:
    conference = held(world)[0]
    sent = {
        "version": conference.version,
        "held_on": "2023-05-21",
        "begins_at": "08:00",
        "place": conference.place,
        "reason": "Bận",
    }
    answer = signed_in(world.organiser).post(page("move", conference.key), sent)
    assert answer.status_code == 422
    assert "Ngày họp rơi vào Chủ nhật" in answer.content.decode()


def test_of_two_officers_who_move_one_conference_the_second_is_told(world: Campaign) -> None:
    conference = held(world)[0]
    sent = {
        "version": conference.version,
        "held_on": "2023-05-19",
        "begins_at": "16:00",
        "place": conference.place,
        "reason": "Bận",
    }
    client = signed_in(world.organiser)
    assert client.post(page("move", conference.key), sent).status_code == 302
    answer = client.post(page("move", conference.key), sent | {"begins_at": "15:30"}, follow=True)
    shown = answer.content.decode()
    assert "Một đồng chí khác vừa sửa hội nghị này" in shown
    assert 'value="16:00"' in shown, "a second press must not undo what the colleague did"
    assert 'value="15:30"' not in shown
    conference.refresh_from_db()
    assert (conference.held_on, conference.begins_at) == (date(2023, 5, 19), time(16))


def test_chair_and_clerk_are_named_on_the_page(world: Campaign) -> None:
    conference = held(world)[0]
    sent = {
        "version": conference.version,
        "chair_name": "Hà Văn Suối",
        "clerk_name": "Lê Thị Bông",
        "chair_post": "",
    }
    client = signed_in(world.organiser)
    assert (
        "Đã ghi người chủ trì"
        in client.post(page("officials", conference.key), sent, follow=True).content.decode()
    )
    again = client.post(page("officials", conference.key), sent, follow=True).content.decode()
    assert "Một đồng chí khác vừa sửa hội nghị này" in again
    conference.refresh_from_db()
    assert (conference.chair_name, conference.chair_post) == ("Hà Văn Suối", "")


def test_a_round_that_draws_nothing_leads_to_no_draw(world: Campaign) -> None:
    client = signed_in(world.organiser)
    schools, wards = (
        client.get(reverse("plans:round", args=[one.key])).content.decode()
        for one in (world.schools, world.wards)
    )
    draw = f'<li><a href="{reverse("draws:list")}">'
    assert schools.count(draw) == wards.count(draw) + 1  # the menu has it on every page
    assert reverse("schedule:calendar", args=[world.wards.key]) in wards


def test_the_result_of_a_draw_leads_to_the_calendar_of_its_round(world: Campaign) -> None:
    draw = LotDraw.objects.get(round=world.schools)
    client = signed_in(world.organiser)
    assert client.get(page("of-draw", draw.key))["Location"] == page("calendar", world.schools.key)
    elsewhere = officer(
        ensure_unit(key="XA", name="Xã Khác", level=Level.WARD), Role.ORGANISER, username="xa"
    )
    assert signed_in(elsewhere).get(page("of-draw", draw.key)).status_code == 404


def test_a_round_of_a_plan_not_yet_issued_leads_to_the_plan(world: Campaign) -> None:
    LotDraw.objects.all().delete()
    Plan.objects.update(state=PlanState.DRAFT)
    shown = signed_in(world.organiser).get(page("calendar", world.schools.key)).content.decode()
    assert "Ban hành kế hoạch trước" in shown
    assert reverse("plans:detail", args=[world.schools.plan.key]) in shown
    Plan.objects.update(state=PlanState.ISSUED)
    shown = signed_in(world.organiser).get(page("calendar", world.schools.key)).content.decode()
    assert "Chưa có kết quả gắp thăm" in shown
