"""The five classes of a ward: everybody once, however many classes (R-001-10)."""

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from guong.core.eligibility import Employment, VoterClass
from guong.office.registry.models import EmploymentKind, Level, Person, StaffEntry, Unit, WardClass, WardEntry
from guong.office.registry.selectors import ward_voters
from guong.office.registry.selectors.people import ward_post
from guong.office.registry.services import ensure_unit


@pytest.fixture
def ward(body: Unit) -> Unit:
    """A ward with nobody in it."""
    return ensure_unit(key="P-01", name="Phường Bến Đá", level=Level.WARD, parent=body)


def person(name: str) -> Person:
    return Person.objects.create(full_name=name)


def stands(one: Person, ward: Unit, ward_class: WardClass, area: str = "", *, active: bool = True) -> None:
    WardEntry.objects.create(person=one, unit=ward, ward_class=ward_class, area=area, active=active)


def employed(one: Person, ward: Unit, position: str, kind: EmploymentKind = EmploymentKind.PERMANENT) -> None:
    StaffEntry.objects.create(person=one, unit=ward, position=position, employment=kind)


def test_classes_stand_in_the_order_of_the_plan(ward: Unit) -> None:
    for ward_class in (WardClass.FRONT_HEAD, WardClass.NEIGHBOURHOOD_HEAD, WardClass.CELL_SECRETARY):
        stands(person(str(ward_class.label)), ward, ward_class)
    employed(person("Công chức"), ward, "Công chức Văn phòng – Thống kê")
    stands(person("Uỷ viên"), ward, WardClass.COMMITTEE)
    assert [voter.classes for voter in ward_voters(unit=ward)] == [(one,) for one in VoterClass]


def test_a_person_in_two_classes_is_one_person_with_both(ward: Unit) -> None:
    one = person("Lê Văn Sông Thao")
    stands(one, ward, WardClass.NEIGHBOURHOOD_HEAD, "Tổ dân phố số 5")
    stands(one, ward, WardClass.CELL_SECRETARY, "Chi bộ 5")
    (voter,) = ward_voters(unit=ward)
    assert voter.classes == (VoterClass.CELL_SECRETARY, VoterClass.NEIGHBOURHOOD_HEAD)
    assert voter.position == "Bí thư chi bộ 5; Tổ trưởng tổ dân phố số 5"
    assert voter.areas == ("Chi bộ 5", "Tổ dân phố số 5")


def test_a_committee_member_of_the_office_keeps_the_kind_of_employment(ward: Unit) -> None:
    one = person("Phạm Thị Cỏ May")
    employed(one, ward, "Phó Chủ tịch UBND phường")
    stands(one, ward, WardClass.COMMITTEE)
    (voter,) = ward_voters(unit=ward)
    assert voter.classes == (VoterClass.COMMITTEE, VoterClass.OFFICE)
    assert voter.employment is Employment.PERMANENT


def test_contract_staff_of_the_office_is_in_the_class(ward: Unit) -> None:
    employed(person("Đỗ Thị Sen Hồng"), ward, "Nhân viên hợp đồng", EmploymentKind.CONTRACT)
    (voter,) = ward_voters(unit=ward)
    assert (voter.classes, voter.employment) == ((VoterClass.OFFICE,), Employment.CONTRACT)


def test_who_left_a_class_is_not_told(ward: Unit) -> None:
    stands(person("Vũ Văn Suối"), ward, WardClass.FRONT_HEAD, active=False)
    assert ward_voters(unit=ward) == []


def test_a_ward_costs_two_queries(ward: Unit, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(9):
        stands(person(f"Người {number}"), ward, WardClass.COMMITTEE)
    with django_assert_num_queries(2):
        assert len(ward_voters(unit=ward)) == 9


@pytest.mark.parametrize(
    ("ward_class", "area", "post"),
    [
        (WardClass.CELL_SECRETARY, "Chi bộ 5", "Bí thư chi bộ 5"),
        (WardClass.CELL_SECRETARY, "", "Bí thư chi bộ trực thuộc"),
        (WardClass.NEIGHBOURHOOD_HEAD, "Tổ 7", "Tổ trưởng tổ 7"),
        (WardClass.NEIGHBOURHOOD_HEAD, "7", "Tổ trưởng tổ dân phố 7"),
        (WardClass.FRONT_HEAD, "Tổ dân phố số 7", "Trưởng ban công tác mặt trận tổ dân phố số 7"),
        (WardClass.FRONT_HEAD, "Khu Bờ Đê", "Trưởng ban công tác mặt trận tổ dân phố, Khu Bờ Đê"),
        (WardClass.COMMITTEE, "Chi bộ 5", "Uỷ viên Ban Chấp hành Đảng bộ phường"),
    ],
)
def test_a_post_in_a_ward_is_named_with_its_area(ward_class: WardClass, area: str, post: str) -> None:
    assert ward_post(ward_class, area) == post
