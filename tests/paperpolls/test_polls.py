"""A poll on paper alone from its list to the agreed tally: who may count, blind keying, what is told and what isn't."""

from dataclasses import replace

import pytest

from guong.core.outcome import Refused
from guong.core.paper_poll.ballot import Base, Kind
from guong.office.accounts.roles import Role
from guong.office.journal.models import Entry
from guong.office.paperpolls import refusals, selectors, services
from guong.office.paperpolls.models import Keying, PaperPoll
from guong.office.paperpolls.selectors import Step
from tests.conferences.world import good
from tests.paperpolls.world import (
    BOARD,
    DETAILS,
    HALL,
    MISREAD,
    NAMES,
    SITTING,
    VOTES,
    WITNESS,
    Cell,
    account,
    again,
    agreed,
    counted,
    made,
    minuted,
)


def key(cell: Cell, poll: PaperPoll, who: str, typed: object = VOTES, places: object = None) -> object:
    return services.key_tally(
        actor=getattr(cell, who),
        poll=poll,
        places=cell.everything if places is None else places,  # type: ignore[arg-type]  # a test sends what it likes
        typed=typed,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({"lines": ()}, "empty_list"),
        ({"lines": (*NAMES, "lò văn ánh")}, "name_twice"),
        ({"lines": tuple(f"Người thứ {n}" for n in range(21))}, "too_long"),
        ({"lines": ("Tên " * 30,)}, "line_too_long"),
        ({"seats": 5}, "seats"),
        ({"kind": Kind.QUESTIONS}, "seats"),
        ({"board": (BOARD[0],)}, "board"),
        ({"board": (BOARD[0], BOARD[0].upper())}, "board"),
        ({"board": (*BOARD, NAMES[2])}, "candidate_counts"),
        ({"witness_name": NAMES[0].lower()}, "candidate_counts"),
        ({"summoned": 1001}, "nobody_summoned"),
    ],
)
def test_a_list_or_a_board_that_is_wrong_is_named_before_a_sheet_is_printed(
    cell: Cell, changed: dict[str, object], refused: str
) -> None:
    details = replace(DETAILS, **changed)  # type: ignore[arg-type]  # any field of the details
    outcome = services.create_poll(actor=cell.organiser, unit=cell.unit, details=details)
    assert isinstance(outcome, Refused)
    assert outcome.reason == refused
    assert not PaperPoll.objects.exists()


def test_a_letterhead_left_empty_is_named_after_the_unit(cell: Cell) -> None:
    assert made(cell).issuer == "Chi bộ Trường Tiểu học Hoa Sen"
    assert made(cell, issuer="Công đoàn cơ sở").issuer == "Công đoàn cơ sở"


def test_a_name_may_stand_on_a_question_and_on_the_board(cell: Cell) -> None:
    poll = made(cell, kind=Kind.QUESTIONS, seats=0, lines=(WITNESS,), base=Base.PRESENT)
    assert poll.title == DETAILS.title


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({"present": 13}, "present_above_summoned"),
        ({"summoned": 17}, "no_quorum"),
        ({"handed_out": 12}, "handed_out_above_present"),
        ({"returned": 12}, "returned_above_handed_out"),
        ({"valid": 10}, "piles_unlike_returned"),
        ({"valid": 0, "blank": 10}, "nothing_valid"),
    ],
)
def test_sheets_that_do_not_add_up_are_counted_again(
    cell: Cell, changed: dict[str, int], refused: str
) -> None:
    outcome = services.count_sheets(actor=cell.counter, poll=made(cell), count=replace(HALL, **changed))
    assert isinstance(outcome, Refused)
    assert outcome.reason == refused


def test_nobody_keys_before_the_sheets_are_counted(cell: Cell) -> None:
    assert key(cell, made(cell), "clerk") is refusals.NOT_COUNTED


def test_two_who_key_alike_settle_the_tally(cell: Cell) -> None:
    poll = counted(cell)
    assert key(cell, poll, "counter") is services.Keyed.WAITING
    assert key(cell, poll, "counter") is refusals.WAIT
    assert key(cell, poll, "clerk") is services.Keyed.AGREED
    assert selectors.votes_of(again(poll)) == VOTES
    assert key(cell, poll, "third") is refusals.AGREED


def test_one_person_with_two_accounts_keys_once(cell: Cell) -> None:
    poll = counted(cell)
    second = account(cell.unit, Role.PAPER_CLERK, "thu-hai", cell.counter.full_name.upper())
    key(cell, poll, "counter")
    outcome = services.key_tally(actor=second, poll=poll, places=cell.everything, typed=VOTES)
    assert outcome is refusals.SAME_PERSON


def test_a_candidate_with_an_account_keys_nothing(cell: Cell) -> None:
    poll = counted(cell)
    candidate = account(cell.unit, Role.PAPER_CLERK, "ung-vien", NAMES[1])
    outcome = services.key_tally(actor=candidate, poll=poll, places=cell.everything, typed=VOTES)
    assert outcome is refusals.CANDIDATE_KEYS


def test_a_third_person_cannot_join(cell: Cell) -> None:
    poll = counted(cell)
    key(cell, poll, "counter")
    key(cell, poll, "clerk", MISREAD)
    assert key(cell, poll, "third") is refusals.TWO_ALREADY


