"""From the last ballot to the overwritten urn."""

import pytest

from guong.ballots import casting, polls
from guong.ballots.store import Store
from guong.core.ballot import Part
from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused
from guong.core.secrecy import envelope
from guong.core.secrecy.box import Box
from guong.core.secrecy.opening import Opening, open_box
from tests.ballots.world import MARKS, World


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused), outcome
    return outcome.reason


def played(store: Store, *, devices: int = 4, sheets: int = 2) -> World:
    """A closed poll on two subjects: phones, one slip exchanged, paper sheets for both subjects."""
    world = World(subjects=2, voters=devices + 2).prepare(store)
    for voter in range(devices):
        casting.cast(store, poll=world.poll, slot_key=world.slots[voter], envelope=world.sealed(voter))
    polls.mark_slot(store, poll=world.poll, slot_key=world.slots[devices], to=SlotState.EXCHANGED)
    polls.close(store, poll=world.poll, paper_sets={"s1": sheets, "s2": sheets})
    for subject in ("s1", "s2"):
        for slot in polls.free_paper_slots(store, poll=world.poll, subject=subject):
            sealed = world.sheet(slot, Part(subject, "2" * MARKS))
            put = polls.put_paper(store, poll=world.poll, subject=subject, slot_key=slot, envelope=sealed)
            assert put is PollState.CLOSED
    return world


def test_the_figures_stay_hidden_until_closing_and_then_count_envelopes(store: Store, world: World) -> None:
    assert reason(polls.figures(store, poll=world.poll)) == "not_closed"
    world = played(store)
    figures = polls.figures(store, poll=world.poll)
    assert isinstance(figures, polls.Figures)
    assert (figures.device, figures.paper) == (4, {"s1": 2, "s2": 2})
    assert figures.slots[SlotState.FREE] == figures.slots[SlotState.EXCHANGED] == 1
    assert list(figures.leaves) == sorted(figures.leaves)
    assert figures.list_digest == envelope.list_digest(world.poll, list(figures.leaves))


def test_a_survey_of_many_polls_gives_states_and_the_figures_of_closed_ones_only(
    store: Store, world: World
) -> None:
    closed = played(store)
    figures = polls.figures(store, poll=closed.poll)
    assert isinstance(figures, polls.Figures)
    told = polls.survey(store, polls=[world.poll, closed.poll, "0" * 10])
    assert told.keys() == {world.poll, closed.poll}
    assert told[world.poll] == polls.Surveyed(PollState.OPEN, None)
    assert told[closed.poll] == polls.Surveyed(PollState.CLOSED, figures)
    assert polls.survey(store, polls=[]) == {}


def test_the_figures_tell_how_many_sheets_may_be_filled_beside_those_that_are(
    store: Store, world: World
) -> None:
    polls.close(store, poll=world.poll, paper_sets={"s1": 3})
    figures = polls.figures(store, poll=world.poll)
    assert isinstance(figures, polls.Figures)
    assert (figures.paper["s1"], figures.paper_made["s1"]) == (0, 3)


def test_closing_again_with_fewer_paper_sets_is_refused(store: Store, world: World) -> None:
    for _ in range(2):
        assert polls.close(store, poll=world.poll, paper_sets={"s1": 3}) is PollState.CLOSED
    assert len(polls.free_paper_slots(store, poll=world.poll, subject="s1")) == 3
    for fewer in ({"s1": 2}, {}):
        assert reason(polls.close(store, poll=world.poll, paper_sets=fewer)) == "other_paper_sets"
    with pytest.raises(ValueError, match="subject of the poll"):
        polls.close(store, poll=world.poll, paper_sets={"s9": 1})


def test_a_hand_count_that_finds_more_sets_gets_its_slots_until_the_box_is_sealed(
    store: Store, world: World
) -> None:
    polls.close(store, poll=world.poll, paper_sets={"s1": 1})
    (first,) = polls.free_paper_slots(store, poll=world.poll, subject="s1")
    assert polls.close(store, poll=world.poll, paper_sets={"s1": 3}) is PollState.CLOSED
    free = polls.free_paper_slots(store, poll=world.poll, subject="s1")
    assert first in free
    assert len(free) == 3
    polls.seal(store, poll=world.poll)
    assert reason(polls.close(store, poll=world.poll, paper_sets={"s1": 4})) == "other_paper_sets"


