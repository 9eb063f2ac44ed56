"""In the room: lots one by one, corrections, two clerks, the end, and what other rooms are told."""

import pytest

from guong.core.outcome import Refused
from guong.office.draws import refusals, selectors, services
from guong.office.draws.details import Contribution
from guong.office.draws.models import LotDraw
from tests.conferences.world import good
from tests.draws.world import COMPUTED, TABLE, World, begun, draw_level, drawn, enter, frozen


def lot(world: World, draw: LotDraw, unit: str, version: int | None = None) -> object:
    return services.enter_lot(
        actor=world.organiser, draw=draw, version=version or draw.version, unit_key=unit
    )


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def compute(world: World, draw: LotDraw, *given: Contribution, laid_down: bool = True) -> object:
    return services.draw_computed(
        actor=world.organiser, draw=draw, version=draw.version, contributions=given, laid_down=laid_down
    )


@pytest.mark.parametrize(
    ("code_read", "lots_counted", "expected"),
    [(False, True, "code_not_read"), (True, False, "lots_not_counted")],
)
def test_nobody_draws_before_the_code_was_read_and_the_lots_counted(
    world: World, code_read: bool, lots_counted: bool, expected: str
) -> None:
    draw = frozen(world)
    outcome = services.begin_draw(
        actor=world.organiser,
        draw=draw,
        version=draw.version,
        code_read=code_read,
        lots_counted=lots_counted,
    )
    assert reason(outcome) == expected
    assert lot(world, draw, "MN-01") == refusals.NOT_BEGUN


def test_lots_stand_in_the_order_in_which_they_left_the_box(world: World) -> None:
    draw = begun(world)
    enter(world, draw, "MN-09", "MN-02", "MN-27")
    assert selectors.lots_of(draw)["preschool"] == ["MN-09", "MN-02", "MN-27"]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("MN-09", "lot_twice"),
        ("MN-04", "lot_excluded"),
        ("TH-01", "lot_of_another_level"),
        ("XX-01", "not_in_frame"),
        ("", "no_lot"),
    ],
)
def test_a_lot_that_cannot_have_left_the_box_is_refused(world: World, unit: str, expected: str) -> None:
    draw = begun(world)
    enter(world, draw, "MN-09")
    assert reason(lot(world, draw, unit)) == expected
    assert selectors.lots_of(draw)["preschool"] == ["MN-09"]


def test_of_two_clerks_the_second_is_told(world: World) -> None:
    draw = begun(world)
    seen = draw.version
    enter(world, draw, "MN-09")
    assert lot(world, draw, "MN-09", seen) == refusals.CHANGED_MEANWHILE
    late = LotDraw.objects.get(pk=draw.pk)
    late.version = seen
    assert lot(world, late, "MN-10", seen) == refusals.CHANGED_MEANWHILE
    assert selectors.lots_of(draw)["preschool"] == ["MN-09"]


def test_the_last_entry_is_taken_back_and_stays_known(world: World) -> None:
    draw = begun(world)
    enter(world, draw, "MN-09", "MN-10")
    taken = good(services.take_back_lot(actor=world.organiser, draw=draw, version=draw.version))
    enter(world, draw, "MN-11")
    assert (taken.place, taken.unit_key) == (2, "MN-10")
    assert selectors.lots_of(draw)["preschool"] == ["MN-09", "MN-11"]


def test_a_confirmed_level_is_not_touched_again(world: World) -> None:
    draw = begun(world)
    draw_level(world, draw)
    outcome = services.take_back_lot(actor=world.organiser, draw=draw, version=draw.version)
    assert outcome == refusals.NOTHING_TO_TAKE_BACK


def test_a_level_is_not_confirmed_before_its_last_lot_nor_overfilled(world: World) -> None:
    draw = begun(world)
    enter(world, draw, *[f"MN-0{n}" for n in (1, 2, 3, 5, 6, 7)])
    outcome = services.close_level(actor=world.organiser, draw=draw, version=draw.version)
    assert outcome == refusals.LEVEL_NOT_FULL
    enter(world, draw, "MN-08")
    assert reason(lot(world, draw, "MN-09")) == "level_full"


def test_a_draw_does_not_end_while_a_level_is_open(world: World) -> None:
    draw = begun(world)
    draw_level(world, draw)
    outcome = services.finish_draw(actor=world.organiser, draw=draw, version=draw.version)
    assert outcome == refusals.LEVELS_OPEN


def test_a_finished_draw_tells_its_schools_and_reserves_by_level_and_place(world: World) -> None:
    drawn(world)
    schools = selectors.drawn_schools(round=world.round)
    assert [(row.unit_key, row.level, row.place) for row in schools][:6] == [
        ("MN-03", "preschool", 1), ("MN-07", "preschool", 2), ("MN-10", "preschool", 3),
        ("MN-13", "preschool", 4), ("MN-16", "preschool", 5), ("TH-03", "primary", 1),
    ]  # fmt: skip
    assert len(schools) == 15
    assert all(row.unit.key == row.unit_key for row in schools)
    assert [(row.unit_key, row.place) for row in selectors.reserves(round=world.round)][:2] == [
        ("MN-20", 1), ("MN-23", 2),
    ]  # fmt: skip


def test_an_unfinished_draw_tells_nothing(world: World) -> None:
    draw = begun(world)
    draw_level(world, draw)
    assert selectors.drawn_schools(round=world.round) == []
    assert selectors.reserves(round=world.round) == []
    assert selectors.draw_records_of(round=world.round) == []


def test_a_computed_draw_fills_every_level_at_once(world: World) -> None:
    draw = drawn(world, COMPUTED)
    assert [len(lots) for lots in selectors.lots_of(draw).values()] == [7, 7, 7]
    assert [person.full_name for person in draw.people.filter(role="hand")] == [
        given.full_name for given in TABLE
    ]


def test_one_contribution_fixes_nothing(world: World) -> None:
    draw = begun(world, COMPUTED)
    assert reason(compute(world, draw, TABLE[0])) == "too_few_contributions"


def test_contributions_lie_on_the_table_before_any_is_read(world: World) -> None:
    draw = begun(world, COMPUTED)
    assert compute(world, draw, *TABLE, laid_down=False) == refusals.NOT_LAID_DOWN


def test_a_computed_draw_is_not_computed_twice(world: World) -> None:
    draw = begun(world, COMPUTED)
    good(compute(world, draw, *TABLE))
    assert compute(world, draw, *TABLE[::-1]) == refusals.NOT_NOW
    assert lot(world, draw, "MN-01") == refusals.NOT_NOW