@pytest.mark.parametrize(
    ("typed", "refused", "said"),
    [
        (((10,), (8,), (7,), (2,)), "above_valid", f"“{NAMES[0]}”"),
        (((9,), (9,), (9,), (9,)), "above_all_seats", "Tổng số phiếu bầu nhiều hơn"),
        (((3,), (2,), (2,), (1,)), "below_valid", "Tổng số phiếu bầu ít hơn"),
    ],
)
def test_a_tally_that_cannot_be_is_told_to_whoever_keyed_it(
    cell: Cell, typed: object, refused: str, said: str
) -> None:
    outcome = key(cell, counted(cell), "clerk", typed)
    assert isinstance(outcome, Refused)
    assert outcome.reason == refused
    assert outcome.sentence.startswith(said)
    assert not Keying.objects.exists()


def test_where_two_differ_both_key_those_lines_again_before_anything_is_compared(cell: Cell) -> None:
    poll = counted(cell)
    key(cell, poll, "counter")
    assert key(cell, poll, "clerk", MISREAD) is services.Keyed.DIFFERENT
    for user in (cell.counter, cell.clerk):
        assert selectors.lines_to_key(again(poll), user=user) == (2, 3)
    told = selectors.progress_of(again(poll))
    assert told.differing == (NAMES[2], NAMES[3])
    assert told.waiting_for == (cell.counter.full_name, cell.clerk.full_name)
    assert key(cell, poll, "clerk", VOTES) is refusals.TYPED_MEANWHILE
    assert key(cell, poll, "clerk", VOTES[2:], (2, 3)) is services.Keyed.WAITING
    assert key(cell, poll, "counter", VOTES[2:], (2, 3)) is services.Keyed.AGREED
    assert selectors.votes_of(again(poll)) == VOTES
    assert again(poll).keyed_again == 1


def test_the_one_who_was_right_keys_again_all_the_same(cell: Cell) -> None:
    """Else the other would know at once whose numbers the program holds for true."""
    poll = counted(cell)
    key(cell, poll, "counter")
    key(cell, poll, "clerk", MISREAD)
    key(cell, poll, "clerk", VOTES[2:], (2, 3))
    assert selectors.votes_of(again(poll)) is None
    assert selectors.progress_of(again(poll)).step is Step.DIFFERENT


def test_nothing_that_was_keyed_outlives_the_agreement(cell: Cell) -> None:
    poll = agreed(cell)
    assert [row.votes for row in poll.keyings.all()] == [[], []]
    assert [row.keyer_name for row in poll.keyings.all()] == [cell.counter.full_name, cell.clerk.full_name]


def test_the_journal_tells_every_act_and_no_vote(cell: Cell) -> None:
    poll = counted(cell)
    key(cell, poll, "counter")
    key(cell, poll, "clerk", MISREAD)
    for who in ("clerk", "counter"):
        key(cell, poll, who, VOTES[2:], (2, 3))
    services.make_minutes(actor=cell.counter, poll=again(poll), sitting=SITTING)
    entries = list(Entry.objects.filter(act__startswith="paperpolls.").order_by("number"))
    acts = [entry.act.partition(".")[2] for entry in entries]
    assert acts == ["create", "count", "key", "key", "differ", "key", "key", "agree"]
    keyed = [entry.text for entry in entries if entry.act in {"paperpolls.key", "paperpolls.agree"}]
    assert not any(letter.isdigit() for text in keyed for letter in text.replace(DETAILS.title, ""))
    assert "Hai người nhập khác nhau 2 dòng" in entries[4].text


def test_counting_again_drops_every_number_and_lets_others_key(cell: Cell) -> None:
    poll = agreed(cell)
    services.count_again(actor=cell.counter, poll=poll)
    assert selectors.progress_of(again(poll)).step is Step.PREPARED
    good(services.count_sheets(actor=cell.counter, poll=poll, count=HALL))
    assert key(cell, poll, "third") is services.Keyed.WAITING


def test_a_count_stays_once_somebody_keyed_by_it(cell: Cell) -> None:
    poll = counted(cell)
    key(cell, poll, "clerk")
    outcome = services.count_sheets(actor=cell.counter, poll=poll, count=HALL)
    assert outcome is refusals.KEYING_BEGUN


def test_after_the_minutes_nothing_is_counted_again_or_given_up(cell: Cell) -> None:
    poll, _ = minuted(cell)
    assert services.count_again(actor=cell.counter, poll=poll) is refusals.MINUTED
    assert services.give_up(actor=cell.counter, poll=poll, reason="Nhầm") is refusals.MINUTED


def test_a_poll_given_up_keeps_its_reason_and_no_number(cell: Cell) -> None:
    poll = agreed(cell)
    assert services.give_up(actor=cell.organiser, poll=poll, reason=" ") is refusals.NO_REASON
    good(services.give_up(actor=cell.organiser, poll=poll, reason="In thiếu một tên"))
    poll = again(poll)
    assert (selectors.progress_of(poll).step, poll.void_reason) == (Step.VOID, "In thiếu một tên")
    assert selectors.votes_of(poll) is None
    assert services.print_sheets(poll=poll) is refusals.VOID
    assert services.count_again(actor=cell.counter, poll=poll) is refusals.VOID
    assert services.make_minutes(actor=cell.counter, poll=poll, sitting=SITTING) is refusals.VOID


def test_minutes_wait_for_the_agreement_and_for_hours_in_order(cell: Cell) -> None:
    turned = replace(SITTING, began=SITTING.ended, ended=SITTING.began)
    assert (
        services.make_minutes(actor=cell.counter, poll=counted(cell), sitting=SITTING) is refusals.NOT_AGREED
    )
    assert services.make_minutes(actor=cell.counter, poll=agreed(cell), sitting=turned) is refusals.BAD_HOURS
