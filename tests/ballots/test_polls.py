"""A poll's life before the last ballot: prepared once, opened, paused, its slips marked."""

import pytest

from guong.ballots import casting, polls
from guong.ballots.store import Store
from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused
from guong.core.secrecy import slips
from tests.ballots.world import World


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused), outcome
    assert outcome.sentence.endswith(".")
    return outcome.reason


def test_preparing_again_with_equal_bytes_changes_nothing(store: Store) -> None:
    world = World().prepare(store)
    again = polls.prepare(
        store, definition=world.definition.raw, questionnaire=world.form.raw, slots=world.slots[::-1]
    )
    assert again is PollState.OPEN
    assert polls.definition(store, poll=world.poll) == world.definition
    assert polls.questionnaire(store, poll=world.poll) == world.form


def test_another_definition_or_another_set_of_slips_is_refused(store: Store) -> None:
    world = World().prepare(store)
    other = World(poll=world.poll)
    outcome = polls.prepare(
        store, definition=other.definition.raw, questionnaire=other.form.raw, slots=world.slots
    )
    assert reason(outcome) == "other_definition"
    outcome = polls.prepare(
        store, definition=world.definition.raw, questionnaire=world.form.raw, slots=other.slots
    )
    assert reason(outcome) == "other_slots"


def test_parts_that_do_not_belong_together_are_a_bug_of_the_caller(store: Store) -> None:
    world = World()
    with pytest.raises(ValueError, match="slot keys"):
        polls.prepare(
            store, definition=world.definition.raw, questionnaire=world.form.raw, slots=world.slots * 2
        )


def test_every_slot_is_born_full_of_random_bytes_of_one_size(store: Store, world: World) -> None:
    with store.reading() as session:
        rows = [bytes(envelope) for (envelope,) in session.rows("SELECT envelope FROM slot")]
    assert {len(envelope) for envelope in rows} == {len(world.sealed(0))}
    assert len(set(rows)) == world.voters
    assert min(len(set(envelope)) for envelope in rows) > 200


def test_a_new_set_of_slips_voids_the_old_one_while_prepared(store: Store) -> None:
    world = World().prepare(store, to=PollState.PREPARED)
    new = [slips.public_key(ticket, world.poll) for ticket in slips.new_tickets(7)]
    for _ in range(2):
        assert polls.replace_slots(store, poll=world.poll, slots=new) is PollState.PREPARED
    assert reason(polls.replace_slots(store, poll=world.poll, slots=world.slots)) == "old_slots"
    marked = polls.mark_slot(store, poll=world.poll, slot_key=world.slots[0], to=SlotState.SPOILED)
    assert reason(marked) == "void"
    polls.step(store, poll=world.poll, to=PollState.OPEN)
    assert reason(polls.replace_slots(store, poll=world.poll, slots=new)) == "wrong_state"


def test_a_poll_opens_pauses_and_opens_again_but_never_from_closed(store: Store) -> None:
    world = World().prepare(store, to=PollState.PREPARED)
    for to in (PollState.OPEN, PollState.OPEN, PollState.PAUSED, PollState.OPEN, PollState.SUSPENDED):
        assert polls.step(store, poll=world.poll, to=to) is to
        assert polls.state(store, poll=world.poll) is to
    assert polls.close(store, poll=world.poll, paper_sets={}) is PollState.CLOSED
    assert reason(polls.step(store, poll=world.poll, to=PollState.OPEN)) == "wrong_state"


def test_closing_is_not_a_step(store: Store, world: World) -> None:
    with pytest.raises(ValueError, match="not reached by a step"):
        polls.step(store, poll=world.poll, to=PollState.CLOSED)


def test_an_unknown_poll_is_told_apart(store: Store) -> None:
    poll = World().poll
    assert polls.state(store, poll=poll) is None
    assert polls.definition(store, poll=poll) is None
    assert reason(polls.step(store, poll=poll, to=PollState.OPEN)) == "unknown_poll"
    assert reason(polls.close(store, poll=poll, paper_sets={})) == "unknown_poll"
    assert reason(polls.figures(store, poll=poll)) == "unknown_poll"
    assert reason(polls.seal(store, poll=poll)) == "unknown_poll"


@pytest.mark.parametrize("to", [SlotState.EXCHANGED, SlotState.SPOILED, SlotState.LEFT_OVER])
def test_a_free_slip_is_marked_once_and_the_same_mark_again_is_fine(
    store: Store, world: World, to: SlotState
) -> None:
    for _ in range(2):
        assert polls.mark_slot(store, poll=world.poll, slot_key=world.slots[0], to=to) is to
    other = SlotState.SPOILED if to is not SlotState.SPOILED else SlotState.EXCHANGED
    outcome = polls.mark_slot(store, poll=world.poll, slot_key=world.slots[0], to=other)
    assert reason(outcome) == to.name.lower()


def test_a_mark_needs_a_slip_of_this_poll(store: Store, world: World) -> None:
    outcome = polls.mark_slot(store, poll=world.poll, slot_key=b"x" * 32, to=SlotState.SPOILED)
    assert reason(outcome) == "unknown_slip"
    with pytest.raises(ValueError, match="not a mark"):
        polls.mark_slot(store, poll=world.poll, slot_key=world.slots[0], to=SlotState.CAST)


def test_whether_all_are_in_is_told_from_ten_on_and_counts_cast_slips_alone(store: Store) -> None:
    world = World(voters=12).prepare(store)
    for voter in range(9):
        casting.cast(store, poll=world.poll, slot_key=world.slots[voter], envelope=world.sealed(voter))
    polls.mark_slot(store, poll=world.poll, slot_key=world.slots[10], to=SlotState.EXCHANGED)
    assert not polls.has_received(store, poll=world.poll, at_least=10)
    casting.cast(store, poll=world.poll, slot_key=world.slots[9], envelope=world.sealed(9))
    assert polls.has_received(store, poll=world.poll, at_least=10)
    assert not polls.has_received(store, poll=world.poll, at_least=11)
    with pytest.raises(ValueError, match="from 10"):
        polls.has_received(store, poll=world.poll, at_least=9)


def test_the_database_itself_refuses_the_way_back(store: Store, world: World) -> None:
    polls.mark_slot(store, poll=world.poll, slot_key=world.slots[0], to=SlotState.SPOILED)
    polls.close(store, poll=world.poll, paper_sets={})
    for statement in ("UPDATE poll SET state = 'open'", "UPDATE slot SET state = 1 WHERE state = 3"):
        with pytest.raises(Exception, match="never|stays"), store.writing() as session:
            session.change(statement)
