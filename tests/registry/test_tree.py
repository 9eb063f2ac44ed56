"""Where units stand: schools and wards of a body, the ward of a school, what a draw is told."""

from datetime import date

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from guong.core.draw import School
from guong.office.registry.models import Level, Person, Post, Unit
from guong.office.registry.selectors import (
    heads_by_unit,
    schools_for_draw,
    schools_of,
    ward_by_unit,
    ward_of,
    wards_of,
)
from guong.office.registry.services import ensure_unit

REFERENCE = date(2023, 5, 1)


@pytest.fixture
def ward(body: Unit) -> Unit:
    """A ward of the district."""
    return ensure_unit(key="P-01", name="Phường Bến Đá", level=Level.WARD, parent=body)


@pytest.fixture
def school(ward: Unit) -> Unit:
    """A school whose cell belongs to the ward."""
    return ensure_unit(key="TH-01", name="Trường Tiểu học Hoa Sen", level=Level.PRIMARY, parent=ward)


def head(unit: Unit, since: date, title: str = "Hiệu trưởng", until: date | None = None) -> Post:
    person = Person.objects.create(full_name="Trần Thị Hoa Mai")
    return Post.objects.create(
        unit=unit, person=person, title=title, is_head=True, starts_on=since, ends_on=until
    )


def test_schools_and_wards_are_found_at_any_depth(
    body: Unit, ward: Unit, school: Unit, stranger: Unit
) -> None:
    assert list(schools_of(body=body)) == [school]
    assert list(wards_of(body=body)) == [ward]
    assert list(schools_of(body=ward)) == [school]
    assert list(wards_of(body=ward)) == []


def test_a_closed_school_is_left_out_on_a_later_day(body: Unit, school: Unit) -> None:
    Unit.objects.filter(pk=school.pk).update(valid_to=date(2023, 3, 31))
    assert list(schools_of(body=body, on=REFERENCE)) == []
    assert list(schools_of(body=body, on=date(2023, 3, 31))) == [school]
    assert list(schools_of(body=body)) == [school]


def test_a_school_lies_in_the_ward_above_it(ward: Unit, school: Unit) -> None:
    assert ward_of(unit=school) == ward
    assert ward_of(unit=ward) == ward


def test_a_school_of_the_district_itself_lies_in_the_ward_named(body: Unit, ward: Unit) -> None:
    direct = ensure_unit(key="CS-01", name="Trường THCS Bình Minh", level=Level.LOWER_SECONDARY, parent=body)
    assert ward_of(unit=direct) is None
    direct.ward = ward
    direct.save()
    assert ward_of(unit=direct) == ward


def test_the_wards_of_many_units_cost_one_query(
    body: Unit, ward: Unit, school: Unit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert ward_by_unit(units=[body, ward, school]) == {ward.pk: ward, school.pk: ward}


def test_a_draw_is_told_level_ownership_end_and_who_heads_the_school(body: Unit, school: Unit) -> None:
    head(school, date(2019, 8, 1))
    head(school, date(2015, 8, 1), until=date(2019, 7, 31))
    Unit.objects.filter(pk=school.pk).update(public=False, valid_to=date(2023, 4, 30))
    assert schools_for_draw(body=body, on=REFERENCE) == [
        School(
            "TH-01",
            "Trường Tiểu học Hoa Sen",
            "primary",
            public=False,
            closed_on=date(2023, 5, 1),
            heads_since=(date(2019, 8, 1),),
        )
    ]


def test_a_draw_is_told_both_heads_of_a_school(body: Unit, school: Unit) -> None:
    head(school, date(2019, 8, 1))
    head(school, date(2023, 2, 1), "Bí thư chi bộ")
    assert schools_for_draw(body=body, on=REFERENCE)[0].heads_since == (date(2019, 8, 1), date(2023, 2, 1))


def test_schools_gone_before_the_year_and_schools_to_come_are_not_told(body: Unit, school: Unit) -> None:
    Unit.objects.filter(pk=school.pk).update(valid_to=date(2022, 12, 31))
    later = ensure_unit(key="MN-09", name="Trường Mầm non Mai Sau", level=Level.PRESCHOOL, parent=body)
    Unit.objects.filter(pk=later.pk).update(valid_from=date(2023, 9, 1))
    assert schools_for_draw(body=body, on=REFERENCE) == []


def test_a_draw_costs_three_queries_however_many_schools(
    body: Unit, ward: Unit, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        unit = ensure_unit(
            key=f"TH-{number:02d}", name=f"Trường Số {number}", level=Level.PRIMARY, parent=ward
        )
        head(unit, date(2019, 8, 1))
    with django_assert_num_queries(3):
        assert len(schools_for_draw(body=body, on=REFERENCE)) == 12


def test_heads_of_many_units_come_longest_in_post_first(ward: Unit, school: Unit) -> None:
    newer, older = head(school, date(2023, 1, 1), "Bí thư chi bộ"), head(school, date(2020, 1, 1))
    assert heads_by_unit(units=[ward, school], on=REFERENCE) == {school.pk: [older, newer]}
