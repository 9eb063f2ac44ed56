"""What the holder of a receipt hears when scanning it later: in the box, on the list, missing, or of another place."""

import pytest

from tests.booth.browsers import CHROMIUM, Phone
from tests.booth.stub import STATIC, Booth

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]
ELSEWHERE = "0" * 64


def voted(booth: Booth, voter: Phone) -> str:
    """Vote; return the receipt's address."""
    voter.scan(booth)
    voter.fill(booth, "1" * 16)
    voter.page.click("#send")
    voter.page.locator("#receipt-code").wait_for()
    return f"{booth.address}#{booth.receipt()}"


@pytest.mark.parametrize(
    ("listed", "heading", "look"),
    [
        (None, "Biên nhận đúng của hòm phiếu này", "calm"),
        (True, "Phiếu có trong hòm", "calm"),
        (False, "Phiếu KHÔNG có trong danh sách", "warn"),
    ],
)
def test_the_holder_of_a_receipt_hears_whether_it_is_on_the_published_list(
    booth: Booth, voter: Phone, listed: bool | None, heading: str, look: str
) -> None:
    address = voted(booth, voter)
    leaf = booth.receipt()[1:65]
    booth.published = None if listed is None else [ELSEWHERE, leaf if listed else ELSEWHERE[1:] + "1"]
    voter.page.goto("about:blank")
    voter.page.goto(address)
    voter.page.get_by_role("heading", name=heading).wait_for()
    assert voter.page.get_attribute("#told-box", "class") == f"box {look}"
    assert not voter.page.locator("#told-other").is_visible()


def test_a_receipt_that_another_box_signed_is_not_believed(booth: Booth, voter: Phone) -> None:
    voted(booth, voter)
    booth.published = [booth.receipt()[1:65]]
    voter.page.goto("about:blank")
    voter.page.goto(f"{booth.address}#{booth.receipt()[:-1]}{'0' if booth.receipt()[-1] != '0' else '1'}")
    voter.page.get_by_role("heading", name="Biên nhận không đúng").wait_for()
    assert voter.page.get_attribute("#told-box", "class") == "box warn"


def test_a_voter_who_clears_the_receipt_is_told_that_all_is_done(booth: Booth, voter: Phone) -> None:
    voted(booth, voter)
    code = voter.page.inner_text("#receipt-code")
    voter.page.click("#finish")
    voter.page.get_by_role("heading", name="Đồng chí đã bỏ phiếu xong").wait_for()
    assert voter.page.locator(".code:visible, button.main:visible, button.second:visible").count() == 0
    assert code not in voter.page.content()
    voter.page.go_back()
    assert not voter.page.locator("#begin, #next, #send").first.is_visible()
    assert len(booth.cast) == 1
