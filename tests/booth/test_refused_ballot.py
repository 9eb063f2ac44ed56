"""A ballot that was damaged on its way, or that another phone outran: the voter is told what became of it."""

import pytest
from playwright.sync_api import Route

from guong.ballots import casting
from tests.booth.browsers import CHROMIUM, Phone
from tests.booth.halls import Hall, vote
from tests.booth.stub import STATIC

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]


def one_bit_flipped(route: Route) -> None:
    body = route.request.post_data_buffer
    assert body is not None
    route.continue_(post_data=body[:-1] + bytes([body[-1] ^ 1]))


def test_a_ballot_damaged_on_its_way_is_refused_and_the_slip_stays_usable(hall: Hall, voter: Phone) -> None:
    voter.page.route("**/cast", one_bit_flipped)
    voter.page.goto(hall.slip(0))
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    vote(voter, 2)
    voter.page.get_by_text("Phiếu đến nơi không còn nguyên vẹn. Thẻ vẫn dùng được").wait_for()
    voter.page.get_by_role("button", name="Xoá phiếu này khỏi máy").click()
    voter.page.get_by_role("heading", name="Quét mã trên thẻ của đồng chí").wait_for()
    voter.page.goto(hall.slip(0))
    voter.page.get_by_text("Thẻ dùng được.").wait_for()


def test_a_slip_whose_ballot_came_from_another_phone_meanwhile_is_told(hall: Hall, voter: Phone) -> None:
    voter.page.goto(hall.slip(0))
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    world = hall.world
    casting.cast(hall.store, poll=world.poll, slot_key=world.slots[0], envelope=world.sealed(0))
    vote(voter, 2)
    voter.page.get_by_text("Hòm phiếu đã nhận một phiếu khác từ thẻ này.").wait_for()
