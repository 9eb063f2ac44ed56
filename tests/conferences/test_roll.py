"""Who may be asked about and who is summoned (seed 001 II.2, DESIGN §8)."""

from datetime import date

import pytest

from guong.core.outcome import Refused
from guong.office.conferences import selectors, services
from guong.office.conferences.models import RollChange
from guong.office.registry import selectors as registry
from tests.conferences.world import (
    DETAILS,
    World,
    good,
    new_conference,
    opened,
    prepared,
    school,
    with_roll,
)


def test_a_head_of_five_months_is_refused_with_the_first_eligible_day(world: World) -> None:
    unit, head = school(name="Trường Tiểu học Sao Mai", key="TH-02", head_since=date(2022, 12, 1))
    refused = services.create(actor=world.organiser, unit=unit, posts=[head], details=DETAILS)
    assert isinstance(refused, Refused)
    assert refused.reason == "head_too_new"
    assert "Từ ngày 01/6/2023 đồng chí này đủ điều kiện." in refused.sentence


def test_exactly_six_months_in_post_is_enough(world: World) -> None:
    unit, head = school(name="Trường Tiểu học Sao Mai", key="TH-02", head_since=date(2022, 11, 1))
    good(services.create(actor=world.organiser, unit=unit, posts=[head], details=DETAILS))


def test_a_unit_without_a_registered_head_has_no_conference(world: World) -> None:
    refused = services.create(actor=world.organiser, unit=world.school, posts=[], details=DETAILS)
    assert isinstance(refused, Refused)
    assert refused.reason == "no_head"


def test_the_subject_line_is_the_forms_own(world: World) -> None:
    line = new_conference(world).subjects.get().line
    assert line.endswith("của đ/c Đàm Thị Mỹ Uyên - Bí thư Chi bộ, Hiệu trưởng trường Tiểu học Hoa Sen")


def test_the_roll_is_permanent_staff_without_contract_staff_and_without_the_head(world: World) -> None:
    conference = with_roll(world)
    numbers = selectors.roll_numbers(conference)
    assert numbers.eligible == 12
    assert numbers.off == (("lao động hợp đồng", 2), ("người được góp ý", 1))
    assert not conference.roll.filter(person=world.head.person).exists()


def test_the_roll_keeps_the_order_of_the_staff_list(world: World) -> None:
    conference = with_roll(world)
    assert [entry.place for entry in conference.roll.all()] == list(range(1, 13))
    assert conference.roll.all()[0].printed_name == "Giáo viên Thử 01"


@pytest.mark.parametrize(("employment", "reason"), [("contract", "contract_staff"), ("head", "is_subject")])
def test_nobody_outside_the_rule_is_added_by_hand(world: World, employment: str, reason: str) -> None:
    conference = with_roll(world)
    staff = registry.staff_of(unit=world.school)
    entry = staff.filter(employment="contract")[0] if employment == "contract" else staff[0]
    refused = services.add_to_roll(
        actor=world.organiser,
        conference=conference,
        version=conference.version,
        person=entry.person,
        reason="Bổ sung",
        chair_name="Tạ Thị Lan Chi",
    )
    assert isinstance(refused, Refused)
    assert refused.reason == reason


def test_a_change_records_the_chair_and_the_reason(world: World) -> None:
    conference = with_roll(world)
    person = conference.roll.all()[3].person
    good(
        services.remove_from_roll(
            actor=world.organiser,
            conference=conference,
            version=conference.version,
            person=person,
            reason="Nghỉ ốm dài ngày",
            chair_name="Tạ Thị Lan Chi",
        )
    )
    change = RollChange.objects.get()
    assert (change.act, change.chair_name, change.reason) == ("removed", "Tạ Thị Lan Chi", "Nghỉ ốm dài ngày")
    assert conference.roll.count() == 11


def test_a_change_needs_a_reason_and_the_chair(world: World) -> None:
    conference = with_roll(world)
    refused = services.remove_from_roll(
        actor=world.organiser,
        conference=conference,
        version=conference.version,
        person=conference.roll.all()[0].person,
        reason=" ",
        chair_name="Tạ Thị Lan Chi",
    )
    assert isinstance(refused, Refused)
    assert refused.reason == "needs_reason"


def test_the_roll_is_frozen_once_the_poll_is_open(world: World) -> None:
    conference, _ = opened(world)
    refused = services.remove_from_roll(
        actor=world.organiser,
        conference=conference,
        version=conference.version,
        person=conference.roll.all()[0].person,
        reason="Vắng",
        chair_name="Tạ Thị Lan Chi",
    )
    assert isinstance(refused, Refused)
    assert refused.reason == "roll_frozen"


def test_the_roll_may_change_while_the_urn_is_prepared_but_not_be_rebuilt(world: World) -> None:
    conference, _ = prepared(world)
    good(
        services.remove_from_roll(
            actor=world.organiser,
            conference=conference,
            version=conference.version,
            person=conference.roll.all()[0].person,
            reason="Chuyển công tác",
            chair_name="Tạ Thị Lan Chi",
        )
    )
    refused = services.build_roll(actor=world.organiser, conference=conference, version=conference.version)
    assert isinstance(refused, Refused)
    assert refused.reason == "roll_in_use"


def test_the_second_of_two_officers_is_told(world: World) -> None:
    conference = new_conference(world)
    seen = conference.version
    good(services.build_roll(actor=world.organiser, conference=conference, version=seen))
    refused = services.agree_roll(actor=world.organiser, conference=conference, version=seen)
    assert isinstance(refused, Refused)
    assert refused.reason == "changed_meanwhile"
    assert "đồng chí khác vừa sửa" in refused.sentence
