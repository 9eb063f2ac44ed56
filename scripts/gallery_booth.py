"""Draw the voter's page into docs/gallery: ``python -m scripts.gallery_booth`` from the project's root.

Invented people of the shared vectors; a phone of 360x740 CSS pixels, a desktop of 1280x800, the main screens in English.
"""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests.booth.browsers import Phone, launched, phone
from tests.booth.stub import Booth, serving
from tests.booth.test_layout import shared_screens

GALLERY = Path(__file__).parents[1] / "docs/gallery"
MOST_BYTES = 150_000
MARKS = "1221123102211202"


def main() -> None:
    """Write booth-*.png; refuses a picture over 150 KB."""
    GALLERY.mkdir(parents=True, exist_ok=True)
    with launched() as browser:
        for name, voter in _pictures(browser):
            draw(f"booth-{name}", voter)
        for name, voter in _desktop(browser):
            draw(f"booth-{name}-desktop", voter)
        for name, voter in _english(browser):
            draw(f"booth-{name}-english", voter)


def draw(name: str, voter: Phone) -> None:
    """Write one picture; refuses one over 150 KB."""
    path = GALLERY / f"{name}.png"
    data = voter.page.screenshot(path=path)
    if len(data) > MOST_BYTES:
        raise SystemExit(f"{path.name} takes {len(data)} bytes; {MOST_BYTES} are allowed")
    print(f"{path.name}: {len(data)} bytes")


def _pictures(browser: Browser) -> Iterator[tuple[str, Phone]]:
    with serving("school") as booth, phone(browser) as voter:
        yield from _whole_vote(booth, voter)
    with serving("school") as booth, phone(browser) as voter:
        yield from _large_type(booth, voter)
    with serving("school") as booth, phone(browser) as voter:
        yield from _shared(booth, voter)


def _whole_vote(booth: Booth, voter: Phone) -> Iterator[tuple[str, Phone]]:
    yield from _way_in(booth, voter)
    yield from _ballot(booth, voter)
    yield from _sending(voter)


def _desktop(browser: Browser) -> Iterator[tuple[str, Phone]]:
    with serving("school") as booth, phone(browser, width=1280, height=800) as voter:
        yield from _whole_vote(booth, voter)
    with serving("school") as booth, phone(browser, width=1280, height=800) as voter:
        yield from _large_type(booth, voter)
    with serving("school") as booth, phone(browser, width=1280, height=800) as voter:
        yield from _shared(booth, voter)


def _english(browser: Browser) -> Iterator[tuple[str, Phone]]:
    chosen = ("start", "who-sees-what", "cards", "check", "opinion-and-prestige", "not-sent", "receipt")
    with serving("school") as booth, phone(browser) as voter:
        for name, shown in _whole_vote(booth, voter):
            if name in chosen:
                place = shown.page.evaluate("scrollY")
                shown.page.click("#language")
                shown.page.evaluate(f"scrollTo(0, {place})")
                yield name, shown
                shown.page.click("#language")


def _shared(booth: Booth, voter: Phone) -> Iterator[tuple[str, Phone]]:
    shown = {
        "setting up": "setup",
        "inviting": "invite",
        "leaving": "leave",
        "entry": "entry",
        "about to clear": "idle",
    }
    for name in shared_screens(voter, booth):
        yield f"shared-{shown[name.partition(': ')[2]]}", voter


def _way_in(booth: Booth, voter: Phone) -> Iterator[tuple[str, Phone]]:
    voter.page.goto(booth.address)
    code = booth.vector["tickets"][0]["code"]
    typed = [code[0:5], code[5:10], ("7" if code[10] != "7" else "8") + code[11:15], code[15:20]]
    for field, group in zip(voter.page.locator(".code").all(), typed, strict=True):
        field.fill(group)
    voter.page.get_by_role("button", name="Tiếp tục").click()
    voter.page.get_by_text("Nhóm thứ 3 gõ nhầm.").wait_for()
    yield "typed-code", voter
    voter.page.goto("about:blank")
    voter.scan(booth)
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    yield "start", voter
    voter.page.click("summary")
    voter.page.locator("summary").scroll_into_view_if_needed()
    voter.page.evaluate("document.querySelector('summary').scrollIntoView()")
    yield "who-sees-what", voter


def _ballot(booth: Booth, voter: Phone) -> Iterator[tuple[str, Phone]]:
    voter.page.click("#begin")
    voter.tick("s1.school_head_01", 1)
    voter.tick("s1.school_head_02", 3)
    yield "cards", voter
    voter.page.locator('[data-item="s1.school_head_02"] [data-note]').click()
    voter.page.fill('[data-remark="s1.school_head_02"]', "Cần lấy ý kiến tổ chuyên môn trước khi phân công.")
    voter.page.evaluate("document.querySelector('[data-item=\"s1.school_head_02\"]').scrollIntoView()")
    yield "note", voter
    voter.page.click("#back")
    voter.fill(booth, MARKS)
    yield "check", voter
    voter.page.click("#review-back")
    yield "opinion-and-prestige", voter
    voter.page.click("#next")


def _sending(voter: Phone) -> Iterator[tuple[str, Phone]]:
    voter.page.route("**/cast", lambda route: route.abort())
    voter.page.click("#send")
    voter.page.get_by_text("Phiếu CHƯA gửi").wait_for()
    yield "not-sent", voter
    voter.page.click("#discard")
    yield "discard", voter
    voter.page.unroute("**/cast")
    voter.page.evaluate("document.getElementById('again').click()")
    voter.page.locator("#receipt-code").wait_for()
    yield "receipt", voter


def _large_type(booth: Booth, voter: Phone) -> Iterator[tuple[str, Phone]]:
    voter.scan(booth)
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    voter.page.click("#type-size")
    voter.page.click("#type-size")
    voter.page.click("#begin")
    voter.page.click("#next")
    yield "large-type", voter


if __name__ == "__main__":
    main()
