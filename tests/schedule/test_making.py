"""All conferences of a round in one act: proposed, edited in one table, all or none."""

import dataclasses
from collections import Counter
from datetime import date, time

import pytest

from guong.core.outcome import Refused
from guong.core.timetable import TooShort
from guong.office.conferences.details import Sitting
from guong.office.conferences.models import Conference
from guong.office.registry.models import Post
from guong.office.schedule import selectors, services
from guong.office.schedule.models import Move
from tests.conferences.world import good
from tests.schedule.world import MONDAY, Campaign, held, page, planned, signed_in


def test_the_schools_proposed_are_the_drawn_ones_neighbours_together(world: Campaign) -> None:
    found = selectors.candidates(of_round=world.schools)
    assert len(found) == 15
    wards = [one.ward.name for one in found if one.ward]
    assert wards == sorted(wards)


def test_a_round_of_wards_proposes_the_wards_with_two_people_each(world: Campaign) -> None:
    found = selectors.candidates(of_round=world.wards)
    assert len(found) == 14
    assert all(len(one.posts) == 2 for one in found)


def test_fifteen_conferences_are_made_in_one_act(world: Campaign) -> None:
    made = held(world)
    assert Counter(conference.held_on for conference in made) == {
        date(2023, 5, day): 3 for day in range(15, 20)
    }
    first = made[0]
    assert first.round == world.schools
    assert (first.plan_number, first.superior_body, first.lead_body) == (
        "167-KH/QU",
        "QUẬN UỶ HOA SEN",
        "Ban Tuyên giáo",
    )
    assert (first.reference_date, first.questionnaire_key) == (world.schools.reference_date, "school_head")


def test_ward_conferences_ask_about_two_people(world: Campaign) -> None:
    made = held(world, wards=True)
    assert len(made) == 14
    assert [subject.key for subject in made[0].subjects.all()] == ["s1", "s2"]
    assert made[0].questionnaire_key == "ward_head"


def test_what_is_made_is_not_proposed_again(world: Campaign) -> None:
    held(world)
    assert selectors.candidates(of_round=world.schools) == []


@pytest.mark.parametrize(
    ("day", "reason"), [(date(2023, 5, 21), "on_sunday"), (date(2023, 5, 22), "outside_round")]
)
def test_a_row_on_a_wrong_day_stops_the_whole_table(world: Campaign, day: date, reason: str) -> None:
    rows = planned(world.schools)
    wrong = dataclasses.replace(rows[3], sitting=Sitting(day, time(8), "Hội trường"))
    outcome = services.make_round(
        actor=world.organiser, of_round=world.schools, planned=[*rows[:3], wrong, *rows[4:]]
    )
    assert isinstance(outcome, Refused)
    assert outcome.reason == reason
    assert outcome.sentence.startswith(rows[3].unit.name)
    assert not Conference.objects.exists()


def test_two_officers_do_not_make_the_same_conference_twice(world: Campaign) -> None:
    rows = planned(world.schools)
    good(services.make_round(actor=world.organiser, of_round=world.schools, planned=rows[:1]))
    outcome = services.make_round(actor=world.organiser, of_round=world.schools, planned=rows)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "already_planned"


def test_nothing_chosen_is_told(world: Campaign) -> None:
    outcome = services.make_round(actor=world.organiser, of_round=world.schools, planned=[])
    assert isinstance(outcome, Refused)
    assert outcome.reason == "nothing_chosen"


def test_a_plan_without_a_number_gives_no_conferences(world: Campaign) -> None:
    world.schools.plan.number = ""
    outcome = services.make_round(
        actor=world.organiser, of_round=world.schools, planned=planned(world.schools)
    )
    assert isinstance(outcome, Refused)
    assert outcome.reason == "no_plan_number"


def test_a_head_too_new_is_named_in_the_table_and_cannot_be_chosen(world: Campaign) -> None:
    unit = selectors.candidates(of_round=world.schools)[0].unit
    Post.objects.filter(unit=unit).update(starts_on=date(2023, 3, 1))
    found = next(one for one in selectors.candidates(of_round=world.schools) if one.unit == unit)
    assert found.posts == ()
    assert "Chưa đủ thời gian giữ chức vụ" in found.obstacle


def test_a_round_too_short_says_how_many_fit(world: Campaign) -> None:
    world.schools.ends_on = date(2023, 5, 16)
    assert selectors.slots_for(of_round=world.schools, count=15) == TooShort(6)


def test_taken_hours_are_not_proposed_again(world: Campaign) -> None:
    rows = planned(world.schools)
    good(services.make_round(actor=world.organiser, of_round=world.schools, planned=rows[:4]))
    slots = selectors.slots_for(of_round=world.schools, count=2)
    assert not isinstance(slots, TooShort)
    assert (slots[0].day, slots[0].hour) == (date(2023, 5, 16), time(10))


def test_the_table_is_saved_as_it_stands_on_the_page(world: Campaign) -> None:
    client = signed_in(world.organiser)
    shown = client.get(page("make", world.schools.key))
    table = shown.context["table"]
    sent = {"chair_name": "Tạ Thị Lan Chi", "clerk_name": "Vũ Đình Khải", "chair_post": "", "clerk_post": ""}
    for row in table.rows:
        for bound in row:
            value = bound.value()
            sent[bound.html_name] = "on" if value is True else str(value or "")
    second = table.rows[1]
    sent[second["place"].html_name] = "Nhà văn hoá phường"
    sent[second["chair_name"].html_name] = "Hà Văn Suối"
    answer = client.post(page("make", world.schools.key), sent)
    assert answer.status_code == 302
    made = Conference.objects.get(place="Nhà văn hoá phường")
    assert (made.chair_name, made.clerk_name) == ("Hà Văn Suối", "Vũ Đình Khải")
    assert Conference.objects.count() == 15


def test_a_chosen_row_without_a_day_is_told_on_the_page(world: Campaign) -> None:
    client = signed_in(world.organiser)
    row = client.get(page("make", world.schools.key)).context["table"].rows[0]
    sent = {"chair_name": "A", "clerk_name": "B", row["chosen"].html_name: "on"}
    answer = client.post(page("make", world.schools.key), sent)
    assert answer.status_code == 422
    assert "Đề nghị điền ô này, hoặc bỏ đánh dấu đơn vị." in answer.content.decode()


def test_a_move_is_kept_with_what_was_announced_before(world: Campaign) -> None:
    conference = held(world)[0]
    outcome = services.move(
        actor=world.organiser,
        conference=conference,
        version=conference.version,
        to=Sitting(date(2023, 5, 19), time(16), "Nhà văn hoá"),
        reason="Trường thi học kỳ",
    )
    good(outcome)
    kept = Move.objects.get()
    assert kept.before.startswith("8:00 ngày 15/5/2023, Phòng họp Trường")
    assert kept.after == "16:00 ngày 19/5/2023, Nhà văn hoá"


@pytest.mark.parametrize(
    ("day", "reason"), [(date(2023, 5, 21), "on_sunday"), (date(2023, 6, 1), "outside_round")]
)
def test_a_conference_is_not_moved_out_of_its_round(world: Campaign, day: date, reason: str) -> None:
    conference = held(world)[0]
    outcome = services.move(
        actor=world.organiser,
        conference=conference,
        version=conference.version,
        to=Sitting(day, time(8), "Hội trường"),
        reason="Bận",
    )
    assert isinstance(outcome, Refused)
    assert outcome.reason == reason


def test_monday_is_the_first_day_of_the_round(world: Campaign) -> None:
    assert world.schools.begins_on == MONDAY
