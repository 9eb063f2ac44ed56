"""The invented district: real workbooks, the same for the same seed, with the peculiar units that a draw must meet."""

from collections import Counter
from random import Random

import pytest

from guong.core.draw import Exclusion, LevelTerms, Method, Terms, freeze_frame
from guong.core.draw.frame import Frame
from guong.core.eligibility import HeadTooNew, head_eligibility
from guong.demo import district as world
from guong.demo.district import District, invent_district
from guong.demo.district_files import build_workbooks, import_workbooks
from guong.demo.places import LEAD_BODY
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.registry.models import Level, Person, StaffEntry, Unit
from guong.office.registry.selectors import (
    current_heads,
    schools_for_draw,
    staff_of,
    ward_of,
    ward_voters,
    wards_of,
)
from guong.office.registry.services import ensure_unit

SEED = 167


@pytest.fixture(scope="module")
def district() -> District:
    """The district of the demo's seed."""
    return invent_district(Random(SEED))


@pytest.fixture
def body(db: None) -> Unit:
    """The lead body with the whole district imported."""
    body = ensure_unit(key=LEAD_BODY[0], name=LEAD_BODY[1], level=Level.DISTRICT)
    actor = create_user(username="to-chuc", full_name="Vũ Khánh Ngân", roles=[Role.ORGANISER])
    assert isinstance(actor, User)
    import_workbooks(build_workbooks(Random(SEED)), actor=actor)
    return body


def test_there_are_fourteen_wards_eighty_public_and_three_private_schools(district: District) -> None:
    assert len(district.wards) == 14
    assert Counter(school.public for school in district.schools) == {True: 80, False: 3}
    assert Counter(school.level.prefix for school in district.schools if school.public) == {
        "MN": 27,
        "TH": 28,
        "CS": 25,
    }
    names = [ward.name for ward in district.wards] + [school.name for school in district.schools]
    assert len(set(names)) == len(names)


def test_schools_have_about_forty_five_permanent_staff_and_a_few_on_contract(district: District) -> None:
    public = [school for school in district.schools if school.public]
    permanent = [sum(one.permanent for one in school.staff) for school in public]
    assert min(permanent) >= 35
    assert max(permanent) <= 60
    assert 44 <= sum(permanent) / len(permanent) <= 50
    assert all(2 <= sum(not one.permanent for one in school.staff) <= 4 for school in public)


def test_nobody_has_a_namesake_in_the_same_unit(district: District) -> None:
    for school in district.schools:
        names = {one.full_name for one in school.staff} | {head.full_name for head in school.heads}
        assert len({one.full_name for one in school.staff}) == len(school.staff)
        assert len(names) - len(school.staff) <= 1


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert build_workbooks(Random(SEED)) == build_workbooks(Random(SEED))


def test_the_whole_district_is_read_without_a_fault(body: Unit) -> None:
    assert Unit.objects.count() == 98
    assert 4_500 <= Person.objects.count() <= 5_500
    wards = list(wards_of(body=body))
    assert all(60 <= len(ward_voters(unit=ward)) <= 90 for ward in wards)
    assert all(any(len(voter.classes) > 1 for voter in ward_voters(unit=ward)) for ward in wards)
    assert all(current_heads(unit=ward, on=world.REFERENCE).count() == 2 for ward in wards)
    assert StaffEntry.objects.filter(unit__level=Level.WARD, employment="contract").exists()


def test_the_draw_s_frame_leaves_out_whom_it_should(body: Unit) -> None:
    levels = (("preschool", "Mầm non"), ("primary", "Tiểu học"), ("lower_secondary", "THCS"))
    terms = Terms(
        key="4Q7ZK2M8XA",
        plan="167-KH/QU",
        reference=world.REFERENCE,
        method=Method.CUSTOM,
        levels=tuple(LevelTerms(key, name, 5, 2) for key, name in levels),
    )
    frame = freeze_frame(terms, schools_for_draw(body=body, on=world.REFERENCE))
    assert isinstance(frame, Frame)
    left_out = {one.unit: one.reason for level in frame.levels for one in level.excluded}
    assert left_out == (
        dict.fromkeys(world.TOO_NEW, Exclusion.HEAD_TOO_NEW)
        | dict.fromkeys(world.PRIVATE, Exclusion.NOT_PUBLIC)
        | {world.NO_HEAD: Exclusion.NO_HEAD}
    )
    assert [len(level.units) for level in frame.levels] == [25, 26, 22]


def test_the_peculiar_schools_are_as_their_constants_say(body: Unit) -> None:
    for code in world.TWO_HEADS:
        principal, secretary = sorted(
            current_heads(unit=Unit.objects.get(key=code), on=world.REFERENCE), key=lambda post: post.title
        )[::-1]
        assert (principal.title, secretary.title) == (world.PRINCIPAL, world.SECRETARY)
        deputy = staff_of(unit=principal.unit).get(person=secretary.person)
        assert deputy.position == "Phó Hiệu trưởng"
        young = head_eligibility(secretary.starts_on, world.REFERENCE)
        assert isinstance(young, HeadTooNew) is (code == world.NEW_SECRETARY)
    just = current_heads(unit=Unit.objects.get(key=world.JUST_SIX_MONTHS), on=world.REFERENCE).get()
    assert head_eligibility(just.starts_on, world.REFERENCE) is None
    direct = Unit.objects.select_related("parent").get(key=world.OF_DISTRICT)
    assert direct.parent == body
    assert ward_of(unit=direct) is not None


def test_every_school_lies_in_a_ward(body: Unit) -> None:
    schools = Unit.objects.exclude(level__in=[Level.WARD, Level.DISTRICT])
    assert all(ward_of(unit=school) is not None for school in schools)
