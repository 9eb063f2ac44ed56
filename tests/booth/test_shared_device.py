"""One device for many voters: memory only, cleared after each and when nobody touches it, left only with the PIN."""

import json
import re

import pytest
from playwright.sync_api import Page

from tests.ballots.world import MARKS
from tests.booth.browsers import CHROMIUM, Phone
from tests.booth.halls import Hall, tick_all, vote
from tests.booth.stub import STATIC

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]
PIN = "4826"
CANARY = "Chim hoàng yến 7391"
INVITED = "Mời đồng chí bỏ phiếu trên máy này"
EVERYTHING = """() => document.documentElement.outerHTML +
  Array.from(document.querySelectorAll('input, textarea'), (field) => field.type === 'radio' ? field.checked : field.value).join()"""


def begin_shared_use(voter: Phone, hall: Hall) -> None:
    """Do what the officer does."""
    voter.page.goto(hall.shared_device)
    voter.page.fill("#pin", PIN)
    voter.page.fill("#pin-again", PIN)
    voter.page.get_by_role("button", name="Bắt đầu dùng máy chung").click()
    voter.page.get_by_role("heading", name=INVITED).wait_for()


def type_slip(voter: Phone, hall: Hall, ticket: int) -> None:
    """Do what the next voter does first."""
    voter.page.click("#attract-begin")
    voter.page.locator(".code").first.fill(hall.code(ticket))
    voter.page.get_by_role("button", name="Tiếp tục").click()
    voter.page.get_by_text("Thẻ dùng được.").wait_for()


def wait_idle(page: Page, seconds: int) -> None:
    """Let the page's own clock run."""
    page.clock.run_for(seconds * 1000)


def test_two_voters_in_turn_leave_two_ballots_and_nothing_of_each_other(hall: Hall, voter: Phone) -> None:
    begin_shared_use(voter, hall)
    for ticket in (0, 1):
        type_slip(voter, hall, ticket)
        assert voter.page.locator("#ballot input:checked").count() == 0
        vote(voter, ticket + 1)
        voter.page.locator("#receipt-code").wait_for()
        code = voter.page.inner_text("#receipt-code")
        voter.page.click("#finish")
        voter.page.get_by_role("heading", name=INVITED).wait_for()
        assert code not in voter.page.evaluate(EVERYTHING)
        kept = json.loads(voter.stored())
        assert kept == {"local": {}, "session": {}, "cookies": "", "boxes": []}
    assert sorted(hall.marks()) == ["1" * MARKS, "2" * MARKS]


def test_a_half_filled_ballot_is_cleared_after_a_minute_with_a_countdown(hall: Hall, voter: Phone) -> None:
    voter.page.clock.install()
    begin_shared_use(voter, hall)
    type_slip(voter, hall, 0)
    voter.page.click("#type-size")
    voter.page.click("#language")
    voter.page.click("#begin")
    voter.page.locator("[data-note]:visible").first.click()
    voter.page.locator("textarea:visible").fill(CANARY)
    voter.page.locator('input[value="4"]:visible').first.check()
    assert not voter.page.locator("#idle").is_visible()
    wait_idle(voter.page, 45)
    assert re.match(r"Clears in 1\d s", voter.page.inner_text("#idle-shown"))
    voter.page.locator('input[value="3"]:visible').first.check()
    assert not voter.page.locator("#idle").is_visible()
    wait_idle(voter.page, 61)
    voter.page.get_by_role("heading", name=INVITED).wait_for()
    left = voter.page.evaluate(EVERYTHING)
    assert CANARY not in left
    assert "true" not in left.rpartition("</html>")[2]
    assert voter.page.get_attribute("html", "lang") == "vi"
    assert not voter.page.get_attribute("html", "class")


def test_undo_brings_nothing_back_to_the_next_voter(hall: Hall, voter: Phone) -> None:
    voter.page.clock.install()
    begin_shared_use(voter, hall)
    for ticket in (0, 1):
        type_slip(voter, hall, ticket)
        voter.page.click("#begin")
        voter.page.locator("[data-note]:visible").first.click()
        field = voter.page.locator("textarea:visible")
        field.focus()
        if ticket == 0:
            voter.page.keyboard.type(CANARY)
            wait_idle(voter.page, 61)
        else:
            voter.page.keyboard.press("Control+z")
            assert field.input_value() == ""


