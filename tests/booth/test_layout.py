"""What the page must look like on small phones, and what it may weigh (DESIGN §7)."""

import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from guong.ballots.page import ASSETS
from guong.ballots.published import SHARED_DEVICE
from tests.booth.browsers import CHROMIUM, Phone, phone
from tests.booth.stub import STATIC, Booth

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]
SMALLEST_TARGET = 48
MOST_BYTES = 60 * 1024
MOST_REQUESTS = 4
TARGETS = """() => Array.from(document.querySelectorAll('button, input, textarea, summary'))
  .map((element) => ({ of: element.id || element.className || element.name, box: element.getBoundingClientRect() }))
  .filter(({ box }) => box.width).map(({ of, box }) => [of, box.width, box.height])"""
LEVELS = """() => Array.from(document.querySelectorAll('.levels')).filter((row) => row.offsetParent)
  .map((row) => Array.from(row.children, (level) => level.getBoundingClientRect()))
  .map((boxes) => [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom)),
                   Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))])"""


def screens(voter: Phone, booth: Booth) -> Iterator[str]:
    """Walk through the page; each name is yielded while that screen shows."""
    voter.page.goto(booth.address)
    yield "entry"
    voter.page.goto("about:blank")
    voter.scan(booth)
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    yield "start"
    voter.page.click("summary")
    yield "secrecy"
    voter.page.click("#begin")
    voter.page.locator('[data-item="s1.school_head_02"] [data-note]').click()
    voter.tick("s1.school_head_02", 3)
    yield "cards"
    while voter.page.locator("#next").is_visible():
        voter.page.click("#next")
        yield "next cards"
    voter.page.click("#reveal")
    yield "answers shown"
    voter.page.route("**/cast", lambda route: route.abort())
    voter.page.click("#send")
    voter.page.locator("#discard").click()
    yield "not sent"
    voter.page.unroute("**/cast")
    # By script: the page may have sent it again by itself meanwhile.
    voter.page.evaluate("document.getElementById('again').click()")
    voter.page.locator("#receipt-code").wait_for()
    yield "receipt"
    yield from told_later(voter, booth)


def told_later(voter: Phone, booth: Booth) -> Iterator[str]:
    """Walk through what the page answers after a vote: to the receipt's holder, and to the slip scanned once more."""
    voter.page.goto("about:blank")
    voter.page.goto(f"{booth.address}#{booth.receipt()}")
    voter.page.get_by_role("heading", name="Biên nhận đúng của hòm phiếu này").wait_for()
    yield "receipt checked"
    voter.page.goto("about:blank")
    voter.scan(booth)
    voter.page.get_by_role("heading", name="Thẻ này đã bỏ phiếu").wait_for()
    yield "slip used"


def shared_screens(voter: Phone, booth: Booth) -> Iterator[str]:
    """Walk through what only the shared device shows; the page's clock stands under our hand."""
    voter.page.clock.install()
    voter.page.goto(f"{booth.address}/{SHARED_DEVICE}")
    voter.page.fill("#pin", "12")
    voter.page.click("#setup-form .main")
    yield "shared device: setting up"
    for field in ("#pin", "#pin-again"):
        voter.page.fill(field, "4826")
    voter.page.click("#setup-form .main")
    yield "shared device: inviting"
    voter.page.click("#attract-leave")
    voter.page.fill("#leave-pin", "1111")
    voter.page.click("#leave-form .main")
    yield "shared device: leaving"
    voter.page.click("#leave-no")
    voter.page.click("#attract-begin")
    yield "shared device: entry"
    voter.page.locator(".code").first.fill(booth.vector["tickets"][1]["code"])
    voter.page.click("#code-form .main")
    voter.page.locator("#slip-status").filter(has_text="Thẻ dùng được.").wait_for()
    voter.page.click("#begin")
    voter.page.clock.run_for(45_000)
    voter.page.locator("#idle").wait_for()
    yield "shared device: about to clear"


@pytest.mark.parametrize("width", [320, 360, 768])
def test_every_screen_fits_its_width_and_its_targets_the_thumb(
    browser: Browser, booth: Booth, width: int
) -> None:
    with phone(browser, width=width) as voter:
        for name in screens(voter, booth):
            assert voter.page.evaluate("document.documentElement.scrollWidth") <= width, name
            small = [
                target
                for target in voter.page.evaluate(TARGETS)
                if min(target[1], target[2]) < SMALLEST_TARGET - 0.5
            ]
            assert small == [], name


@pytest.mark.parametrize(("width", "height"), [(360, 740), (360, 640), (320, 568)])
def test_all_four_levels_stand_in_one_row_and_nothing_covers_them(
    browser: Browser, booth: Booth, width: int, height: int
) -> None:
    with phone(browser, width=width, height=height) as voter:
        for name in screens(voter, booth):
            for top, bottom, left, right in voter.page.evaluate(LEVELS):
                assert bottom - top < height / 4, name
                assert left >= 0, name
                assert right <= width, name
        fixed = "e => ['fixed', 'sticky'].includes(getComputedStyle(e).position)"
        assert voter.page.evaluate(f"Array.from(document.querySelectorAll('*')).filter({fixed}).length") == 0


def test_large_type_shows_one_item_with_its_levels_one_under_the_other(
    browser: Browser, booth: Booth
) -> None:
    with phone(browser, width=320) as voter:
        voter.scan(booth)
        voter.page.click("#type-size")
        voter.page.click("#type-size")
        voter.page.click("#begin")
        assert voter.page.locator(".card:visible").count() == 1
        tops = voter.page.evaluate(
            "Array.from(document.querySelectorAll('.level')).filter(e => e.offsetParent)"
            ".map(e => e.getBoundingClientRect().top)"
        )
        assert tops == sorted(set(tops))
        assert voter.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_choosing_a_level_moves_nothing(browser: Browser, booth: Booth) -> None:
    height = "document.documentElement.scrollHeight"
    with phone(browser) as voter:
        voter.scan(booth)
        voter.page.click("#begin")
        before = voter.page.evaluate(height)
        for number in range(1, 6):
            voter.tick(f"s1.school_head_0{number}", number % 4 + 1)
        assert voter.page.evaluate(height) == before


def test_four_requests_and_sixty_kilobytes_bring_the_whole_page(browser: Browser, booth: Booth) -> None:
    with phone(browser) as voter:
        voter.page.goto(booth.address)
        voter.page.wait_for_load_state("networkidle")
        asked = [request.url for request in voter.requests if not request.url.startswith("data:")]
    assert len(asked) <= MOST_REQUESTS
    assert all(url.startswith(booth.address.partition("/b/")[0]) for url in asked)
    files = [booth.page, *((STATIC / name).read_bytes() for name in ASSETS)]
    assert sum(len(gzip.compress(file, 6)) for file in files) <= MOST_BYTES
