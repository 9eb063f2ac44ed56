"""A ballot that was damaged on its way, or that another phone outran: the voter is told what became of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from playwright.sync_api import Route

from guong.ballots import casting, server
from guong.ballots.booth import Booth
from guong.ballots.store import Store
from tests.ballots import urns
from tests.ballots.world import World
from tests.booth.browsers import CHROMIUM, Phone
from tests.booth.stub import STATIC
from tests.booth.test_real_booth import vote, way_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]


@pytest.fixture(name="store")
def fresh_urn(tmp_path: Path) -> Iterator[Store]:
    with urns.urn_url("sqlite", tmp_path) as url, urns.opened(url) as store:
        yield store


@pytest.fixture(name="hall")
def open_hall(store: Store) -> Iterator[tuple[str, World]]:
    """The address of a booth whose poll is open, and its world."""
    receipt_key = Ed25519PrivateKey.generate()
    world = World(receipt_key=receipt_key.public_key().public_bytes_raw()).prepare(store)
    listener = server.listen("127.0.0.1")
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with server.serving(Booth(store, receipt_key, origin=address), listener):
        yield address, world


def one_bit_flipped(route: Route) -> None:
    body = route.request.post_data_buffer
    assert body is not None
    route.continue_(post_data=body[:-1] + bytes([body[-1] ^ 1]))


def test_a_ballot_damaged_on_its_way_is_refused_and_the_slip_stays_usable(
    hall: tuple[str, World], voter: Phone
) -> None:
    address, world = hall
    voter.page.route("**/cast", one_bit_flipped)
    voter.page.goto(way_in(address, world, 0))
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    vote(voter, 2)
    voter.page.get_by_text("Phiếu đến nơi không còn nguyên vẹn. Thẻ vẫn dùng được").wait_for()
    voter.page.get_by_role("button", name="Xoá phiếu này khỏi máy").click()
    voter.page.get_by_role("heading", name="Quét mã trên thẻ của đồng chí").wait_for()
    voter.page.goto(way_in(address, world, 0))
    voter.page.get_by_text("Thẻ dùng được.").wait_for()


def test_a_slip_whose_ballot_came_from_another_phone_meanwhile_is_told(
    hall: tuple[str, World], voter: Phone, store: Store
) -> None:
    address, world = hall
    voter.page.goto(way_in(address, world, 0))
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    casting.cast(store, poll=world.poll, slot_key=world.slots[0], envelope=world.sealed(0))
    vote(voter, 2)
    voter.page.get_by_text("Hòm phiếu đã nhận một phiếu khác từ thẻ này.").wait_for()
