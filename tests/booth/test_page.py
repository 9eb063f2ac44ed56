"""The page as the server renders it: the poll's own words, nothing that a Content-Security-Policy forbids."""

import hashlib
import json
import re
from typing import Any

import pytest

from guong.ballots.page import ASSETS, render_booth_page
from guong.core import canonical
from tests.booth.stub import vector_poll

ADDRESSES = {name: f"/b/static/{name}?v=1" for name in ASSETS}


def rendered(poll: dict[str, Any], questionnaire: dict[str, Any], *, is_protected: bool = True) -> str:
    form = canonical.encode(questionnaire)
    definition = canonical.encode(poll | {"questionnaire": hashlib.sha256(form).hexdigest()})
    page = render_booth_page(
        poll_definition=definition,
        questionnaire=form,
        assets=ADDRESSES,
        is_protected=is_protected,
    )
    return page.decode()


def part(page: str, screen: str) -> str:
    """One screen of the page."""
    return page.partition(f'data-screen="{screen}"')[2].partition("</section>")[0]


def test_all_cards_of_all_subjects_are_in_the_document() -> None:
    ward = vector_poll("ward")
    page = rendered(ward["definition"], ward["questionnaire"])
    assert page.count("data-item=") == 2 * 19
    assert page.count('type="radio"') == 2 * 19 * 4
    assert page.count("data-remark=") == 2 * 19


def test_no_level_is_chosen_beforehand() -> None:
    school = vector_poll("school")
    assert not re.search(r"<input[^>]*\schecked", rendered(school["definition"], school["questionnaire"]))


def test_without_scripts_the_voter_is_sent_to_paper_or_a_shared_device() -> None:
    school = vector_poll("school")
    page = rendered(school["definition"], school["questionnaire"])
    inside = page.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "phiếu giấy" in inside
    assert "máy chung" in inside


def test_nothing_is_inline() -> None:
    school = vector_poll("school")
    page = rendered(school["definition"], school["questionnaire"])
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", page)
    scripts = re.findall(r"<script([^>]*)>", page)
    assert [("src=" in script, "application/json" in script) for script in scripts] == [
        (True, False),
        (False, True),
        (False, True),
        (False, True),
    ]


def test_hostile_wording_stays_text() -> None:
    school = vector_poll("school")
    evil = "</script><script src=//x>alert(1)</script><!--"
    subjects = [school["definition"]["subjects"][0] | {"name": evil, "line": evil}]
    items = [school["questionnaire"]["items"][0] | {"text": evil}, *school["questionnaire"]["items"][1:]]
    poll = school["definition"] | {"title": evil, "unit": evil, "subjects": subjects}
    page = rendered(poll, school["questionnaire"] | {"items": items})
    assert "<script src=//" not in page
    data = re.search(r'id="questionnaire">(.*?)</script>', page)
    assert data is not None
    assert json.loads(data[1])["items"][0]["text"] == evil


def test_who_sees_what_comes_from_the_polls_own_settings() -> None:
    school = vector_poll("school")
    settings = {"rows_from": 7, "remarks_from": 12, "remarks_readers": "Ba cán bộ Ban Tổ chức"}
    page = rendered(school["definition"] | settings, school["questionnaire"])
    assert "từ 7 phiếu" in page
    assert "Dưới 12 phiếu" in page
    assert "Ba cán bộ Ban Tổ chức" in page


def test_voters_are_told_that_the_way_to_the_booth_is_not_protected() -> None:
    school = vector_poll("school")
    told = rendered(school["definition"], school["questionnaire"], is_protected=False)
    for screen in ("entry", "start"):
        assert "không mã hoá đường truyền (HTTP)" in part(told, screen)
    assert "(HTTP)" not in rendered(school["definition"], school["questionnaire"])


def test_another_questionnaire_is_refused() -> None:
    school, ward = vector_poll("school"), vector_poll("ward")
    with pytest.raises(ValueError, match="questionnaire"):
        render_booth_page(
            poll_definition=canonical.encode(school["definition"]),
            questionnaire=canonical.encode(ward["questionnaire"]),
            assets=ADDRESSES,
        )
