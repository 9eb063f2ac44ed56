"""A batch agrees with the hand count or is gone; what the machine doubts, people decide; nothing is dropped by itself."""

import gc
import weakref
from random import Random

import pytest

from guong.ceremony.scanning.batch import Batch
from guong.ceremony.scanning.questions import FIRST, SECOND, THIRD, TOGETHER, Queue
from guong.ceremony.scanning.sealing import ballots_of
from guong.ceremony.scanning.station import Station
from guong.core.outcome import Refused
from guong.core.paper_batch import INVALID, NO_STAMP, OTHER_SUBJECT, STAMPED
from tests.ceremony.scanning import stacks
from tests.core.answers import SCHOOL_FORM
from tests.paper import filled

ONE, TWO, THREE = "1234432112344321", "4444333322221111", "2222222222222222"


@pytest.fixture(scope="module")
def three() -> bytes:
    """Three sheets on both sides."""
    return stacks.both_sides(
        [stacks.sheet(marks, seed=place) for place, marks in enumerate((ONE, TWO, THREE))]
    )


def begun(counted: int) -> Station:
    station = Station()
    assert station.take_order(stacks.stack().order.raw) is None
    assert station.begin(str(counted), str(counted)) is None
    return station


def batch_of(station: Station) -> Batch:
    assert station.batch is not None
    return station.batch


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def answer_all(queue: Queue, **heads: str) -> None:
    """Every turn says the same: a stamp unless ``heads`` says otherwise of a sheet, invalid rows."""
    while (turn := queue.turn) is not None:
        said = {
            question.key: heads.get(question.sheet.key, STAMPED) if question.item is None else INVALID
            for question in queue.waiting(turn)
        }
        queue.answer(turn, said)


def ready(three: bytes) -> Station:
    """A station whose batch of three has been scanned and counted."""
    station = begun(3)
    assert batch_of(station).add([("tap.pdf", three)]) == 3
    assert station.finish_scanning() is None
    return station


@pytest.mark.parametrize("counted", [2, 4])
def test_a_batch_that_is_not_the_hand_count_is_void_and_leaves_nothing(three: bytes, counted: int) -> None:
    station = begun(counted)
    batch_of(station).add([("tap.pdf", three)])
    left = [
        weakref.ref(thing)
        for sheet in batch_of(station).sheets
        for thing in (sheet, sheet.front, sheet.front.ink)
    ]
    refused = station.finish_scanning()
    assert reason(refused) == "count_mismatch"
    assert str(counted) in (refused.sentence if refused else "")
    gc.collect()
    assert station.batch is None
    assert [found for found in left if found() is not None] == []
    assert station.ballots is None


def test_two_different_hand_counts_begin_nothing() -> None:
    station = Station()
    station.take_order(stacks.stack().order.raw)
    assert reason(station.begin("3", "4")) == "counts_differ"
    assert reason(station.begin("", "3")) == "no_count"
    assert reason(station.begin("11", "11")) == "too_many"
    assert station.batch is None


def test_refused_pages_are_listed_with_their_reason_and_the_rest_goes_on(three: bytes) -> None:
    station = begun(3)
    foreign = stacks.as_pdf(
        [stacks.scanned(filled.printed("ward_head")), stacks.scanned(filled.printed("ward_head", 2))]
    )
    added = batch_of(station).add([("a.pdf", foreign), ("b.pdf", three), ("c.pdf", b"%PDF-1.7 broken")])
    assert added == 3
    assert [(entry.where, entry.refused.reason) for entry in batch_of(station).not_read] == [
        ("a.pdf, trang 1", "foreign_form"),
        ("c.pdf, trang 1", "unreadable_file"),
    ]
    assert reason(station.finish_scanning()) == "undecided"
    for entry in batch_of(station).not_read:
        batch_of(station).decide(entry.key, "rescanned")
    assert station.finish_scanning() is None


def test_a_sheet_set_aside_for_keying_counts_like_a_read_one(three: bytes) -> None:
    station = begun(4)
    batch_of(station).add([("tap.pdf", three), ("xau.pdf", b"%PDF-1.7 broken")])
    batch_of(station).decide(batch_of(station).not_read[0].key, "aside")
    assert station.finish_scanning() is None


def test_the_same_file_is_not_read_again(three: bytes) -> None:
    station = begun(3)
    batch_of(station).add([("tap.pdf", three)])
    assert reason(batch_of(station).add([("khac.pdf", three)])) == "same_file"
    assert batch_of(station).found == 3


def test_a_stack_scanned_twice_is_noticed_sheet_by_sheet_and_a_person_drops_the_copies(three: bytes) -> None:
    again = stacks.both_sides(
        [stacks.sheet(marks, seed=place) for place, marks in enumerate((ONE, TWO, THREE))], dpi=200, turn=0.7
    )
    batch = batch_of(begun(3))
    batch.add([("tap.pdf", three)])
    batch.add([("lan-hai.pdf", again)])
    assert len(batch.sheets) == 6
    assert len(batch.look_alikes) == 3
    assert batch.undecided == 3
    for pair in batch.look_alikes:
        batch.decide(pair.key, "same")
    assert (batch.found, batch.undecided) == (3, 0)
    assert batch.finish() is None


