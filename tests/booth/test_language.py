"""The page in English: switched in place, nothing lost, nothing left untranslated (DESIGN §7)."""

import ast
import json
import re
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from guong.ballots.languages import both, catalogue
from guong.core import who_sees_what
from guong.core.questionnaire import official
from guong.core.questionnaire_english import english_wordings
from tests.booth.browsers import CHROMIUM, phone
from tests.booth.stub import STATIC, Booth
from tests.booth.test_layout import screens

SOURCES = Path(str(resources.files("guong.ballots")))
SPOKEN = (SOURCES / "page.py", Path(who_sees_what.__file__))
VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
# What stays as the plan and the officers wrote it: names, posts, units, titles.
GIVEN = ".brand, .unit, .line, .band strong, .where, [data-screen='opening'], #language"
SHOWN = """(given) => { const left = []; const walk = (node) => {
  if (node.nodeType === 3) { if (node.data.trim()) left.push(node.data.trim()); return; }
  if (node.nodeType !== 1 || node.matches(given) || !node.getClientRects().length || node.matches('script, textarea')) return;
  node.childNodes.forEach(walk); }; walk(document.body); return left; }"""

in_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]


def _texts(path: Path) -> list[str]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def browser_test(test: object) -> object:
    """Mark a test that needs Chromium and the bundle."""
    for mark in in_browser:
        test = mark(test)
    return test


def test_every_text_of_the_page_is_in_the_catalogue_and_used() -> None:
    said = "\n".join(path.read_text("utf-8") for path in SOURCES.rglob("*.html"))
    said += "\n".join(text for path in SPOKEN for text in _texts(path))
    forms = "".join(official(key).raw.decode() for key in ("school_head", "ward_head"))
    unused = [
        text for text in catalogue() if text not in said and text not in forms and "{criteria}" not in text
    ]
    assert unused == []


def test_an_untranslated_text_stops_the_rendering() -> None:
    with pytest.raises(KeyError):
        both("Câu chưa dịch")


def test_what_is_filled_in_cannot_become_markup() -> None:
    assert "<b>" not in both("Nhóm {number}", number="<b>")


@pytest.mark.parametrize("key", ["school_head", "ward_head"])
def test_every_item_and_level_of_the_official_forms_is_translated(key: str) -> None:
    form = official(key, year=2026, organisation="Phường")
    english = english_wordings(form)
    texts = {text for item in form.items for text in (item.text, *item.levels)}
    assert texts - set(english) - set(catalogue()) == set()


def test_the_year_and_the_level_of_item_ten_are_translated_too() -> None:
    form = official("ward_head", year=2026, organisation="Phường")
    assert english_wordings(form)[form.items[9].text].endswith("Ward's 2026 work theme")


def test_a_changed_wording_is_not_given_the_official_translation() -> None:
    form = official("school_head")
    data = form.as_data()
    data["items"][0]["text"] = "Một câu khác"
    changed = type(form).from_canonical(
        json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    )
    assert "Một câu khác" not in english_wordings(changed)


@browser_test
def test_every_screen_is_english_after_the_switch(browser: Browser, booth: Booth) -> None:
    with phone(browser) as voter:
        for name in screens(voter, booth):
            voter.page.click("#language")
            readers = booth.vector["definition"]["remarks_readers"]
            shown = [text.replace(readers, "") for text in voter.page.evaluate(SHOWN, GIVEN)]
            left = [text for text in shown if VIETNAMESE.search(text)]
            assert left == [], name
            assert voter.page.evaluate("document.documentElement.scrollWidth") <= 360, name
            voter.page.click("#language")


@browser_test
def test_switching_keeps_answers_and_the_same_ballot_is_sent(browser: Browser, booth: Booth) -> None:
    with phone(browser) as voter:
        voter.scan(booth)
        voter.page.click("#begin")
        voter.tick("s1.school_head_01", 2)
        voter.page.click("#language")
        assert voter.page.locator('input[name="s1.school_head_01"][value="2"]').is_checked()
        assert voter.page.get_by_role("radio", name="Very good").first.is_visible()
        assert "1 of 16 answered" in voter.page.locator("[data-count]:visible").inner_text()
        voter.page.click("#language")
        assert "Đã trả lời 1/16" in voter.page.locator("[data-count]:visible").inner_text()
        assert voter.page.title().startswith("Bỏ phiếu kín")
        assert voter.complaints == []
