"""A year after somebody left the last list and post the register forgets them, by a moved clock (security.md §2 no. 86)."""

from datetime import date, timedelta

from guong.core.months import months_after
from guong.office.conferences import services as hall
from guong.office.journal.models import Entry
from guong.office.registry.models import Person, Post, StaffEntry
from guong.office.registry.services import end_former_people
from tests.conferences.conftest import urn_folder, world
from tests.conferences.world import World, with_roll

__all__ = ["urn_folder", "world"]

LEFT = date(2024, 6, 30)
OVER = months_after(LEFT, 12)


def gone(name: str) -> StaffEntry:
    """Let somebody have left the staff on `LEFT`."""
    entry = StaffEntry.objects.get(person__full_name=name)
    entry.active, entry.left_on = False, LEFT
    entry.save()
    return entry


def test_who_left_the_last_list_ends_a_year_later_and_not_before(world: World) -> None:
    gone("Giáo viên Thử 03")
    assert end_former_people(today=OVER - timedelta(days=1)) == 0
    assert end_former_people(today=OVER) == 1
    assert not Person.objects.filter(full_name="Giáo viên Thử 03").exists()
    assert end_former_people(today=OVER) == 0


def test_who_still_stands_on_a_list_stays_for_ever(world: World) -> None:
    before = Person.objects.count()
    assert end_former_people(today=date(2099, 1, 1)) == 0
    assert Person.objects.count() == before


def test_whose_day_of_leaving_nobody_knows_is_not_erased(world: World) -> None:
    StaffEntry.objects.filter(person__full_name="Giáo viên Thử 03").update(active=False)
    assert end_former_people(today=date(2099, 1, 1)) == 0


def test_a_roll_holds_a_person_until_its_names_have_ended(world: World) -> None:
    with_roll(world)
    gone("Giáo viên Thử 03")
    assert end_former_people(today=OVER) == 0
    assert not StaffEntry.objects.filter(person__full_name="Giáo viên Thử 03").exists()
    assert hall.end_names(today=OVER) == 1
    assert end_former_people(today=OVER) == 1


def test_a_head_who_was_asked_about_stays_with_the_post(world: World) -> None:
    with_roll(world)
    Post.objects.filter(pk=world.head.pk).update(ends_on=LEFT)
    gone(world.head.person.full_name)
    hall.end_names(today=OVER)
    end_former_people(today=OVER)
    assert Post.objects.get(pk=world.head.pk).person.full_name == world.head.person.full_name


def test_a_post_that_nobody_was_asked_about_ends_with_its_holder(world: World) -> None:
    Post.objects.filter(pk=world.head.pk).update(ends_on=LEFT)
    gone(world.head.person.full_name)
    assert end_former_people(today=OVER) == 1
    assert not Post.objects.filter(pk=world.head.pk).exists()


def test_the_act_stands_in_the_journal_without_a_name(world: World) -> None:
    gone("Giáo viên Thử 03")
    end_former_people(today=OVER)
    assert Entry.objects.get(act="registry.people_ended").text == (
        "Chương trình xoá 1 người không còn trong danh sách nào, hết thời hạn 12 tháng."
    )
