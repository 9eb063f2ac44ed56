"""Casting one envelope: used once, answered the same for ever, refused for a reason that is told."""

import threading

import pytest

from guong.ballots import casting, polls
from guong.ballots.casting import Accepted, Answer, Attempt
from guong.ballots.store import Store
from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused
from guong.core.secrecy import envelope, slips
from tests.ballots.world import World


def cast(store: Store, world: World, voter: int, sealed: bytes) -> str:
    outcome = casting.cast(store, poll=world.poll, slot_key=world.slots[voter], envelope=sealed)
    return "accepted" if isinstance(outcome, Accepted) else outcome.reason


def test_the_same_bytes_again_get_the_same_receipt_and_other_bytes_are_refused(
    store: Store, world: World
) -> None:
    sealed = world.sealed(0)
    outcomes = [
        casting.cast(store, poll=world.poll, slot_key=world.slots[0], envelope=sealed) for _ in range(3)
    ]
    assert outcomes == [Accepted(envelope.leaf(world.slots[0], sealed))] * 3
    assert cast(store, world, 0, world.sealed(0)) == "used"


def test_a_receipt_is_given_again_even_after_closing_sealing_and_erasing(store: Store, world: World) -> None:
    sealed = world.sealed(0)
    assert cast(store, world, 0, sealed) == "accepted"
    polls.close(store, poll=world.poll, paper_sets={})
    assert cast(store, world, 0, sealed) == "accepted"
    polls.seal(store, poll=world.poll)
    polls.confirm_opened(store, poll=world.poll, opening_digest=b"d" * 32)
    polls.erase(store, poll=world.poll)
    assert cast(store, world, 0, sealed) == "accepted"
    assert cast(store, world, 0, world.sealed(0)) == "used"


@pytest.mark.parametrize(
    ("to", "told"),
    [(PollState.PREPARED, "not_open"), (PollState.PAUSED, "paused"), (PollState.SUSPENDED, "paused")],
)
def test_a_poll_that_is_not_open_takes_nothing(store: Store, to: PollState, told: str) -> None:
    world = World().prepare(store, to=PollState.PREPARED if to is PollState.PREPARED else PollState.OPEN)
    if to is not PollState.PREPARED:
        polls.step(store, poll=world.poll, to=to)
    assert cast(store, world, 0, world.sealed(0)) == told


def test_nothing_is_taken_after_closing_or_in_a_void_poll(store: Store) -> None:
    world = World().prepare(store)
    polls.close(store, poll=world.poll, paper_sets={})
    assert cast(store, world, 0, world.sealed(0)) == "closed"
    polls.step(store, poll=world.poll, to=PollState.VOID)
    assert cast(store, world, 0, world.sealed(0)) == "void"


@pytest.mark.parametrize("mark", [SlotState.EXCHANGED, SlotState.SPOILED, SlotState.LEFT_OVER])
def test_a_marked_slip_can_no_longer_cast_and_a_cast_slip_can_no_longer_be_marked(
    store: Store, world: World, mark: SlotState
) -> None:
    polls.mark_slot(store, poll=world.poll, slot_key=world.slots[0], to=mark)
    assert cast(store, world, 0, world.sealed(0)) == mark.name.lower()
    assert cast(store, world, 1, world.sealed(1)) == "accepted"
    outcome = polls.mark_slot(store, poll=world.poll, slot_key=world.slots[1], to=mark)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "used"


def test_only_the_slip_itself_signs_and_every_other_form_is_refused(store: Store, world: World) -> None:
    sealed = world.sealed(0)
    changed = bytes([sealed[0] ^ 1]) + sealed[1:]
    assert cast(store, world, 0, changed) == "bad_signature"
    assert cast(store, world, 1, sealed) == "bad_signature"
    assert cast(store, world, 0, sealed[:-1]) == "malformed"
    stranger = World(poll=world.poll, seed=world.seed)
    outcome = casting.cast(store, poll=world.poll, slot_key=stranger.slots[0], envelope=stranger.sealed(0))
    assert outcome.reason == "unknown_slip" if isinstance(outcome, Refused) else False
    assert cast(store, World(), 0, sealed) == "unknown_poll"