def test_two_sheets_with_the_same_answers_both_count_unless_a_person_says_otherwise() -> None:
    batch = batch_of(begun(2))
    batch.add([("hai.pdf", stacks.both_sides([stacks.sheet(THREE, seed=3), stacks.sheet(THREE, seed=4)]))])
    for pair in batch.look_alikes:
        batch.decide(pair.key, "different")
    assert (batch.found, len(batch.sheets)) == (2, 2)
    assert batch.finish() is None


def test_a_form_with_a_back_is_scanned_on_both_sides_and_in_step(three: bytes) -> None:
    batch = batch_of(begun(3))
    front = stacks.scanned(stacks.sheet(ONE))
    assert reason(batch.add([("truoc.pdf", stacks.as_pdf([front, front]))])) == "one_side_only"
    mixed = stacks.as_pdf([front, stacks.back(), stacks.back(), front])
    assert reason(batch.add([("lon.pdf", mixed)])) == "sides_mixed"
    assert (batch.found, batch.not_read) == (0, [])


def test_the_third_is_asked_only_where_two_differ_and_all_three_where_no_two_agree(three: bytes) -> None:
    queue = batch_of(ready(three)).queue
    assert queue is not None
    rows = {question.key for question in queue.questions if question.item}
    assert rows  # the audit's at least
    turns, asked = [], []
    for said in ("1", "2", "3", "blank"):
        turn = queue.turn
        assert turn is not None
        turns.append(turn)
        asked.append({one.key for one in queue.waiting(turn)} - rows)
        queue.answer(turn, {one.key: said if one.item else STAMPED for one in queue.waiting(turn)})
    assert turns == [FIRST, SECOND, THIRD, TOGETHER]
    assert [len(heads) for heads in asked] == [3, 3, 0, 0]
    assert queue.turn is None
    assert {one.settled for one in queue.questions if one.item} == {"blank"}


def test_every_turn_has_an_order_of_its_own(three: bytes) -> None:
    batch = batch_of(ready(three))
    orders = set()
    for seed in range(6):
        queue = Queue(batch.sheets, Random(seed))
        orders.add(tuple(queue.questions.index(one) for one in queue.waiting(FIRST)))
    assert len(orders) > 1


def test_answers_that_were_not_asked_for_are_left_out(three: bytes) -> None:
    queue = batch_of(ready(three)).queue
    assert queue is not None
    first = queue.waiting(FIRST)[0]
    assert queue.answer(FIRST, {first.key: "5", "unknown": "1"}) == 0
    assert queue.answer(SECOND, {first.key: first.choices[0]}) == 0


def test_another_persons_sheet_voids_the_batch(three: bytes) -> None:
    station = ready(three)
    batch = batch_of(station)
    assert batch.queue is not None
    answer_all(batch.queue, **{batch.sheets[0].key: OTHER_SUBJECT})
    assert reason(station.check_heads()) == "other_subject"
    assert station.batch is None


def test_a_sheet_without_stamp_and_an_empty_one_are_sealed_as_empty_ballots() -> None:
    station = begun(3)
    batch = batch_of(station)
    fronts = [stacks.sheet(marks, seed=place) for place, marks in enumerate((ONE, "0" * 16, TWO))]
    batch.add([("tap.pdf", stacks.both_sides(fronts))])
    without_stamp = batch.sheets[0].key
    assert station.finish_scanning() is None
    assert batch.queue is not None
    answer_all(batch.queue, **{without_stamp: NO_STAMP})
    for sheet in batch.to_type():
        batch.type_notes(sheet.key, {"other": "x"} if sheet.key == without_stamp else {})
    made = ballots_of(batch, "s1")
    assert (made.totals.no_stamp, made.totals.blank) == (1, 1)
    assert sum(part.is_empty for part in made.parts) == 2


def test_handwriting_beyond_the_budget_is_refused(three: bytes) -> None:
    batch = batch_of(ready(three))
    assert reason(batch.type_notes(batch.sheets[0].key, {"other": "ơ" * 5000})) == "too_long"


def test_a_blank_batch_gives_no_votes() -> None:
    station = begun(2)
    batch = batch_of(station)
    batch.add([("trang.pdf", stacks.both_sides([filled.printed(), filled.printed()]))])
    for pair in batch.look_alikes:
        batch.decide(pair.key, "different")
    assert station.finish_scanning() is None
    assert batch.queue is not None
    assert batch.queue.rows_read == 0
    assert len(batch.queue.questions) == 2 + 2 * len(SCHOOL_FORM.items)
