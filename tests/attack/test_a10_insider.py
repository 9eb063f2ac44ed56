"""A10 and A11: an insider with the database's password swaps, changes, drops, adds or reopens, and is found out."""

import sqlite3

import psycopg
import pytest

from guong.ballots import casting, polls
from guong.core.lifecycle import SlotState
from guong.core.outcome import Refused
from guong.core.reconciliation import HandCount, hall_equations
from guong.core.secrecy import envelope, slips
from guong.core.secrecy.box import Box
from guong.core.secrecy.opening import Opening, open_box
from tests.attack.grounds import Ground
from tests.ballots import urns
from tests.ballots.world import World

VOTERS = 6
LEFT_OVER = 2
ENVELOPE = "UPDATE slot SET envelope = ? WHERE slot_key = ?"


def voted(ground: Ground) -> tuple[World, list[bytes]]:
    """Six slips, four of them used; whoever stays away leaves the slip in the box."""
    with urns.opened(ground.url) as store:
        world = World(voters=VOTERS).prepare(store)
        sealed = [world.sealed(voter) for voter in range(VOTERS - LEFT_OVER)]
        for voter, one in enumerate(sealed):
            done = casting.cast(store, poll=world.poll, slot_key=world.slots[voter], envelope=one)
            assert not isinstance(done, Refused)
    return world, sealed


def outcome(ground: Ground, world: World) -> Opening | Refused:
    """Close (or close again), seal and open; the first refusal on the way."""
    with urns.opened(ground.url) as store:
        closed = polls.close(store, poll=world.poll, paper_sets={})
        box = closed if isinstance(closed, Refused) else polls.seal(store, poll=world.poll)
    return open_box(box, world.seed) if isinstance(box, Box) else box


def reason(found: Opening | Refused) -> str:
    assert isinstance(found, Refused)
    return found.reason


def close(ground: Ground, world: World) -> polls.Figures:
    with urns.opened(ground.url) as store:
        polls.close(store, poll=world.poll, paper_sets={})
        figures = polls.figures(store, poll=world.poll)
    assert isinstance(figures, polls.Figures)
    return figures


def test_left_alone_the_box_opens(ground: Ground) -> None:
    world, _ = voted(ground)
    assert isinstance(outcome(ground, world), Opening)


def test_swapped_envelopes_stop_the_opening(ground: Ground) -> None:
    world, sealed = voted(ground)
    ground.run([(ENVELOPE, (sealed[1], world.slots[0])), (ENVELOPE, (sealed[0], world.slots[1]))])
    assert reason(outcome(ground, world)) == "changed_box"


def test_an_envelope_written_by_the_insider_stops_the_opening(ground: Ground) -> None:
    world, _ = voted(ground)
    ground.run([(ENVELOPE, (world.sealed(3), world.slots[0]))])
    assert reason(outcome(ground, world)) == "changed_box"


@pytest.mark.parametrize("act", ["swap", "drop"])
def test_after_closing_any_change_is_refused_against_the_frozen_list(ground: Ground, act: str) -> None:
    world, sealed = voted(ground)
    close(ground, world)
    statements = {
        "swap": (ENVELOPE, (sealed[1], world.slots[0])),
        "drop": ("DELETE FROM slot WHERE slot_key = ?", (world.slots[0],)),
    }
    ground.run([statements[act]])
    assert reason(outcome(ground, world)) == "urn_changed"


def test_a_ballot_dropped_before_closing_is_missing_from_the_published_list(ground: Ground) -> None:
    """Its voter's receipt names a leaf that the list lacks, and the equation of slips does not hold."""
    world, sealed = voted(ground)
    receipt = envelope.leaf(world.slots[0], sealed[0])
    ground.run([("DELETE FROM slot WHERE slot_key = ?", (world.slots[0],))])
    figures = close(ground, world)
    assert receipt not in figures.leaves
    assert broken(figures) == [3]


def test_a_ballot_added_with_a_slip_of_the_insiders_own_breaks_the_equation(ground: Ground) -> None:
    world, _ = voted(ground)
    ticket = slips.new_tickets(1)[0]
    slot = slips.public_key(ticket, world.poll)
    world.tickets.append(ticket)
    world.slots.append(slot)
    insert = "INSERT INTO slot (poll, slot_key, state, envelope) VALUES (?, ?, 1, ?)"
    ground.run([(insert, (world.poll, slot, world.sealed(VOTERS)))])
    assert broken(close(ground, world)) == [3]


def test_a_ballot_stuffed_with_a_slip_left_in_the_box_raises_the_alarm(ground: Ground) -> None:
    """A11: whoever copied a slip that nobody drew; the scan of the leftovers finds it used, and the equation breaks."""
    world, _ = voted(ground)
    stuffed = VOTERS - 1
    with urns.opened(ground.url) as store:
        casting.cast(store, poll=world.poll, slot_key=world.slots[stuffed], envelope=world.sealed(stuffed))
        figures = close(ground, world)
        found = [
            polls.mark_slot(store, poll=world.poll, slot_key=slot, to=SlotState.LEFT_OVER)
            for slot in world.slots[VOTERS - LEFT_OVER :]
        ]
    alarms = [one.reason for one in found if isinstance(one, Refused)]
    assert alarms == ["used"]
    assert broken(figures) == [3]


def broken(figures: polls.Figures) -> list[int]:
    """The numbers of the equations that do not hold against what two people counted by hand."""
    used = VOTERS - LEFT_OVER
    hand = HandCount(used, VOTERS, used, LEFT_OVER, 0, 0, 0, 0, 0)
    return [
        equation.number for equation in hall_equations(hand, device=figures.device) if equation.difference
    ]


def test_positive_control_the_equations_hold_when_nobody_meddled(ground: Ground) -> None:
    world, _ = voted(ground)
    assert broken(close(ground, world)) == []


@pytest.mark.parametrize("state", ["open", "paused", "prepared", "suspended"])
def test_the_database_itself_refuses_to_reopen_a_closed_poll(ground: Ground, state: str) -> None:
    world, _ = voted(ground)
    close(ground, world)
    with pytest.raises((sqlite3.IntegrityError, psycopg.errors.RaiseException)):
        ground.run([("UPDATE poll SET state = ?", (state,))])


def test_a_poll_reopened_with_the_trigger_removed_still_cannot_take_a_ballot_unseen(ground: Ground) -> None:
    world, _ = voted(ground)
    before = close(ground, world).leaves
    table = "" if ground.url.startswith("sqlite") else " ON poll"
    ground.run([(f"DROP TRIGGER poll_goes_one_way{table}", ()), ("UPDATE poll SET state = 'open'", ())])
    late = VOTERS - 1
    with urns.opened(ground.url) as store:
        casting.cast(store, poll=world.poll, slot_key=world.slots[late], envelope=world.sealed(late))
    after = close(ground, world)
    # What was read aloud and printed at the first closing is not what the urn says now.
    assert before != after.leaves
    assert broken(after) == [3]
