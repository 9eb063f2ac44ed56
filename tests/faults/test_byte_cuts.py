"""The network is cut in the middle of a request, or of a reply: half a ballot is none, a lost reply loses nothing."""

import socket
from contextlib import suppress

import pytest

from guong.ballots import polls
from guong.ballots.store import Store
from guong.core.lifecycle import SlotState
from guong.core.secrecy import envelope
from tests.ballots.test_server import served
from tests.ballots.world import World

WHOLE = 100_000
PATIENCE = 10


def request_of(world: World, ballot: bytes) -> bytes:
    head = f"POST /b/{world.poll}/cast HTTP/1.1\r\nHost: x\r\nContent-Length: {len(ballot)}\r\nConnection: close\r\n\r\n"
    return head.encode() + ballot


def send_part(address: tuple[str, int], part: bytes) -> None:
    """Send so many bytes and hang up."""
    with socket.create_connection(address, timeout=PATIENCE) as connection:
        connection.sendall(part)


def read_part(address: tuple[str, int], request: bytes, size: int) -> bytes:
    """Send the whole request, read so many bytes of the reply and hang up."""
    with socket.create_connection(address, timeout=PATIENCE) as connection:
        connection.sendall(request)
        reply = b""
        while len(reply) < size and (more := connection.recv(size - len(reply))):
            reply += more
        return reply


def body_of(reply: bytes) -> bytes:
    return reply.partition(b"\r\n\r\n")[2]


def states(store: Store, world: World) -> dict[bytes, SlotState]:
    with store.reading() as session:
        rows = session.rows("SELECT slot_key, state FROM slot WHERE poll = ?", [world.poll])
    return {bytes(key): SlotState(state) for key, state in rows}


@pytest.mark.slow
def test_a_request_that_is_cut_at_any_byte_leaves_the_slip_free(store: Store, world: World) -> None:
    ballot = world.slots[0] + world.sealed(0)
    request = request_of(world, ballot)
    with served(store) as address:
        for place in range(len(request)):
            send_part(address, request[:place])
        assert set(states(store, world).values()) == {SlotState.FREE}
        print(f"{len(request)} requests cut short")
        assert b'"accepted"' in read_part(address, request, WHOLE)
    assert states(store, world)[world.slots[0]] is SlotState.CAST


@pytest.mark.slow
def test_a_reply_that_is_cut_at_any_byte_leaves_one_ballot_and_the_same_receipt(
    store: Store, world: World
) -> None:
    ballot = world.slots[0] + world.sealed(0)
    request = request_of(world, ballot)
    leaf = envelope.leaf(ballot[:32], ballot[32:])
    with served(store) as address:
        whole = read_part(address, request, WHOLE)
        for size in range(len(whole)):
            with suppress(ConnectionError):
                read_part(address, request, size)
        print(f"{len(whole)} replies cut short")
        again = read_part(address, request, WHOLE)
    assert body_of(again) == body_of(whole)
    assert leaf.hex().encode() in body_of(whole)
    polls.close(store, poll=world.poll, paper_sets={})
    figures = polls.figures(store, poll=world.poll)
    assert isinstance(figures, polls.Figures)
    assert figures.leaves == (leaf,)
