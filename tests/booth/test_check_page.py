"""The page before sending: one may send from its first screen, read every answer, change one and come straight back."""

import pytest

from tests.booth.browsers import CHROMIUM, Phone
from tests.booth.stub import STATIC, Booth, opened

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]
FOURTH_BLANK = "1110" + "1" * 12


def checking(booth: Booth, voter: Phone, larger: int = 0) -> None:
    """Answer all but the fourth item, with the type enlarged as often as said, and come to the check."""
    voter.scan(booth)
    for _ in range(larger):
        voter.page.click("#type-size")
    voter.fill(booth, FOURTH_BLANK)
    voter.page.get_by_role("heading", name="Kiểm tra trước khi gửi").wait_for()


@pytest.mark.parametrize("larger", [0, 2])
def test_the_button_to_send_stands_on_the_first_screen_whatever_the_type(
    booth: Booth, voter: Phone, larger: int
) -> None:
    checking(booth, voter, larger)
    box = voter.page.locator("#send").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 740
    assert "Còn 1 nội dung để trống: 4." in voter.page.inner_text("#blanks")


def test_the_button_below_the_answers_sends_the_same_ballot(booth: Booth, voter: Phone) -> None:
    checking(booth, voter)
    voter.page.click("#send-below")
    voter.page.locator("#receipt-code").wait_for()
    assert opened(booth)["subjects"][0]["marks"] == FOURTH_BLANK


def test_whoever_changes_one_answer_is_led_straight_back(booth: Booth, voter: Phone) -> None:
    checking(booth, voter)
    voter.page.locator("#answers li").nth(3).locator("button").click()
    voter.tick("s1.school_head_04", 2)
    leading = voter.page.locator("nav button.main:visible")
    assert leading.all_inner_texts() == ["Về trang kiểm tra"]
    leading.click()
    voter.page.get_by_text("Đã trả lời đủ các nội dung.").wait_for()
