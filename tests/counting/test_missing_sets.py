"""A paper set that the desk forgot to count is still entered: two people's hand count decides (DESIGN §4.5, §4.7)."""

from dataclasses import replace

import pytest

from guong.office.counting import selectors
from guong.office.paperdesk import selectors as desk
from tests.conferences.world import World
from tests.counting.world import Count, closed, hand_counted, sealed

pytestmark = pytest.mark.django_db


@pytest.fixture
def forgotten(world: World) -> Count:
    """The desk counted one set, two were handed out; the second voter drew no slip."""
    count = closed(world, phones=10)
    return replace(count, hand=replace(count.hand, paper_sets=2, signatures=count.hand.signatures + 1))


def test_the_hand_count_makes_room_for_every_sheet(forgotten: Count) -> None:
    assert [row.made for row in desk.desk(forgotten.conference)] == [1]
    hand_counted(forgotten)
    assert [row.made for row in desk.desk(forgotten.conference)] == [2]


def test_both_sheets_are_counted_in_the_sealed_box(forgotten: Count) -> None:
    box = sealed(forgotten)
    assert len(box.paper) == 2


def test_a_hand_count_beyond_the_roll_makes_no_slots(forgotten: Count) -> None:
    roll = forgotten.conference.roll.count()
    hand_counted(forgotten, paper_sets=roll + 1)
    assert [row.made for row in desk.desk(forgotten.conference)] == [1]
    check = selectors.hall_check(forgotten.conference)
    assert check is not None
    assert not check.may_seal