def test_a_receipt_is_cleared_too_and_a_left_screen_at_once(hall: Hall, voter: Phone) -> None:
    voter.page.clock.install()
    begin_shared_use(voter, hall)
    type_slip(voter, hall, 0)
    vote(voter, 1)
    voter.page.locator("#receipt-code").wait_for()
    wait_idle(voter.page, 61)
    voter.page.get_by_role("heading", name=INVITED).wait_for()
    type_slip(voter, hall, 1)
    tick_all(voter, 2)
    voter.page.evaluate(
        "Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    voter.page.get_by_role("heading", name=INVITED).wait_for()
    assert voter.page.locator("#ballot input:checked").count() == 0


def test_a_sealed_ballot_that_no_box_answered_for_is_not_thrown_away_by_waiting(
    hall: Hall, voter: Phone
) -> None:
    voter.page.clock.install()
    begin_shared_use(voter, hall)
    type_slip(voter, hall, 0)
    voter.page.route("**/cast", lambda route: route.abort())
    vote(voter, 3)
    voter.page.get_by_text("Phiếu CHƯA gửi").wait_for()
    assert "Máy chung không lưu phiếu" in voter.page.inner_text("#sending-text")
    wait_idle(voter.page, 90)
    assert voter.page.get_by_text("Phiếu CHƯA gửi").is_visible()
    assert json.loads(voter.stored())["boxes"] == []
    voter.page.unroute("**/cast")
    voter.page.click("#again")
    voter.page.locator("#receipt-code").wait_for()
    assert hall.marks() == ["3" * MARKS]


def test_only_the_pin_ends_the_shared_use_and_no_request_carries_it(hall: Hall, voter: Phone) -> None:
    voter.page.clock.install()
    begin_shared_use(voter, hall)
    voter.page.click("#attract-leave")
    for wrong in ("1111", "2222", "3333"):
        voter.page.fill("#leave-pin", wrong)
        voter.page.click("#leave-form .main")
        voter.page.get_by_text("Mã PIN không đúng.").wait_for()
    voter.page.fill("#leave-pin", PIN)
    voter.page.click("#leave-form .main")
    voter.page.get_by_text("Đã nhập sai ba lần.").wait_for()
    wait_idle(voter.page, 31)
    voter.page.fill("#leave-pin", PIN)
    voter.page.click("#leave-form .main")
    voter.page.get_by_role("heading", name="Máy chung của hội nghị").wait_for()
    assert PIN not in voter.page.evaluate(EVERYTHING)
    assert all(
        PIN not in (request.post_data or "") + request.url.partition("/b/")[2] for request in voter.requests
    )
    assert PIN not in voter.stored()


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [("12", "12", "Mã PIN có từ 4 đến 8 chữ số."), ("1234", "1243", "Hai lần nhập mã PIN khác nhau.")],
)
def test_a_pin_that_nobody_could_type_again_is_refused(
    hall: Hall, voter: Phone, first: str, second: str, told: str
) -> None:
    voter.page.goto(hall.shared_device)
    voter.page.fill("#pin", first)
    voter.page.fill("#pin-again", second)
    voter.page.get_by_role("button", name="Bắt đầu dùng máy chung").click()
    voter.page.get_by_text(told).wait_for()


def test_the_browsers_back_does_not_leave_and_a_reload_shows_no_ballot(hall: Hall, voter: Phone) -> None:
    begin_shared_use(voter, hall)
    type_slip(voter, hall, 0)
    tick_all(voter, 2)
    for _ in range(3):
        voter.page.go_back()
    assert voter.page.url == hall.shared_device
    voter.page.on("dialog", lambda dialog: dialog.accept())
    voter.page.reload()
    voter.page.get_by_role("heading", name="Máy chung của hội nghị").wait_for()
    assert voter.page.locator("#ballot input:checked").count() == 0


def test_a_reader_of_barcodes_may_type_the_whole_address(hall: Hall, voter: Phone) -> None:
    begin_shared_use(voter, hall)
    voter.page.click("#attract-begin")
    voter.page.locator(".code").first.press_sequentially(hall.slip(0))
    voter.page.keyboard.press("Enter")
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
