"""The page, the booth and the urn together: one voter from the slip to the published list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from guong.ballots import closing, server
from guong.ballots.booth import Booth
from guong.ballots.store import Store
from guong.core import canonical
from guong.core.lifecycle import PollState
from guong.core.secrecy import envelope, keys, slips
from guong.core.secrecy.box import Box
from tests.ballots import urns
from tests.ballots.world import MARKS, World
from tests.booth.browsers import CHROMIUM, Phone, losing_replies
from tests.booth.stub import STATIC

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


def way_in(address: str, world: World, voter: int) -> str:
    code = "".join(slips.printed_groups(world.tickets[voter], world.poll))
    return f"{address}/b/{world.poll}#{code}"


def vote(phone: Phone, level: int) -> None:
    """Tick the same level everywhere and send."""
    phone.page.click("#begin")
    while phone.page.locator("#next").is_visible():
        for option in phone.page.locator(f'input[value="{level}"]:visible').all():
            option.check()
        phone.page.click("#next")
    phone.page.click("#send")


def test_the_first_card_can_be_ticked_within_one_and_a_half_seconds_at_400_kbit(
    store: Store, voter: Phone
) -> None:
    """DESIGN §7. The clock starts with the request of the page; 50 ms each way."""
    receipt_key = Ed25519PrivateKey.generate()
    world = World(receipt_key=receipt_key.public_key().public_bytes_raw()).prepare(store)
    listener = server.listen("127.0.0.1")
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    slow = {"offline": False, "latency": 100, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
    with server.serving(Booth(store, receipt_key, origin=address), listener):
        session = voter.context.new_cdp_session(voter.page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", slow)
        voter.page.goto(way_in(address, world, 0), wait_until="commit")
        voter.page.locator("#begin").wait_for()
        seconds = voter.page.evaluate("performance.now()") / 1000
        voter.page.click("#begin")
        voter.page.locator('input[value="1"]:visible').first.check()
        print(f"ready after {seconds:.2f} s")
    assert seconds < 1.5


def test_a_vote_with_a_lost_acknowledgement_is_in_the_box_once(store: Store, voter: Phone) -> None:
    receipt_key = Ed25519PrivateKey.generate()
    world = World(receipt_key=receipt_key.public_key().public_bytes_raw()).prepare(store)
    listener = server.listen("127.0.0.1")
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with server.serving(Booth(store, receipt_key, origin=address), listener):
        voter.page.route("**/cast", losing_replies(1))
        voter.page.goto(way_in(address, world, 0))
        voter.page.get_by_text("Thẻ dùng được.").wait_for()
        vote(voter, 2)
        voter.page.get_by_text("Phiếu CHƯA gửi").wait_for()
        voter.page.click("#again")
        voter.page.locator("#receipt-code").wait_for()
        code = voter.page.inner_text("#receipt-code")

        voter.page.goto("about:blank")
        voter.page.goto(way_in(address, world, 0))
        voter.page.get_by_role("heading", name="Thẻ này đã bỏ phiếu").wait_for()

        assert closing.close(store, poll=world.poll, paper_sets={"s1": 0}) is PollState.CLOSED
        box = closing.seal(store, poll=world.poll)
        assert isinstance(box, Box)
        (entry,) = box.device
        slot, sealed = entry.slot_key, entry.envelope
        leaf = envelope.leaf(slot, sealed)
        assert envelope.receipt_code(leaf) == code

        signature = envelope.sign_receipt(receipt_key, world.poll, leaf)
        voter.page.goto("about:blank")
        voter.page.goto(f"{address}/b/{world.poll}#r{leaf.hex()}.{signature.hex()}")
        voter.page.get_by_role("heading", name="Phiếu có trong hòm").wait_for()
    plaintext = envelope.open_sealed(world.definition, slot, sealed, keys.board_key(world.seed, world.poll))
    answer = canonical.decode(plaintext[4 : 4 + int.from_bytes(plaintext[:4], "big")])
    assert answer["subjects"] == [{"marks": "2" * MARKS, "remarks": [], "subject": "s1"}]
