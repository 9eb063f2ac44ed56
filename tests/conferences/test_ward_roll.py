"""The roll of a ward: five classes, everybody once, neither of the two heads (seed 001 II.2.b, DESIGN §8)."""

import pytest

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors, services
from guong.office.conferences.models import Conference
from guong.office.registry.models import Level, Person, Unit, WardClass, WardEntry
from guong.office.registry.services import ensure_unit
from tests.conferences.ward import CHAIRMAN, CONTRACT, SECRETARY, TWO_CLASSES, ward, ward_conference
from tests.conferences.world import good, officer


@pytest.fixture
def unit(db: None, urn_folder: object) -> Unit:
    return ward()


@pytest.fixture
def organiser(unit: Unit) -> User:
    return officer(unit, Role.ORGANISER)


@pytest.fixture
def conference(unit: Unit, organiser: User) -> Conference:
    made = ward_conference(unit, organiser)
    return good(services.build_roll(actor=organiser, conference=made, version=made.version))


def names(conference: Conference) -> list[str]:
    return [entry.printed_name for entry in conference.roll.all()]


def add(conference: Conference, organiser: User, person: Person) -> Conference | Refused:
    conference.refresh_from_db()
    return services.add_to_roll(
        actor=organiser,
        conference=conference,
        version=conference.version,
        person=person,
        reason="Bổ sung theo danh sách của phường",
        chair_name="Tạ Thị Lan Chi",
    )


def test_two_people_are_asked_about_each_with_the_forms_own_line(conference: Conference) -> None:
    lines = [subject.line for subject in conference.subjects.all()]
    assert [subject.key for subject in conference.subjects.all()] == ["s1", "s2"]
    assert lines[0].endswith(f"của đ/c {SECRETARY} - Bí thư Đảng uỷ Phường Bến Đá")
    assert lines[1].endswith(f"của đ/c {CHAIRMAN} - Chủ tịch UBND Phường Bến Đá")


def test_everybody_of_the_five_classes_stands_on_the_roll_once(conference: Conference) -> None:
    assert len(names(conference)) == len(set(names(conference))) == 3 + 3 + 3 * 4 - 1
    assert names(conference).count(TWO_CLASSES) == 1


def test_neither_head_is_on_the_roll_not_even_for_the_other(conference: Conference) -> None:
    assert not {SECRETARY, CHAIRMAN} & set(names(conference))
    assert selectors.roll_numbers(conference).off == (("người được góp ý", 2),)


def test_the_printed_position_names_every_class_of_a_person(conference: Conference) -> None:
    entry = conference.roll.get(printed_name=TWO_CLASSES)
    assert entry.position == "Bí thư chi bộ 1; Tổ trưởng tổ dân phố số 1"


def test_contract_staff_of_the_wards_office_takes_part(conference: Conference) -> None:
    assert CONTRACT in names(conference)


def test_a_head_is_not_added_by_hand_either(conference: Conference, organiser: User) -> None:
    head = conference.subjects.all()[0].post.person
    refused = add(conference, organiser, head)
    assert isinstance(refused, Refused)
    assert refused.reason == "is_subject"


def test_somebody_who_joined_a_class_since_is_offered_and_added(
    conference: Conference, organiser: User, unit: Unit
) -> None:
    late = Person.objects.create(full_name="Tổ trưởng Mới")
    WardEntry.objects.create(
        person=late, unit=unit, ward_class=WardClass.NEIGHBOURHOOD_HEAD, area="Tổ dân phố số 9"
    )
    assert [one.person for one in selectors.candidates_for_roll(conference)] == [late]
    good(add(conference, organiser, late))
    assert names(conference)[-1] == "Tổ trưởng Mới"


def test_a_ward_without_its_classes_has_no_roll(organiser: User) -> None:
    empty = ensure_unit(key="P-02", name="Phường Cồn Rạng", level=Level.WARD)
    conference = Conference.objects.create(
        unit=empty,
        title="Hội nghị Phường Cồn Rạng",
        held_on="2023-10-10",
        reference_date="2023-10-01",
    )
    refused = services.build_roll(actor=organiser, conference=conference, version=1)
    assert isinstance(refused, Refused)
    assert refused.reason == "no_ward_voters"
    assert "năm thành phần" in refused.sentence
