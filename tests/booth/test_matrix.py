"""Every screen at every width, in both languages and with text up to twice its size: our own eyes beside axe."""

import itertools
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.booth.browsers import CHROMIUM, Phone, phone
from tests.booth.stub import STATIC, Booth
from tests.booth.test_layout import SMALLEST_TARGET, TARGETS, screens, shared_screens

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]
WIDTHS, LANGUAGES, SCALES = (320, 360, 768, 1280), ("vi", "en"), (100, 150, 200)
SHORT = {(320, "vi", 100), (320, "vi", 200), (360, "en", 150), (1280, "en", 200)}
HEIGHTS = {320: 568, 360: 740, 768: 1024, 1280: 800}
OVERLAPS = """() => { const seen = Array.from(document.querySelectorAll('button, input, textarea, summary, .level'))
  .filter((element) => element.getClientRects().length && !element.closest('.level input'))
  .map((element) => [element, element.getBoundingClientRect()]);
  const found = [];
  seen.forEach(([one, a], place) => seen.slice(place + 1).forEach(([other, b]) => {
    if (one.contains(other) || other.contains(one)) return;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > 1) found.push([one.id || one.className || one.name, other.id || other.className || other.name]);
  })); return found; }"""
CUT_OFF = """() => Array.from(document.querySelectorAll('.level > span, button, legend, h1, p'))
  .filter((element) => element.getClientRects().length && element.scrollWidth > element.clientWidth + 1 && !element.closest('.unseen'))
  .map((element) => element.textContent.trim().slice(0, 40))"""
FIXED = """() => Array.from(document.querySelectorAll('*'))
  .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position))
  .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0) / innerHeight"""
FOCUS = """() => { const style = getComputedStyle(document.activeElement.closest('.level') ?
  document.activeElement.nextElementSibling : document.activeElement); return [style.outlineStyle, parseFloat(style.outlineWidth)]; }"""


def enlarge(page: Page, scale: int) -> None:
    """Do what a phone's own setting for larger text does: the root's type grows, nothing else."""
    page.evaluate(f"document.documentElement.style.fontSize = '{18 * scale / 100}px'")
    page.evaluate("dispatchEvent(new Event('resize'))")


@pytest.mark.parametrize(
    ("width", "language", "scale"),
    [
        pytest.param(*case, marks=() if case in SHORT else pytest.mark.long)
        for case in itertools.product(WIDTHS, LANGUAGES, SCALES)
    ],
)
def test_every_screen_fits_can_be_hit_and_hides_nothing(
    browser: Browser, booth: Booth, width: int, language: str, scale: int
) -> None:
    for walk in (screens, shared_screens):
        with phone(browser, width=width, height=HEIGHTS[width]) as voter:
            hold(voter, walk(voter, booth), width, language, scale)
            assert voter.complaints == []


def hold(voter: Phone, walk: Iterator[str], width: int, language: str, scale: int) -> None:
    """Hold each screen of a walk to the rules."""
    for name in walk:
        enlarge(voter.page, scale)
        if voter.page.get_attribute("html", "lang") != language:
            voter.page.click("#language")
        assert voter.page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert voter.page.evaluate(CUT_OFF) == [], name
        assert voter.page.evaluate(OVERLAPS) == [], name
        small = [target for target in voter.page.evaluate(TARGETS) if min(target[1:]) < SMALLEST_TARGET - 0.5]
        assert small == [], name
        assert voter.page.evaluate(FIXED) <= 0.25, name


def test_a_whole_vote_by_keyboard_alone_with_focus_always_visible(browser: Browser, booth: Booth) -> None:
    with phone(browser, width=1280, height=800) as voter:
        voter.page.emulate_media(reduced_motion="reduce")
        voter.scan(booth)
        voter.page.get_by_text("Thẻ dùng được.").wait_for()
        pressed = 0
        while not voter.page.locator("#receipt-code").is_visible():
            pressed += 1
            assert pressed < 400, "lost on the way"
            voter.page.keyboard.press("Tab")
            active = voter.page.evaluate("[document.activeElement.id, document.activeElement.type]")
            if active[0] or active[1] in ("radio", "textarea"):
                style, thickness = voter.page.evaluate(FOCUS)
                assert style != "none", active
                assert thickness >= 2, active
            if active[1] == "radio" and not voter.page.evaluate("document.activeElement.checked"):
                voter.page.keyboard.press("Space")
            elif active[0] in ("begin", "next", "send"):
                voter.page.keyboard.press("Enter")
                voter.page.wait_for_timeout(50)
    assert len(booth.cast) == 1


def test_in_forced_colours_the_chosen_level_still_shows(browser: Browser, booth: Booth) -> None:
    with phone(browser) as voter:
        voter.page.emulate_media(forced_colors="active")
        voter.scan(booth)
        voter.page.click("#begin")
        voter.tick("s1.school_head_01", 2)
        chosen, other = (
            voter.page.locator(f'input[name="s1.school_head_01"][value="{level}"] + span').evaluate(
                "e => getComputedStyle(e).borderTopWidth + getComputedStyle(e).borderTopColor"
            )
            for level in (2, 3)
        )
        assert chosen != other
