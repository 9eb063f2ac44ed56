"""The booth over HTTP: numbers, headers, sizes, and what never changes (formats §7)."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guong.ballots import polls, refusals
from guong.ballots.booth import Booth
from guong.ballots.published import Renderer
from guong.ballots.store import Store
from guong.core.lifecycle import PollState, SlotState
from guong.core.secrecy import envelope, slips
from tests.ballots.world import MARKS, World

ORIGIN = "http://127.0.0.1:8000"
KEY = Ed25519PrivateKey.generate()


def plain_page(
    *,
    poll_definition: bytes,
    questionnaire: bytes,
    assets: Mapping[str, str],
    is_protected: bool,
    is_shared: bool,
) -> bytes:
    return b"<!doctype html><title>page</title>" + poll_definition


def telling_page(
    *,
    poll_definition: bytes,
    questionnaire: bytes,
    assets: Mapping[str, str],
    is_protected: bool,
    is_shared: bool,
) -> bytes:
    return b"protected" if is_protected else b"plain"


@asynccontextmanager
async def phone(
    store: Store, *, origin: str = ORIGIN, render: Renderer = plain_page
) -> AsyncIterator[httpx.AsyncClient]:
    booth = Booth(store, KEY, origin=origin, render=render)
    await booth.start()
    application: Any = booth  # httpx types a message as mutable, Django's handler as read-only
    transport = httpx.ASGITransport(application)
    try:
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
            yield client
    finally:
        await booth.drain()


def call(store: Store, method: str, path: str, body: bytes = b"", **headers: str) -> httpx.Response:
    """One request to a fresh booth."""

    async def ask() -> httpx.Response:
        async with phone(store) as client:
            return await client.request(
                method,
                path,
                content=body,
                headers={name.replace("_", "-"): value for name, value in headers.items()},
            )

    return asyncio.run(ask())


def cast(store: Store, world: World, voter: int, sealed: bytes, **headers: str) -> httpx.Response:
    return call(store, "POST", f"/b/{world.poll}/cast", world.slots[voter] + sealed, **headers)


def question(world: World, voter: int) -> bytes:
    key = slips.signing_key(world.tickets[voter], world.poll)
    return world.slots[voter] + key.sign(envelope.question_bytes(world.poll, world.slots[voter]))


def told(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["state"]


def test_a_ballot_is_acknowledged_with_a_receipt_that_the_servers_key_signed(
    store: Store, world: World
) -> None:
    sealed = world.sealed(0)
    first, again = cast(store, world, 0, sealed), cast(store, world, 0, sealed)
    assert told(first) == (200, "accepted")
    assert first.json() == again.json()
    leaf = bytes.fromhex(first.json()["leaf"])
    assert leaf == envelope.leaf(world.slots[0], sealed)
    signature = bytes.fromhex(first.json()["signature"])
    assert envelope.is_receipt(KEY.public_key().public_bytes_raw(), world.poll, leaf, signature)


def test_every_refusal_of_a_ballot_has_its_number(store: Store, world: World) -> None:
    sealed = world.sealed(0)
    assert told(cast(store, world, 1, sealed)) == (403, "bad_signature")
    assert told(cast(store, world, 0, sealed[1:])) == (400, "malformed")
    assert told(cast(store, World(), 0, sealed)) == (404, "unknown_poll")
    stranger = World(poll=world.poll, seed=world.seed)
    assert told(cast(store, stranger, 0, stranger.sealed(0))) == (404, "unknown_slip")
    cast(store, world, 0, sealed)
    assert told(cast(store, world, 0, world.sealed(0))) == (409, "used")
    polls.mark_slot(store, poll=world.poll, slot_key=world.slots[1], to=SlotState.EXCHANGED)
    assert told(cast(store, world, 1, world.sealed(1))) == (409, "exchanged")
    polls.step(store, poll=world.poll, to=PollState.PAUSED)
    assert told(cast(store, world, 2, world.sealed(2))) == (423, "paused")
    polls.close(store, poll=world.poll, paper_sets={})
    assert told(cast(store, world, 2, world.sealed(2))) == (410, "closed")
    assert told(cast(store, world, 0, sealed)) == (200, "accepted")


def test_the_question_tells_the_slips_and_the_polls_state(store: Store, world: World) -> None:
    path = f"/b/{world.poll}/slot"
    answer = call(store, "POST", path, question(world, 0))
    assert (answer.status_code, answer.json()) == (200, {"state": "free", "poll": "open"})
    forged = world.slots[1] + question(world, 0)[32:]
    assert told(call(store, "POST", path, forged)) == (403, "bad_signature")
    stranger = World(poll=world.poll)
    assert told(call(store, "POST", path, question(stranger, 0))) == (404, "unknown_slip")
    assert told(call(store, "POST", path, b"x")) == (400, "malformed")


def test_the_list_is_published_only_after_closing(store: Store, world: World) -> None:
    path = f"/b/{world.poll}/hashes.txt"
    sealed = [world.sealed(voter) for voter in range(3)]
    for voter, bytes_ in enumerate(sealed):
        cast(store, world, voter, bytes_)
    assert told(call(store, "GET", path)) == (404, "not_closed")
    polls.close(store, poll=world.poll, paper_sets={})
    leaves = sorted(envelope.leaf(world.slots[voter], bytes_).hex() for voter, bytes_ in enumerate(sealed))
    assert call(store, "GET", path).text.splitlines() == leaves


def test_page_and_definition_are_served_as_they_are(store: Store, world: World) -> None:
    assert call(store, "GET", f"/b/{world.poll}").content.endswith(world.definition.raw)
    assert call(store, "GET", f"/b/{world.poll}/poll.json").content == world.definition.raw
    assert call(store, "GET", f"/b/{world.poll}/questionnaire.json").content == world.form.raw
    assert call(store, "HEAD", f"/b/{world.poll}").content == b""
    typed = call(store, "GET", f"/b/{world.poll.lower()}/")
    assert typed.status_code == 308
    unknown = call(store, "GET", f"/b/{World().poll}")
    assert unknown.status_code == 404
    assert refusals.UNKNOWN_POLL.sentence in unknown.text


PATHS = ["", "/poll.json", "/hashes.txt", "/slot", "/nothing", "/static/none.js"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "POST", "HEAD", "DELETE"])
def test_every_answer_bears_the_security_headers_and_no_cookie(
    store: Store, world: World, method: str, path: str
) -> None:
    answer = call(store, method, f"/b/{world.poll}{path}")
    policy = answer.headers["content-security-policy"]
    for part in ("default-src 'none'", "form-action 'none'", "require-trusted-types-for 'script'"):
        assert part in policy
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert "permissions-policy" in answer.headers
    assert "set-cookie" not in answer.headers
    assert "server" not in answer.headers


@pytest.mark.parametrize(
    "headers",
    [{"sec_fetch_site": "cross-site"}, {"sec_fetch_site": "same-site"}, {"origin": "https://evil.example"}],
)
def test_another_sites_page_cannot_send_a_ballot(store: Store, world: World, headers: dict[str, str]) -> None:
    assert told(cast(store, world, 0, world.sealed(0), **headers)) == (403, "other_origin")


def test_the_booths_own_page_can(store: Store, world: World) -> None:
    answer = cast(store, world, 0, world.sealed(0), origin=ORIGIN, sec_fetch_site="same-origin")
    assert told(answer) == (200, "accepted")


def test_the_same_size_goes_out_and_comes_back_whatever_was_answered(store: Store, world: World) -> None:
    empty, full = world.sealed(0, world.answer("0" * MARKS)), world.sealed(1, world.answer(remark="x" * 4000))
    assert len(empty) == len(full)
    answers = [cast(store, world, voter, sealed) for voter, sealed in enumerate((empty, full))]
    assert len({len(answer.content) for answer in answers}) == 1


def test_a_body_that_drips_is_given_up(store: Store, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guong.ballots.requests.BODY_SECONDS", 0.05)

    async def drip() -> AsyncIterator[bytes]:
        yield b"x"
        await asyncio.sleep(5)

    async def ask() -> httpx.Response:
        async with phone(store) as client:
            return await client.post(f"/b/{world.poll}/slot", content=drip())

    answer = asyncio.run(ask())
    assert told(answer) == (408, "too_slow")
    assert answer.headers["connection"] == "close"


def test_a_full_queue_sends_the_phone_away_for_two_seconds(
    store: Store, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guong.ballots.writer.WAITING", 0)
    answer = cast(store, world, 0, world.sealed(0))
    assert told(answer) == (503, "busy")
    assert answer.headers["retry-after"] == "2"


def test_large_answers_are_compressed_for_whoever_takes_it(store: Store, world: World) -> None:
    answer = call(store, "GET", f"/b/{world.poll}/questionnaire.json", accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.content == world.form.raw
    plain = call(store, "GET", f"/b/{world.poll}/questionnaire.json", accept_encoding="identity")
    assert "content-encoding" not in plain.headers


@pytest.mark.parametrize(
    ("origin", "page"),
    [
        ("https://gop-y.example", "protected"),
        ("http://127.0.0.1:8000", "protected"),
        ("http://192.168.1.20:8000", "plain"),
        ("http://gop-y.example", "plain"),
    ],
)
def test_the_page_knows_whether_the_way_to_the_booth_is_protected(
    store: Store, world: World, origin: str, page: str
) -> None:
    async def ask() -> str:
        async with phone(store, origin=origin, render=telling_page) as client:
            return (await client.get(f"/b/{world.poll}")).text

    assert asyncio.run(ask()) == page
