"""A rehearsal leaves the urn wholly; nothing else ever does."""

import pytest

from guong.ballots import casting, polls
from guong.ballots.store import Store
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.poll import REHEARSAL
from tests.ballots.world import World

TABLES = ("poll", "slot", "paper_slot")


def rows(store: Store) -> int:
    with store.reading() as session:
        return sum(int(session.rows(f"SELECT count(*) FROM {table}")[0][0]) for table in TABLES)


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def vote(store: Store, world: World) -> object:
    return casting.cast(store, poll=world.poll, slot_key=world.slots[0], envelope=world.sealed(0))


def rehearsal(store: Store) -> World:
    """A rehearsal at which one ballot was cast."""
    world = World(title=f"{REHEARSAL} tại Trường Hoa Sen").prepare(store)
    assert not isinstance(vote(store, world), Refused)
    return world


def void(store: Store, world: World) -> None:
    polls.close(store, poll=world.poll, paper_sets={"s1": 1})
    assert polls.step(store, poll=world.poll, to=PollState.VOID) is PollState.VOID


def test_a_void_rehearsal_is_deleted_with_all_its_slots_and_again_changes_nothing(store: Store) -> None:
    world = rehearsal(store)
    void(store, world)
    for _ in range(2):
        assert polls.forget(store, poll=world.poll) is PollState.VOID
    assert rows(store) == 0
    assert polls.state(store, poll=world.poll) is None


def test_an_erased_rehearsal_is_deleted(store: Store) -> None:
    world = rehearsal(store)
    polls.close(store, poll=world.poll, paper_sets={})
    polls.seal(store, poll=world.poll)
    polls.confirm_opened(store, poll=world.poll, opening_digest=b"d" * 32)
    assert reason(polls.forget(store, poll=world.poll)) == "wrong_state"
    polls.erase(store, poll=world.poll)
    assert polls.forget(store, poll=world.poll) is PollState.ERASED
    assert rows(store) == 0


def test_a_rehearsal_that_runs_stays(store: Store) -> None:
    world = rehearsal(store)
    assert reason(polls.forget(store, poll=world.poll)) == "wrong_state"
    assert polls.state(store, poll=world.poll) is PollState.OPEN


@pytest.mark.parametrize("title", ["Hội nghị lấy ý kiến", f"Tổng kết {REHEARSAL}"])
def test_a_poll_that_does_not_call_itself_a_rehearsal_never_leaves(store: Store, title: str) -> None:
    world = World(title=title).prepare(store)
    void(store, world)
    before = rows(store)
    assert reason(polls.forget(store, poll=world.poll)) == "not_a_rehearsal"
    assert rows(store) == before


def test_other_polls_keep_their_ballots(store: Store, world: World) -> None:
    envelope = world.sealed(1)
    accepted = casting.cast(store, poll=world.poll, slot_key=world.slots[1], envelope=envelope)
    other = rehearsal(store)
    void(store, other)
    polls.forget(store, poll=other.poll)
    again = casting.cast(store, poll=world.poll, slot_key=world.slots[1], envelope=envelope)
    assert isinstance(again, casting.Accepted)
    assert again == accepted
    assert polls.state(store, poll=world.poll) is PollState.OPEN


def test_a_slip_of_a_forgotten_rehearsal_is_told_so(store: Store) -> None:
    world = rehearsal(store)
    void(store, world)
    polls.forget(store, poll=world.poll)
    definition = world.definition
    attempt = casting.check(definition, world.slots[2], world.sealed(2))
    assert not isinstance(attempt, Refused)
    (outcome,) = casting.cast_group(store, [attempt])
    assert reason(outcome) == "unknown_poll"
