"""Whatever happens on the way: one ballot in the box, counted in the urn itself, and the voter told what is true."""

import json

import pytest
from playwright.sync_api import Browser

from guong.ballots import closing, polls
from guong.core.lifecycle import PollState
from tests.ballots.world import MARKS
from tests.booth.browsers import CHROMIUM, Phone, losing_replies, phone
from tests.booth.halls import Hall, tick_all, vote
from tests.booth.stub import STATIC

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]
RECEIVED = "Hòm phiếu đã nhận phiếu của đồng chí"


def begin(voter: Phone, hall: Hall, ticket: int = 0) -> None:
    """Scan a slip and wait until the booth has said that it is good."""
    voter.page.goto(hall.slip(ticket))
    voter.page.get_by_text("Thẻ dùng được.").wait_for()


def close(hall: Hall) -> None:
    """Do what the board does in the hall."""
    assert closing.close(hall.store, poll=hall.world.poll, paper_sets={"s1": 0}) is PollState.CLOSED


def test_a_network_lost_before_sending_sends_by_itself_once_it_is_back(hall: Hall, voter: Phone) -> None:
    begin(voter, hall)
    tick_all(voter, 2)
    voter.context.set_offline(True)
    voter.page.click("#send")
    voter.page.get_by_text("Phiếu CHƯA gửi").wait_for()
    voter.context.set_offline(False)
    voter.page.get_by_role("heading", name=RECEIVED).wait_for()
    assert hall.marks() == ["2" * MARKS]


def test_a_slip_scanned_without_network_is_filled_in_and_checked_later(hall: Hall, voter: Phone) -> None:
    voter.page.route("**/slot", lambda route: route.abort())
    voter.page.goto(hall.slip(0))
    voter.page.get_by_text("Mạng yếu, chưa kiểm tra được thẻ.").wait_for()
    vote(voter, 3)
    voter.page.get_by_role("heading", name=RECEIVED).wait_for()
    assert hall.marks() == ["3" * MARKS]


def test_a_double_tap_sends_once(hall: Hall, voter: Phone) -> None:
    begin(voter, hall)
    tick_all(voter, 1)
    voter.page.dblclick("#send")
    voter.page.get_by_role("heading", name=RECEIVED).wait_for()
    assert len([request for request in voter.requests if request.url.endswith("/cast")]) == 1
    assert hall.marks() == ["1" * MARKS]


def test_back_after_casting_shows_no_ballot_and_sends_nothing(hall: Hall, voter: Phone) -> None:
    begin(voter, hall)
    vote(voter, 4)
    voter.page.get_by_role("heading", name=RECEIVED).wait_for()
    for _ in range(4):
        voter.page.go_back()
        assert not voter.page.locator("#send").is_visible()
        assert voter.page.locator("#ballot input:checked").count() == 0
    assert hall.marks() == ["4" * MARKS]


def test_two_tabs_with_one_slip_leave_one_ballot_and_the_second_hears_of_the_first(
    hall: Hall, voter: Phone
) -> None:
    other = voter.context.new_page()
    for page in (voter.page, other):
        page.goto(hall.slip(0))
        page.get_by_text("Thẻ dùng được.").wait_for()
    tick_all(voter, 1)
    first, voter.page = voter.page, other
    tick_all(voter, 2)
    first.click("#send")
    first.get_by_role("heading", name=RECEIVED).wait_for()
    other.click("#send")
    other.get_by_text("Hòm phiếu đã nhận một phiếu khác từ thẻ này.").wait_for()
    assert hall.marks() == ["1" * MARKS]


def test_a_box_closed_before_the_ballot_came_is_said_and_holds_nothing(hall: Hall, voter: Phone) -> None:
    begin(voter, hall)
    tick_all(voter, 1)
    close(hall)
    voter.page.click("#send")
    voter.page.get_by_text("Hòm phiếu đã đóng trước khi phiếu đến nơi.").wait_for()
    assert hall.marks() == []


def test_a_ballot_whose_receipt_was_lost_is_acknowledged_after_closing_too(hall: Hall, voter: Phone) -> None:
    begin(voter, hall)
    voter.page.route("**/cast", losing_replies(1))
    vote(voter, 2)
    voter.page.get_by_text("Phiếu CHƯA gửi").wait_for()
    close(hall)
    voter.page.click("#again")
    voter.page.get_by_role("heading", name=RECEIVED).wait_for()
    assert hall.marks() == ["2" * MARKS]


def test_a_box_paused_while_sending_takes_the_ballot_when_it_opens_again(hall: Hall, voter: Phone) -> None:
    begin(voter, hall)
    tick_all(voter, 3)
    polls.step(hall.store, poll=hall.world.poll, to=PollState.PAUSED)
    voter.page.click("#send")
    voter.page.get_by_text("Hòm phiếu đang tạm dừng.").wait_for()
    polls.step(hall.store, poll=hall.world.poll, to=PollState.OPEN)
    voter.page.get_by_role("heading", name=RECEIVED).wait_for()
    assert hall.marks() == ["3" * MARKS]


@pytest.mark.parametrize(
    ("state", "told"), [(PollState.PREPARED, "Hòm phiếu chưa mở"), (PollState.CLOSED, "Hòm phiếu đã đóng")]
)
def test_a_box_that_is_not_open_is_told_before_anything_is_filled_in(
    hall: Hall, voter: Phone, state: PollState, told: str
) -> None:
    if state is PollState.CLOSED:
        close(hall)
        address = hall.slip(0)
    else:
        waiting = type(hall.world)(receipt_key=hall.world.receipt_key).prepare(hall.store, to=state)
        address = type(hall)(hall.address, waiting, hall.store, hall.receipt_key).slip(0)
    voter.page.goto(address)
    voter.page.get_by_role("heading", name=told).wait_for()
    assert not voter.page.locator("#begin").is_visible()


def test_a_sealed_ballot_found_later_waits_a_random_moment_before_it_is_sent(
    browser: Browser, hall: Hall
) -> None:
    with phone(browser) as voter:
        begin(voter, hall)
        voter.page.route("**/cast", lambda route: route.abort())
        vote(voter, 2)
        voter.page.get_by_text("Phiếu CHƯA gửi").wait_for()
        voter.page.add_init_script("Math.random = () => 0.999")
        voter.page.unroute("**/cast")
        before = len([request for request in voter.requests if request.url.endswith("/cast")])
        voter.page.reload()
        voter.page.get_by_role("heading", name="Đang gửi phiếu").wait_for()
        assert len([request for request in voter.requests if request.url.endswith("/cast")]) == before
        voter.page.get_by_role("heading", name=RECEIVED).wait_for()
    assert hall.marks() == ["2" * MARKS]


def test_a_page_seen_again_sends_what_waits(hall: Hall, voter: Phone) -> None:
    begin(voter, hall)
    voter.page.route("**/cast", lambda route: route.abort())
    vote(voter, 2)
    voter.page.get_by_text("Phiếu CHƯA gửi").wait_for()
    voter.page.unroute("**/cast")
    voter.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    voter.page.get_by_role("heading", name=RECEIVED).wait_for(timeout=4000)
    assert json.loads(voter.stored())["boxes"] == []
