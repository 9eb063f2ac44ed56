"""axe finds nothing on any screen: A, AA and best practice. Necessary, not sufficient: see test_matrix."""

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.booth.browsers import CHROMIUM, phone
from tests.booth.stub import STATIC, Booth, serving
from tests.booth.test_layout import screens, shared_screens
from tests.booth.test_matrix import HEIGHTS, LANGUAGES, SCALES, WIDTHS, enlarge

AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
    pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: run.py setup"),
]
SHORT = {(320, "vi", 100), (1280, "vi", 100)}
CASES = [
    pytest.param(*case, marks=() if case in SHORT else pytest.mark.long)
    for case in itertools.product(WIDTHS, LANGUAGES, SCALES)
]


def findings(page: Page) -> list[tuple[str, list[str]]]:
    """What axe says of the page as it stands."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(f"(() => {{ {AXE.read_text()} }})()")
    found: dict[str, Any] = page.evaluate("axe.run(document)")
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found["violations"]]


def inspect(browser: Browser, booth: Booth, width: int, language: str, scale: int) -> None:
    for walk in (screens, shared_screens):
        with phone(browser, width=width, height=HEIGHTS[width]) as voter:
            for name in walk(voter, booth):
                enlarge(voter.page, scale)
                if voter.page.get_attribute("html", "lang") != language:
                    voter.page.click("#language")
                problems = findings(voter.page)
                assert problems == [], f"{name}: {json.dumps(problems, ensure_ascii=False)}"
            assert voter.complaints == []


@pytest.mark.slow
@pytest.mark.parametrize(("width", "language", "scale"), CASES)
def test_axe_finds_nothing_on_any_screen(
    browser: Browser, booth: Booth, width: int, language: str, scale: int
) -> None:
    inspect(browser, booth, width, language, scale)


def test_axe_would_notice_a_level_without_a_name(browser: Browser) -> None:
    with serving("school") as booth, phone(browser) as voter:
        voter.scan(booth)
        voter.page.click("#begin")
        voter.page.evaluate("document.querySelector('.level > span').remove()")
        assert "label" in dict(findings(voter.page))
