"""A small invented ward for the tests: two heads, five classes, one person in two of them, an organiser."""

import dataclasses
from datetime import date

from guong.office.accounts.models import User
from guong.office.conferences import services
from guong.office.conferences.models import Conference
from guong.office.registry import selectors as registry
from guong.office.registry.models import Level, Person, Post, StaffEntry, Unit, WardClass, WardEntry
from guong.office.registry.services import ensure_unit
from tests.conferences.world import DETAILS, HELD_ON, good

SECRETARY, CHAIRMAN = "Cù Thị Thanh Trúc", "Kha Văn Đông Hải"
TWO_CLASSES = "Ngạc Thị Mây"
CONTRACT = "Lữ Văn Suối"
WARD_DETAILS = dataclasses.replace(
    DETAILS,
    title="Hội nghị lấy ý kiến góp ý Phường Bến Đá",
    place="Hội trường Phường Bến Đá",
    questionnaire_key="ward_head",
)


def ward(*, committee: int = 3, areas: int = 4) -> Unit:
    """Register a ward: both heads, ``committee`` more members, three officials, ``areas`` neighbourhoods and cells.

    Voters: ``committee`` + 3 + 3 x ``areas`` - 1, for the first cell's secretary also heads the first neighbourhood.
    """
    unit = ensure_unit(key="P-01", name="Phường Bến Đá", level=Level.WARD)
    for name, title in ((SECRETARY, "Bí thư Đảng uỷ phường"), (CHAIRMAN, "Chủ tịch UBND phường")):
        head = Person.objects.create(full_name=name)
        Post.objects.create(person=head, unit=unit, title=title, is_head=True, starts_on=date(2020, 6, 1))
        WardEntry.objects.create(person=head, unit=unit, ward_class=WardClass.COMMITTEE, position=title)
        StaffEntry.objects.create(person=head, unit=unit, position=title, employment="permanent")
    for number in range(committee):
        _stands(f"Uỷ viên Thử {number + 1:02d}", unit, WardClass.COMMITTEE)
    for name, employment in (
        ("Công chức Thử 01", "permanent"),
        ("Công chức Thử 02", "permanent"),
        (CONTRACT, "contract"),
    ):
        person = Person.objects.create(full_name=name)
        StaffEntry.objects.create(person=person, unit=unit, position="Văn phòng", employment=employment)
    both = _stands(TWO_CLASSES, unit, WardClass.CELL_SECRETARY, "Chi bộ 1")
    WardEntry.objects.create(
        person=both, unit=unit, ward_class=WardClass.NEIGHBOURHOOD_HEAD, area="Tổ dân phố số 1"
    )
    for number in range(areas):
        if number:
            _stands(f"Bí thư Thử {number + 1:02d}", unit, WardClass.CELL_SECRETARY, f"Chi bộ {number + 1}")
            _stands(
                f"Tổ trưởng Thử {number + 1:02d}",
                unit,
                WardClass.NEIGHBOURHOOD_HEAD,
                f"Tổ dân phố số {number + 1}",
            )
        _stands(f"Mặt trận Thử {number + 1:02d}", unit, WardClass.FRONT_HEAD, f"Tổ dân phố số {number + 1}")
    return unit


def ward_conference(unit: Unit, organiser: User) -> Conference:
    """Create the ward's conference on both of its heads, roll not yet built."""
    heads = list(registry.current_heads(unit=unit, on=HELD_ON))
    return good(services.create(actor=organiser, unit=unit, posts=heads, details=WARD_DETAILS))


def _stands(name: str, unit: Unit, ward_class: WardClass, area: str = "") -> Person:
    person = Person.objects.create(full_name=name)
    WardEntry.objects.create(person=person, unit=unit, ward_class=ward_class, area=area)
    return person