def test_a_sheet_needs_the_stations_signature_and_a_slot_of_its_own(store: Store, world: World) -> None:
    polls.close(store, poll=world.poll, paper_sets={"s1": 1})
    (slot,) = polls.free_paper_slots(store, poll=world.poll, subject="s1")
    sealed = world.sheet(slot, Part("s1", "3" * MARKS))

    def put(slot_key: bytes, envelope: bytes) -> object:
        return polls.put_paper(store, poll=world.poll, subject="s1", slot_key=slot_key, envelope=envelope)

    assert reason(put(slot, World(poll=world.poll).sheet(slot, Part("s1", "3" * MARKS)))) == "bad_signature"
    assert reason(put(slot, sealed[:-1])) == "malformed"
    elsewhere = world.sheet(b"z" * 32, Part("s1", "3" * MARKS))
    assert reason(put(b"z" * 32, elsewhere)) == "unknown_slip"
    assert put(slot, sealed) is put(slot, sealed) is PollState.CLOSED
    assert reason(put(slot, world.sheet(slot, Part("s1", "4" * MARKS)))) == "used"
    assert polls.free_paper_slots(store, poll=world.poll, subject="s1") == ()


def test_a_sheet_is_not_taken_once_the_box_is_sealed(store: Store, world: World) -> None:
    polls.close(store, poll=world.poll, paper_sets={"s1": 1})
    (slot,) = polls.free_paper_slots(store, poll=world.poll, subject="s1")
    polls.seal(store, poll=world.poll)
    sealed = world.sheet(slot, Part("s1", "3" * MARKS))
    outcome = polls.put_paper(store, poll=world.poll, subject="s1", slot_key=slot, envelope=sealed)
    assert reason(outcome) == "wrong_state"


def test_the_box_opens_with_the_boards_seed_and_stays_the_same(store: Store) -> None:
    world = played(store)
    box = polls.seal(store, poll=world.poll)
    again = polls.seal(store, poll=world.poll)
    assert isinstance(box, Box)
    assert isinstance(again, Box)
    assert box.raw == again.raw == Box.from_bytes(box.raw).raw
    opening = open_box(box, world.seed)
    assert isinstance(opening, Opening)
    assert [(count.device, count.paper, count.valid) for count in opening.counts] == [(4, 2, 6)] * 2


def test_the_urn_is_sealed_only_when_it_still_holds_what_was_frozen(store: Store) -> None:
    world = played(store)
    with store.writing() as session:
        session.change("UPDATE slot SET envelope = ? WHERE state = 1", [world.sealed(0)])
    assert reason(polls.seal(store, poll=world.poll)) == "urn_changed"
    assert polls.state(store, poll=world.poll) is PollState.CLOSED


def test_an_opening_is_confirmed_once_and_only_after_sealing(store: Store) -> None:
    world = played(store)
    digest = b"d" * 32
    assert reason(polls.confirm_opened(store, poll=world.poll, opening_digest=digest)) == "wrong_state"
    polls.seal(store, poll=world.poll)
    for _ in range(2):
        state = polls.confirm_opened(store, poll=world.poll, opening_digest=digest)
        assert state is PollState.OPENED
    other = polls.confirm_opened(store, poll=world.poll, opening_digest=b"e" * 32)
    assert reason(other) == "other_digest"


def test_erasing_overwrites_every_envelope_and_keeps_the_list(store: Store) -> None:
    world = played(store)
    assert reason(polls.erase(store, poll=world.poll)) == "wrong_state"
    box = polls.seal(store, poll=world.poll)
    assert isinstance(box, Box)
    before = polls.figures(store, poll=world.poll)
    polls.confirm_opened(store, poll=world.poll, opening_digest=b"d" * 32)
    for _ in range(2):
        assert polls.erase(store, poll=world.poll) is PollState.ERASED
    sealed = {entry.envelope for entry in box.device + box.paper}
    with store.reading() as session:
        kept = session.rows("SELECT envelope FROM slot UNION ALL SELECT envelope FROM paper_slot")
    assert sealed.isdisjoint(bytes(envelope) for (envelope,) in kept)
    assert polls.figures(store, poll=world.poll) == before
    assert reason(polls.seal(store, poll=world.poll)) == "erased"


def test_a_void_poll_is_overwritten_too_and_stays_void(store: Store) -> None:
    world = played(store)
    polls.step(store, poll=world.poll, to=PollState.VOID)
    assert polls.erase(store, poll=world.poll) is PollState.VOID
