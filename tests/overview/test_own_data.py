"""What is held about a person, read by that person or by the registrar for whoever asks (security.md §2 nos. 85, 87)."""

import re
from datetime import date

import pytest
from django.urls import reverse

from guong.core.months import months_after
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.overview.selectors import data_of_person
from guong.office.registry.models import Person, StaffEntry
from guong.office.registry.selectors import people_found
from guong.office.registry.selectors.personal import MOST_FOUND
from tests.conferences.world import HELD_ON, World, officer, school, with_roll
from tests.counting.world import signed_in

PAGE = "overview:personal-data"
FORM_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@pytest.fixture
def registrar(world: World) -> User:
    return officer(world.school, Role.ORGANISER, username="so-bo")


def person(name: str = "Giáo viên Thử 03") -> Person:
    return Person.objects.get(full_name=name)


def read(user: User, **given: str) -> tuple[int, str]:
    answer = signed_in(user).get(reverse(PAGE), given)
    return answer.status_code, FORM_TOKEN.sub("", answer.content.decode())


def test_everybody_reads_the_own_account(world: World) -> None:
    entry = officer(world.school, Role.PAPER_CLERK, username="nhap-phieu")
    status, page = read(entry)
    assert status == 200
    assert "Dữ liệu đang giữ về đồng chí" in page
    assert "nhap-phieu" in page
    assert "Họ và tên" not in page


def test_the_registrar_finds_a_person_by_name_without_accents(world: World, registrar: User) -> None:
    _, page = read(registrar, tim="giao vien thu 03")
    assert person().key in page
    assert "Giáo viên Thử 04" not in page


def test_what_is_held_names_list_and_roll_with_their_ends(world: World) -> None:
    with_roll(world)
    left = date(2024, 6, 30)
    StaffEntry.objects.filter(person=person()).update(active=False, left_on=left)
    lines = {line.kind.key: line for line in data_of_person(person=person()).lines}
    assert lines["register"].over_on == months_after(left, 12)
    assert lines["roll"].over_on == months_after(HELD_ON, 6)


def test_who_still_stands_on_the_list_has_no_end_yet(world: World) -> None:
    (line,) = data_of_person(person=person()).lines
    assert line.over_on is None


def test_nobody_reads_whether_somebody_was_present(world: World, registrar: User) -> None:
    conference = with_roll(world)
    absent = read(registrar, nguoi=person().key)
    conference.roll.filter(person=person()).update(present=True)
    assert read(registrar, nguoi=person().key) == absent


def test_a_person_of_another_unit_doesn_t_exist(world: World, registrar: User) -> None:
    unit, post = school(key="TH-09", name="Trường Tiểu học Xa")
    stranger = StaffEntry.objects.filter(unit=unit).exclude(person=post.person)[0].person
    assert read(registrar, nguoi=stranger.key)[0] == 404
    assert read(registrar, nguoi="0" * 32)[0] == 404
    assert stranger.pk not in {found.pk for found, _ in people_found(user=registrar, words="giao vien")}


def test_only_the_registrar_reads_about_others(world: World) -> None:
    counter = officer(world.school, Role.COUNTING_OFFICER, username="kiem-phieu-2")
    assert read(counter, nguoi=person().key)[0] == 404
    assert person().key not in read(counter, tim="giao vien")[1]


def test_no_more_than_a_page_of_people_is_found(world: World, registrar: User) -> None:
    for number in range(MOST_FOUND):
        made = Person.objects.create(full_name=f"Giáo viên Thêm {number}")
        StaffEntry.objects.create(
            person=made, unit=world.school, position="Giáo viên", employment="permanent"
        )
    assert len(people_found(user=registrar, words="giáo viên")) == MOST_FOUND