def test_a_group_answers_in_order_and_counts_a_doubled_slip_once(store: Store, world: World) -> None:
    first, second = world.sealed(0), world.sealed(0)
    group = [
        Attempt(world.poll, world.slots[0], first),
        Attempt(world.poll, world.slots[1], world.sealed(1)),
        Attempt(world.poll, world.slots[0], first),
        Attempt(world.poll, world.slots[0], second),
        Attempt(World().poll, world.slots[0], second),
    ]
    outcomes = casting.cast_group(store, group)
    told = ["accepted" if isinstance(outcome, Accepted) else outcome.reason for outcome in outcomes]
    assert told == ["accepted", "accepted", "accepted", "used", "unknown_poll"]
    assert outcomes[0] == outcomes[2]


def test_the_question_about_a_slip_is_answered_to_its_holder_only(store: Store, world: World) -> None:
    key = slips.signing_key(world.tickets[0], world.poll)
    signature = key.sign(envelope.question_bytes(world.poll, world.slots[0]))
    asked = casting.ask(store, poll=world.poll, slot_key=world.slots[0], signature=signature)
    assert asked == Answer(SlotState.FREE, PollState.OPEN)
    cast(store, world, 0, world.sealed(0))
    asked = casting.ask(store, poll=world.poll, slot_key=world.slots[0], signature=signature)
    assert asked == Answer(SlotState.CAST, PollState.OPEN)
    forged = casting.ask(store, poll=world.poll, slot_key=world.slots[1], signature=signature)
    assert isinstance(forged, Refused)
    assert forged.reason == "bad_signature"


def device_against_desk(store: Store, world: World, voter: int) -> list[str]:
    """Cast and exchange one slip at the same moment; what each of the two was told, sorted."""
    told: list[str] = []
    sealed, slot, barrier = world.sealed(voter), world.slots[voter], threading.Barrier(2)

    def device() -> None:
        barrier.wait()
        told.append(cast(store, world, voter, sealed))

    def desk() -> None:
        barrier.wait()
        outcome = polls.mark_slot(store, poll=world.poll, slot_key=slot, to=SlotState.EXCHANGED)
        told.append(outcome.reason if isinstance(outcome, Refused) else "marked")

    threads = [threading.Thread(target=device), threading.Thread(target=desk)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(told)


def test_casting_and_exchanging_one_slip_at_once_lets_exactly_one_through(store: Store) -> None:
    world = World(voters=20).prepare(store)
    for voter in range(world.voters):
        assert device_against_desk(store, world, voter) in (["accepted", "used"], ["exchanged", "marked"])


def test_nothing_is_accepted_after_the_list_is_frozen(store: Store) -> None:
    world = World(voters=40).prepare(store)
    envelopes = [world.sealed(voter) for voter in range(world.voters)]
    told: dict[int, str] = {}

    def phone(start: int) -> None:
        for voter in range(start, world.voters, 4):
            told[voter] = cast(store, world, voter, envelopes[voter])

    threads = [threading.Thread(target=phone, args=[start]) for start in range(4)]
    for thread in threads:
        thread.start()
    polls.close(store, poll=world.poll, paper_sets={})
    for thread in threads:
        thread.join()
    figures = polls.figures(store, poll=world.poll)
    assert isinstance(figures, polls.Figures)
    accepted = {voter for voter, outcome in told.items() if outcome == "accepted"}
    assert set(told.values()) <= {"accepted", "closed"}
    assert set(figures.leaves) == {envelope.leaf(world.slots[voter], envelopes[voter]) for voter in accepted}
    assert figures.device == len(accepted)
