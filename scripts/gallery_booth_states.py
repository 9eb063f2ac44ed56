"""Draw what else the voter's page may show: ``python -m scripts.gallery_booth_states`` from the project's root.

Truths about slip and box, one item a screen, the second leader of a ward, the receipt checked later; on a phone and a desktop.
"""

from collections.abc import Callable, Iterator

from playwright.sync_api import Browser

from scripts.gallery_booth import MARKS, draw
from tests.booth.browsers import Phone, launched, phone
from tests.booth.stub import Booth, serving

SIZES = {"": (360, 740), "-desktop": (1280, 800)}
Shown = Iterator[str]


def main() -> None:
    """Write booth-*.png of every state, each with a visit of its own."""
    with launched() as browser:
        for size, (width, height) in SIZES.items():
            for walk in (
                _entry,
                _slips,
                _boxes,
                _one_item,
                _remark,
                _answers,
                _sending,
                _receipts,
                _finished,
                _poor_browser,
            ):
                _visit(browser, "school", walk, size, width, height)
            _visit(browser, "ward", _ward, size, width, height)


def _visit(
    browser: Browser, poll: str, walk: Callable[[Booth, Phone], Shown], size: str, width: int, height: int
) -> None:
    with serving(poll) as booth, phone(browser, width=width, height=height) as voter:
        for name in walk(booth, voter):
            draw(f"booth-{name}{size}", voter)


def _told(booth: Booth, voter: Phone, heading: str) -> None:
    """Scan the slip anew and wait for what the page says of it."""
    voter.page.goto("about:blank")
    voter.scan(booth)
    voter.page.get_by_role("heading", name=heading).wait_for()


def _begun(booth: Booth, voter: Phone) -> None:
    voter.scan(booth)
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    voter.page.click("#begin")


def _entry(booth: Booth, voter: Phone) -> Shown:
    voter.page.goto(booth.address)
    voter.page.get_by_role("heading", name="Quét mã trên thẻ").wait_for()
    yield "entry"
    with serving("ward") as other:
        voter.page.locator(".code").first.fill(f"{other.address}#{other.vector['tickets'][0]['code']}")
    voter.page.get_by_role("button", name="Tiếp tục").click()
    voter.page.locator("#code-error").filter(has_text="hội nghị khác").wait_for()
    yield "other-meeting"


def _slips(booth: Booth, voter: Phone) -> Shown:
    slot = bytes.fromhex(booth.vector["tickets"][0]["slot_key"])
    for state, heading in (("exchanged", "Thẻ này đã đổi"), ("cast", "Thẻ này đã bỏ phiếu")):
        booth.slots[slot] = state
        _told(booth, voter, heading)
        yield "slip-used" if state == "cast" else f"slip-{state}"


def _boxes(booth: Booth, voter: Phone) -> Shown:
    for state, name, heading in (
        ("prepared", "box-not-open", "Hòm phiếu chưa mở"),
        ("paused", "box-paused", "Hòm phiếu đang tạm dừng"),
        ("closed", "box-closed", "Hòm phiếu đã đóng"),
    ):
        booth.state = state
        _told(booth, voter, heading)
        yield name


def _one_item(booth: Booth, voter: Phone) -> Shown:
    _begun(booth, voter)
    voter.page.click("#mode")
    voter.page.click("#next")
    voter.tick("s1.school_head_02", 2)
    yield "one-item"


def _remark(booth: Booth, voter: Phone) -> Shown:
    _begun(booth, voter)
    voter.page.locator('[data-item="s1.school_head_01"] [data-note]').click()
    voter.page.fill(
        '[data-remark="s1.school_head_01"]', "Cần lấy ý kiến tổ chuyên môn trước khi phân công. " * 90
    )
    voter.page.locator('[data-item="s1.school_head_01"] .budget').scroll_into_view_if_needed()
    yield "remark-too-long"


def _answers(booth: Booth, voter: Phone) -> Shown:
    voter.scan(booth)
    voter.fill(booth, MARKS)
    voter.page.click("#reveal")
    voter.page.evaluate("document.getElementById('reveal').scrollIntoView()")
    yield "answers-shown"


def _sending(booth: Booth, voter: Phone) -> Shown:
    voter.scan(booth)
    voter.fill(booth, MARKS)
    voter.page.route("**/cast", lambda route: None)
    voter.page.click("#send")
    voter.page.get_by_role("heading", name="Đang gửi phiếu").wait_for()
    yield "sending"


def _receipts(booth: Booth, voter: Phone) -> Shown:
    voter.scan(booth)
    voter.fill(booth, MARKS)
    voter.page.click("#send")
    voter.page.locator("#receipt-code").wait_for()
    receipt = booth.receipt()
    for name, published, heading in (
        ("receipt-before-closing", None, "Biên nhận đúng của hòm phiếu này"),
        ("receipt-listed", [receipt[1:65]], "Phiếu có trong hòm"),
        ("receipt-missing", ["0" * 64], "Phiếu KHÔNG có trong danh sách"),
    ):
        booth.published = published
        voter.page.goto("about:blank")
        voter.page.goto(f"{booth.address}#{receipt}")
        voter.page.get_by_role("heading", name=heading).wait_for()
        yield name


def _finished(booth: Booth, voter: Phone) -> Shown:
    voter.scan(booth)
    voter.fill(booth, MARKS)
    voter.page.click("#send")
    voter.page.click("#finish")
    voter.page.get_by_role("heading", name="Đồng chí đã bỏ phiếu xong").wait_for()
    yield "finished"


def _poor_browser(booth: Booth, voter: Phone) -> Shown:
    voter.page.add_init_script("window.BigInt = undefined")
    voter.scan(booth)
    voter.page.get_by_role("heading", name="Trình duyệt này không").wait_for()
    yield "poor-browser"


def _ward(booth: Booth, voter: Phone) -> Shown:
    voter.scan(booth)
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    yield "ward-start"
    voter.page.click("#begin")
    first = booth.vector["questionnaire"]["items"][0]["key"]
    voter.tick(f"{booth.vector['definition']['subjects'][1]['key']}.{first}", 1)
    yield "ward-second"


if __name__ == "__main__":
    main()
