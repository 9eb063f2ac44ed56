"""After the acknowledgement nothing of the vote is left: the browser is closed and its whole profile is searched."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, sync_playwright

from tests.ballots.world import MARKS
from tests.booth.browsers import CHROMIUM, FLAGS
from tests.booth.halls import Hall
from tests.booth.stub import STATIC

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]
CANARY = "ChimHoangYen7391"
# Where Chromium writes the addresses that it opened, before any page runs.
OWN_HISTORY = ("History", "Favicons", "ukm_db", "Top Sites", "Session_", "Tabs_")
LEFT_IN_PAGE = """async () => JSON.stringify({
  html: document.documentElement.outerHTML, fields: Array.from(document.querySelectorAll('textarea'), (one) => one.value),
  checked: document.querySelectorAll('input:checked').length, address: location.href, history: history.state,
  name: window.name, cookies: document.cookie, local: { ...localStorage }, session: { ...sessionStorage },
  caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length })"""


@pytest.fixture(name="profile")
def folder_of_a_browser(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def visits(profile: Path) -> Iterator[BrowserContext]:
    """A phone with a disk: what it keeps stays in a folder."""
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(profile), executable_path=str(CHROMIUM), args=FLAGS, viewport={"width": 360, "height": 740}
        )
        yield context
        context.close()


def found_on_disk(profile: Path, secret: str) -> list[str]:
    """The files that hold the secret as a browser may write it."""
    forms = [secret.encode(), secret.encode("utf-16-le")]
    return [
        str(path.relative_to(profile))
        for path in sorted(profile.rglob("*"))
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


def vote_with_a_remark(context: BrowserContext, hall: Hall, *, typed: bool) -> str:
    """Vote once, losing the first reply so that sealed bytes are kept for a while; returns what the page still holds."""
    page = context.new_page()
    if typed:
        page.goto(hall.booth)
        page.locator(".code").first.fill(hall.code(0))
        page.get_by_role("button", name="Tiếp tục").click()
    else:
        page.goto(hall.slip(0))
    page.get_by_text("Thẻ dùng được.").wait_for()
    page.click("#begin")
    page.locator("[data-note]:visible").first.click()
    page.locator("textarea:visible").fill(CANARY)
    while page.locator("#next").is_visible():
        for option in page.locator('input[value="3"]:visible').all():
            option.check()
        page.click("#next")
    page.route("**/cast", lambda route: route.abort())
    page.click("#send")
    page.get_by_text("Phiếu CHƯA gửi").wait_for()
    page.unroute("**/cast")
    page.click("#again")
    page.locator("#receipt-code").wait_for()
    kept: str = page.evaluate(LEFT_IN_PAGE)
    return kept


def test_neither_page_nor_profile_holds_the_vote_after_the_receipt(hall: Hall, profile: Path) -> None:
    for context in visits(profile):
        kept = vote_with_a_remark(context, hall, typed=True)
        assert CANARY not in kept
        assert hall.code(0) not in kept
        told = json.loads(kept)
        assert (told["checked"], told["name"], told["cookies"]) == (0, "", "")
        assert (told["local"], told["session"], told["caches"], told["workers"]) == ({}, {}, [], 0)
        assert context.cookies() == []
    assert found_on_disk(profile, CANARY) == []
    assert found_on_disk(profile, hall.code(0)) == []
    (answer,) = hall.answers()
    assert answer["subjects"][0]["marks"] == "3" * MARKS
    assert answer["subjects"][0]["remarks"][0][1] == CANARY


def test_the_search_finds_what_a_careless_page_would_keep(hall: Hall, profile: Path) -> None:
    """The control: the same search, after a page wrote the canary into storage."""
    for context in visits(profile):
        page = context.new_page()
        page.goto(hall.booth)
        page.evaluate(f"localStorage.setItem('draft', '{CANARY}')")
        page.wait_for_timeout(500)
    assert found_on_disk(profile, CANARY)


def test_a_scanned_slip_is_left_in_the_browsers_own_history_and_nowhere_else(
    hall: Hall, profile: Path
) -> None:
    """The limit that voters are told: no page can take back what the browser wrote when the slip was scanned."""
    for context in visits(profile):
        kept = vote_with_a_remark(context, hall, typed=False)
        assert hall.code(0) not in kept
    assert found_on_disk(profile, CANARY) == []
    found = found_on_disk(profile, hall.code(0))
    assert [name for name in found if not Path(name).name.startswith(OWN_HISTORY)] == []
