"""The voter's page: one HTML document per poll, rendered when the poll opens (DESIGN §7, §9)."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from guong.ballots.languages import both, catalogue, pair
from guong.ballots.responses import CONTENT_SECURITY_POLICY
from guong.core import who_sees_what
from guong.core.poll import PollDefinition
from guong.core.questionnaire import Questionnaire
from guong.core.questionnaire_english import english_wordings

__all__ = ["ASSETS", "CARDS_IN_A_STEP", "CONTENT_SECURITY_POLICY", "render_booth_page"]

CARDS_IN_A_STEP = 5
ASSETS = ("booth.css", "booth.js", "seal.js")
_EXAMPLES = re.compile(r"(?P<main>.+?) (?P<examples>\(.+\)\.?)\Z", re.DOTALL)


@dataclass(frozen=True)
class Card:
    """One item to tick; ``name`` is unique in the page, ``wording`` stands there in both languages."""

    name: str
    number: str
    wording: Markup
    levels: tuple[str, ...]
    note: bool


@dataclass(frozen=True)
class Field:
    """A free text about a subject that belongs to no item."""

    name: str
    text: str


@dataclass(frozen=True)
class Step:
    """What stands on one screen: up to five cards, or the closing texts and marks; ``values`` go into the title."""

    title: str
    values: dict[str, str]
    fields: tuple[Field, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class SubjectPages:
    """All screens about one subject; ``number`` counts from 1."""

    number: int
    key: str
    name: str
    line: str
    steps: tuple[Step, ...]


def render_booth_page(
    *,
    poll_definition: bytes,
    questionnaire: bytes,
    assets: Mapping[str, str],
    is_protected: bool = True,
    is_shared: bool = False,
) -> bytes:
    """Return the booth's HTML (UTF-8) for a poll: Vietnamese, and English beside it for whoever switches.

    ``poll_definition`` and ``questionnaire`` are the bytes of formats §3 and §2; ``assets`` maps the names in
    ASSETS to addresses of the same origin. Where the page isn't ``is_protected`` on its way to the phone (plain HTTP, by a
    decision of the organiser) it tells voters so (DESIGN §4.9). ``is_shared``: for one device on which many vote in turn. The page must be sent with CONTENT_SECURITY_POLICY.
    Raises ValueError for a questionnaire that isn't the poll's.
    """
    poll, form = json.loads(poll_definition), json.loads(questionnaire)
    if hashlib.sha256(questionnaire).hexdigest() != poll["questionnaire"]:
        raise ValueError("the questionnaire is not the one that the poll names")
    english = english_wordings(Questionnaire.from_canonical(questionnaire))
    criteria = sum(item["note"] for item in form["items"])
    page = _environment().get_template("booth.html")
    html = page.render(
        poll=poll,
        form=form,
        of_form=lambda text: pair(text, _english(text, english)),
        secrecy=who_sees_what,
        facts=who_sees_what.facts_of(PollDefinition.from_canonical(poll_definition)),
        is_protected=is_protected,
        is_shared=is_shared,
        assets={name: assets[name] for name in ASSETS},
        subjects=[
            _pages(number, subject, form, english) for number, subject in enumerate(poll["subjects"], 1)
        ],
        criteria=criteria,
        extent=_extent(has_prestige=criteria < len(form["items"]), several=len(poll["subjects"]) > 1),
        poll_json=_script_data(poll_definition),
        questionnaire_json=_script_data(questionnaire),
        english_json=_script_data(json.dumps(_form_english(form, english), ensure_ascii=False).encode()),
    )
    return html.encode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("guong.ballots"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["both"] = both
    return environment


def _script_data(canonical: bytes) -> Markup:
    """JSON that no content can end: the same value, without a ``<`` in it."""
    return Markup(canonical.decode().replace("<", "\\u003c"))


def _extent(*, has_prestige: bool, several: bool) -> str:
    prestige = " và mức độ uy tín" if has_prestige else ""
    each = " cho mỗi đồng chí" if several else ""
    return (
        f"{{criteria}} nội dung{prestige}{each}, khoảng {{minutes}} phút. "
        "Đồng chí xem lại và sửa được trước khi gửi."
    )


def _english(text: str, english: Mapping[str, str]) -> str | None:
    return english.get(text) or catalogue().get(text)


def _form_english(form: dict[str, Any], english: Mapping[str, str]) -> dict[str, str]:
    """Everything of the form that the page's script shows again on its check page."""
    items = [text for item in form["items"] for text in (item["text"], *item["levels"])]
    shown = {
        text: _english(text, english) for text in (*items, *(entry["text"] for entry in form["opinions"]))
    }
    return {text: translated for text, translated in shown.items() if translated}


def _pages(
    number: int, subject: dict[str, str], form: dict[str, Any], english: Mapping[str, str]
) -> SubjectPages:
    steps = (*_criteria_steps(subject["key"], form, english), _closing_step(subject["key"], form, english))
    return SubjectPages(number, subject["key"], subject["name"], subject["line"], steps)


def _criteria_steps(subject: str, form: dict[str, Any], english: Mapping[str, str]) -> Iterator[Step]:
    cards = [_card(subject, item, english) for item in form["items"] if item["note"]]
    for start in range(0, len(cards), CARDS_IN_A_STEP):
        chosen = tuple(cards[start : start + CARDS_IN_A_STEP])
        yield Step("Nội dung {numbers}", {"numbers": _numbers(chosen)}, (), chosen)


def _numbers(cards: tuple[Card, ...]) -> str:
    return cards[0].number if len(cards) == 1 else f"{cards[0].number}–{cards[-1].number}"


def _closing_step(subject: str, form: dict[str, Any], english: Mapping[str, str]) -> Step:
    fields = tuple(Field(f"{subject}.{opinion['key']}", opinion["text"]) for opinion in form["opinions"])
    cards = tuple(_card(subject, item, english) for item in form["items"] if not item["note"])
    return Step("Ý kiến khác và mức độ uy tín", {}, fields, cards)


def _card(subject: str, item: dict[str, Any], english: Mapping[str, str]) -> Card:
    translated = _english(item["text"], english)
    wording = pair(_wording(item["text"]), None if translated is None else _wording(translated))
    return Card(f"{subject}.{item['key']}", item["number"], wording, tuple(item["levels"]), item["note"])


def _wording(text: str) -> Markup:
    """The wording, its parenthesis of examples set apart."""
    split = _EXAMPLES.match(text)
    if split is None:
        return escape(text)
    return Markup('{} <span class="examples">{}</span>').format(split["main"], split["examples"])
