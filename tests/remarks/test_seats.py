"""Who may sit at a desk: exactly two officers, neither of the unit; only they see what voters wrote."""

import pytest

from guong.core.outcome import Refused
from guong.office.accounts.services import set_active
from guong.office.journal.models import Entry
from guong.office.registry.models import Person, StaffEntry, UnitAssignment
from guong.office.remarks import selectors, services
from tests.conferences.world import World, good
from tests.counting.world import closed, finished, imported
from tests.remarks.world import DeskWorld, body_above, desk_of, desk_world, editor, seated


def take(place: DeskWorld, user: object = None) -> object:
    actor = place.first if user is None else user
    return services.take_seat(conference=place.conference, subject=place.subject, actor=actor)  # type: ignore[arg-type]


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def test_two_officers_sit_down_and_a_third_finds_no_seat(place: DeskWorld) -> None:
    desk = seated(place)
    assert selectors.seated(desk) == [place.first, place.second]
    third = editor(place.body, username="bientap3", full_name="Xa Phương Thảo")
    assert reason(take(place, third)) == "no_seat_left"


def test_sitting_down_twice_keeps_one_seat(place: DeskWorld) -> None:
    take(place)
    desk = good(services.take_seat(conference=place.conference, subject=place.subject, actor=place.first))
    assert selectors.seated(desk) == [place.first]


def test_an_officer_given_the_unit_itself_is_of_the_unit(place: DeskWorld) -> None:
    own = editor(place.conference.unit, username="cuatruong", full_name="Phí Quang Lộc")
    assert reason(take(place, own)) == "own_unit"


@pytest.mark.parametrize("name", ["Sầm Ánh Tuyết", "SAM ANH TUYET – cán bộ biên tập"])
def test_an_officer_on_the_units_list_by_name_is_of_the_unit(place: DeskWorld, name: str) -> None:
    person = Person.objects.create(full_name="Sầm Ánh Tuyết")
    StaffEntry.objects.create(
        person=person, unit=place.conference.unit, position="Giáo viên", employment="contract"
    )
    user = editor(place.body, username="dongnghiep", full_name=name)
    assert reason(take(place, user)) == "own_unit"


def test_the_person_asked_about_edits_nothing(place: DeskWorld) -> None:
    user = editor(place.body, username="hieutruong", full_name=place.subject.name)
    assert reason(take(place, user)) == "own_unit"


def test_whoever_comes_to_the_unit_later_sees_nothing_more(place: DeskWorld) -> None:
    desk = seated(place)
    UnitAssignment.objects.create(user=place.first, unit=place.conference.unit)
    outcome = services.open_work(desk=desk, subject=place.subject, actor=place.first)
    assert reason(outcome) == "own_unit"


def test_a_seat_given_up_is_free_for_another(place: DeskWorld) -> None:
    desk = seated(place)
    good(services.leave_seat(desk=desk, subject=place.subject, actor=place.first))
    assert reason(services.open_work(desk=desk, subject=place.subject, actor=place.first)) == "not_seated"
    third = editor(place.body, username="bientap3", full_name="Xa Phương Thảo")
    good(services.take_seat(conference=place.conference, subject=place.subject, actor=third))
    assert set(selectors.seated(desk)) == {place.second, third}


def test_the_seat_of_a_locked_account_is_free(place: DeskWorld) -> None:
    desk = seated(place)
    good(set_active(user=place.first, active=False, actor=place.second))
    third = editor(place.body, username="bientap3", full_name="Xa Phương Thảo")
    good(services.take_seat(conference=place.conference, subject=place.subject, actor=third))
    assert set(selectors.seated(desk)) == {place.second, third}


def test_nobody_sits_down_before_the_keys_are_destroyed(world: World) -> None:
    count = closed(world)
    imported(count)
    assert reason(take(desk_of(count, body_above(world.school)))) == "not_counted"


def test_with_fewer_than_ten_ballots_there_is_no_desk(world: World) -> None:
    place = desk_world(world, phones=8)
    assert reason(take(place)) == "too_few"
    assert selectors.handed_on([place.conference]) == {}


def test_where_nobody_wrote_there_is_no_desk(world: World) -> None:
    count = closed(world, remarks=())
    finished(count)
    assert reason(take(desk_of(count, body_above(world.school)))) == "nothing_written"


def test_sitting_down_and_the_days_first_reading_stand_in_the_journal(place: DeskWorld) -> None:
    desk = seated(place)
    for _ in range(3):
        good(services.open_work(desk=desk, subject=place.subject, actor=place.first))
    acts = list(Entry.objects.filter(act__startswith="remarks.").values_list("act", "actor_name"))
    assert sorted(acts) == [
        ("remarks.read", place.first.full_name),
        ("remarks.seat", place.first.full_name),
        ("remarks.seat", place.second.full_name),
    ]
