"""The rules of a poll on paper alone: what a sheet may hold, what a count must hold to, who is elected."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.paper_poll.ballot import Base, Kind, ListFault, PollBallot, list_fault
from guong.core.paper_poll.counting import (
    Broken,
    HallBreach,
    HallCount,
    VoteBreach,
    differing_lines,
    hall_breach,
    vote_breach,
    with_lines,
)
from guong.core.paper_poll.outcome import Standing, outcome_of
from tests.core.hall_of_sheets import Hall, halls, plain_tally, sorted_out

NAMES = ("Lò Văn Ánh", "Hà Thị Bưởi", "Tô Văn Cam", "Vi Thị Đào")
THREE_OF_FOUR = PollBallot(Kind.ELECTION, NAMES, 3)
HALL = HallCount(summoned=12, present=11, handed_out=11, returned=10, valid=9, blank=1)
FAIR = ((9,), (8,), (6,), (2,))


@given(halls())
def test_whatever_a_hall_puts_into_the_box_is_a_count_that_holds(hall: Hall) -> None:
    valid, count = sorted_out(hall)
    assert hall_breach(count) is None
    assert vote_breach(hall.ballot, plain_tally(hall.ballot, valid), valid=count.valid) is None


@given(halls(), st.data())
def test_a_stroke_too_many_in_a_row_of_boxes_never_holds(hall: Hall, data: st.DataObject) -> None:
    valid, count = sorted_out(hall)
    votes = plain_tally(hall.ballot, valid)
    line = data.draw(st.integers(0, len(votes) - 1))
    column = data.draw(st.integers(0, len(votes[line]) - 1))
    row = tuple(one + (place == column) for place, one in enumerate(votes[line]))
    wrong = with_lines(votes, [line], (row,))
    assert differing_lines(votes, wrong) == (line,)
    if not hall.ballot.is_by_striking:
        assert vote_breach(hall.ballot, wrong, valid=count.valid) == Broken(VoteBreach.SUM_UNLIKE_VALID, line)


@given(halls(), st.sampled_from(Base))
def test_who_is_elected_is_who_cannot_be_pushed_out_by_any_order_of_equals(hall: Hall, base: Base) -> None:
    """Stated person by person: everybody with as many votes placed in front still leaves a seat."""
    valid, count = sorted_out(hall)
    votes, ballot = plain_tally(hall.ballot, valid), hall.ballot
    outcome = outcome_of(ballot, votes, hall=count, base=base)
    whole = {
        Base.SUMMONED: count.summoned,
        Base.PRESENT: count.present,
        Base.RETURNED: count.returned,
        Base.VALID: count.valid,
    }[base]
    for place, row in enumerate(votes):
        others = [other[0] for at, other in enumerate(votes) if at != place and other[0] * 2 > whole]
        is_enough = row[0] * 2 > whole
        as_many = sum(one >= row[0] for one in others)
        more = sum(one > row[0] for one in others)
        if ballot.kind is Kind.LEVELS:
            expected = Standing.COUNTED
        elif ballot.kind is Kind.QUESTIONS:
            expected = Standing.PASSED if is_enough else Standing.NOT_PASSED
        elif not is_enough:
            expected = Standing.NOT_ENOUGH
        elif as_many < ballot.seats:
            expected = Standing.ELECTED
        else:
            expected = Standing.TIED if more < ballot.seats else Standing.ENOUGH_BUT_NO_SEAT
        assert outcome.standings[place] is expected


@given(halls(), st.sampled_from(Base))
def test_never_more_are_elected_than_there_are_seats(hall: Hall, base: Base) -> None:
    valid, count = sorted_out(hall)
    outcome = outcome_of(hall.ballot, plain_tally(hall.ballot, valid), hall=count, base=base)
    assert len(outcome.places(Standing.ELECTED)) + outcome.seats_left == hall.ballot.seats


def test_exactly_half_is_not_more_than_half() -> None:
    outcome = outcome_of(THREE_OF_FOUR, ((9,), (8,), (6,), (2,)), hall=HALL, base=Base.SUMMONED)
    assert outcome.needed == 7
    assert outcome.standings[2] is Standing.NOT_ENOUGH
    assert outcome.seats_left == 1


def test_two_equals_for_the_last_seat_are_both_left_to_the_meeting() -> None:
    outcome = outcome_of(THREE_OF_FOUR, ((9,), (8,), (5,), (5,)), hall=HALL, base=Base.VALID)
    assert outcome.standings == (Standing.ELECTED, Standing.ELECTED, Standing.TIED, Standing.TIED)
    assert outcome.seats_left == 1


def test_equals_who_all_find_a_seat_are_elected() -> None:
    outcome = outcome_of(THREE_OF_FOUR, ((9,), (7,), (7,), (4,)), hall=HALL, base=Base.VALID)
    assert outcome.places(Standing.ELECTED) == (0, 1, 2)


@pytest.mark.parametrize(
    ("change", "breach"),
    [
        ({"present": 13}, HallBreach.PRESENT_ABOVE_SUMMONED),
        ({"summoned": 17}, HallBreach.NO_QUORUM),
        ({"handed_out": 12}, HallBreach.HANDED_OUT_ABOVE_PRESENT),
        ({"handed_out": 9}, HallBreach.RETURNED_ABOVE_HANDED_OUT),
        ({"no_stamp": 1}, HallBreach.PILES_UNLIKE_RETURNED),
        ({"valid": 8}, HallBreach.PILES_UNLIKE_RETURNED),
        ({"valid": 0, "blank": 10}, HallBreach.NOTHING_VALID),
    ],
)
def test_each_limit_of_the_hall_is_told_by_its_name(change: dict[str, int], breach: HallBreach) -> None:
    assert hall_breach(HALL) is None
    assert hall_breach(replace(HALL, **change)) is breach


def test_two_thirds_of_those_summoned_are_a_quorum() -> None:
    assert hall_breach(HallCount(12, 8, 8, 8, 8)) is None
    assert hall_breach(HallCount(12, 7, 7, 7, 7)) is HallBreach.NO_QUORUM


@pytest.mark.parametrize(
    ("votes", "broken"),
    [
        (((10,), (8,), (6,), (2,)), Broken(VoteBreach.ABOVE_VALID, 0)),
        (((9,), (9,), (9,), (1,)), Broken(VoteBreach.ABOVE_ALL_SEATS)),
        (((3,), (2,), (2,), (1,)), Broken(VoteBreach.BELOW_VALID)),
    ],
)
def test_each_limit_of_a_tally_is_told_with_its_line(votes: tuple[tuple[int]], broken: Broken) -> None:
    assert vote_breach(THREE_OF_FOUR, FAIR, valid=9) is None
    assert vote_breach(THREE_OF_FOUR, votes, valid=9) == broken


def test_one_name_alone_is_ticked_in_one_of_two_boxes() -> None:
    alone = PollBallot(Kind.ELECTION, NAMES[:1], 1)
    assert vote_breach(alone, ((7, 2, 0),), valid=9) is None
    assert vote_breach(alone, ((7, 1, 1),), valid=9) == Broken(VoteBreach.NEITHER_ON_ONE_NAME, 0)


@pytest.mark.parametrize(
    "votes", [((9,), (8,), (6,)), ((9, 0), (8, 0), (6, 0), (2, 0)), ((9,), (8,), (6,), (-2,))]
)
def test_a_tally_of_another_sheet_is_a_mistake_of_the_program(votes: tuple[tuple[int, ...], ...]) -> None:
    with pytest.raises(ValueError, match="each line and column"):
        vote_breach(THREE_OF_FOUR, votes, valid=9)


@pytest.mark.parametrize(
    ("kind", "lines", "seats", "fault"),
    [
        (Kind.ELECTION, (), 1, ListFault.EMPTY),
        (Kind.ELECTION, ("Lò Văn Ánh", " "), 1, ListFault.EMPTY),
        (Kind.QUESTIONS, tuple(f"Việc {n}" for n in range(21)), 0, ListFault.TOO_LONG),
        (Kind.QUESTIONS, ("Việc " + "dài " * 37,), 0, ListFault.LINE_TOO_LONG),
        (Kind.ELECTION, ("Lò Văn Ánh", "LÒ  VĂN ÁNH"), 1, ListFault.NAME_TWICE),
        (Kind.ELECTION, NAMES, 5, ListFault.SEATS),
        (Kind.ELECTION, NAMES, 0, ListFault.SEATS),
        (Kind.LEVELS, NAMES, 1, ListFault.SEATS),
    ],
)
def test_a_list_that_no_sheet_can_hold_is_named(
    kind: Kind, lines: tuple[str, ...], seats: int, fault: ListFault
) -> None:
    assert list_fault(kind, lines, seats) is fault
    with pytest.raises(ValueError, match=fault.value):
        PollBallot(kind, lines, seats)


def test_names_are_struck_out_only_where_more_stand_than_are_elected() -> None:
    assert THREE_OF_FOUR.boxes == ()
    assert PollBallot(Kind.ELECTION, NAMES, 4).boxes == ("Đồng ý", "Không đồng ý")
    assert len(PollBallot(Kind.LEVELS, NAMES).boxes) == 4


def test_lines_keyed_again_replace_their_own_and_no_other() -> None:
    assert with_lines(FAIR, [1, 3], ((7,), (3,))) == ((9,), (7,), (6,), (3,))
    assert differing_lines(FAIR, ((9,), (7,), (6,), (3,))) == (1, 3)
