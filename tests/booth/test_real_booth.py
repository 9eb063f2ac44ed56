"""The page, the booth and the urn together: one voter from the slip to the published list."""

import pytest

from guong.ballots import closing
from guong.core import canonical
from guong.core.lifecycle import PollState
from guong.core.secrecy import envelope, keys
from guong.core.secrecy.box import Box
from tests.ballots.world import MARKS
from tests.booth.browsers import CHROMIUM, Phone, losing_replies
from tests.booth.halls import Hall, vote
from tests.booth.stub import STATIC

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]


def test_a_vote_with_a_lost_acknowledgement_is_in_the_box_once(hall: Hall, voter: Phone) -> None:
    world = hall.world
    voter.page.route("**/cast", losing_replies(1))
    voter.page.goto(hall.slip(0))
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    vote(voter, 2)
    voter.page.get_by_text("Phiếu CHƯA gửi").wait_for()
    voter.page.click("#again")
    voter.page.locator("#receipt-code").wait_for()
    code = voter.page.inner_text("#receipt-code")

    voter.page.goto("about:blank")
    voter.page.goto(hall.slip(0))
    voter.page.get_by_role("heading", name="Thẻ này đã bỏ phiếu").wait_for()

    assert closing.close(hall.store, poll=world.poll, paper_sets={"s1": 0}) is PollState.CLOSED
    box = closing.seal(hall.store, poll=world.poll)
    assert isinstance(box, Box)
    (entry,) = box.device
    slot, sealed = entry.slot_key, entry.envelope
    leaf = envelope.leaf(slot, sealed)
    assert envelope.receipt_code(leaf) == code

    signature = envelope.sign_receipt(hall.receipt_key, world.poll, leaf)
    voter.page.goto("about:blank")
    voter.page.goto(f"{hall.booth}#r{leaf.hex()}.{signature.hex()}")
    voter.page.get_by_role("heading", name="Phiếu có trong hòm").wait_for()
    plaintext = envelope.open_sealed(world.definition, slot, sealed, keys.board_key(world.seed, world.poll))
    answer = canonical.decode(plaintext[4 : 4 + int.from_bytes(plaintext[:4], "big")])
    assert answer["subjects"] == [{"marks": "2" * MARKS, "remarks": [], "subject": "s1"}]
