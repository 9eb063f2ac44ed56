"""Clients that never finish a request don't keep an honest voter waiting (DESIGN §9)."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guong.ballots import server
from guong.ballots.booth import Booth
from guong.ballots.store import Store
from tests.ballots.world import World

HALF_OPEN = 2000


@contextmanager
def served(store: Store) -> Iterator[tuple[str, int]]:
    """The real server on loopback."""
    listener = server.listen("127.0.0.1")
    host, port = listener.getsockname()
    booth = Booth(store, Ed25519PrivateKey.generate(), origin=f"http://{host}:{port}")
    with server.serving(booth, listener):
        yield host, port


def half_open(address: tuple[str, int]) -> socket.socket:
    connection = socket.create_connection(address, timeout=10)
    connection.sendall(b"POST /b/AAAAAAAAAA/cast HTTP/1.1\r\nHost: x\r\nX-Slow: ")
    return connection


def was_closed(connection: socket.socket) -> bool:
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


@pytest.mark.slow
def test_two_thousand_half_open_sockets_leave_an_honest_voter_answered_within_a_second(
    store: Store, world: World
) -> None:
    if server.raise_open_files() < 2 * HALF_OPEN + 500:
        pytest.skip("needs a hard limit of 4,500 open files: client and server share this process")
    with served(store) as address, ExitStack() as open_sockets:
        for _ in range(HALF_OPEN):
            open_sockets.enter_context(half_open(address))
        body = world.slots[0] + world.sealed(0)
        started = time.monotonic()
        answer = httpx.post(f"http://{address[0]}:{address[1]}/b/{world.poll}/cast", content=body)
        took = time.monotonic() - started
    assert answer.json()["state"] == "accepted"
    assert took < 1


def test_a_head_that_is_never_finished_ends_its_connection(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "HEAD_SECONDS", 0.2)
    with served(store) as address, half_open(address) as connection:
        assert was_closed(connection)


def test_the_next_head_on_a_kept_connection_has_its_time_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "HEAD_SECONDS", 0.2)
    with served(store) as address, socket.create_connection(address, timeout=5) as connection:
        connection.sendall(b"GET /b/AAAAAAAAAA/poll.json HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b"unknown_poll" in connection.recv(65536)
        connection.sendall(b"\r\n")
        assert was_closed(connection)


def test_an_answer_names_no_server(store: Store, world: World) -> None:
    with served(store) as (host, port):
        answer = httpx.get(f"http://{host}:{port}/b/{world.poll}/poll.json")
    assert answer.content == world.definition.raw
    assert "server" not in answer.headers


def test_nothing_is_written_to_any_log(store: Store, world: World, capfd: pytest.CaptureFixture[str]) -> None:
    with served(store) as (host, port):
        httpx.post(f"http://{host}:{port}/b/{world.poll}/cast", content=world.slots[0] + world.sealed(0))
        httpx.get(f"http://{host}:{port}/b/{world.poll}/nothing")
        with socket.create_connection((host, port)) as broken:
            broken.sendall(b"\x00\x01 nonsense\r\n\r\n")
            broken.recv(1000)
    assert capfd.readouterr() == ("", "")
