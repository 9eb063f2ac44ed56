"""The voter's page: one HTML document per poll and language, rendered when the poll opens (DESIGN §7, §9)."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

CARDS_IN_A_STEP = 5
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
ASSETS = ("booth.css", "booth.js", "seal.js")
_LANGUAGES = ("vi",)
_EXAMPLES = re.compile(r"(?P<main>.+?) (?P<examples>\(.+\)\.?)\Z", re.DOTALL)


@dataclass(frozen=True)
class Card:
    """One item to tick; ``name`` is unique in the page, ``examples`` the wording's parenthesis (may be empty)."""

    name: str
    number: str
    main: str
    examples: str
    levels: tuple[str, ...]
    note: bool


@dataclass(frozen=True)
class Field:
    """A free text about a subject that belongs to no item."""

    name: str
    text: str


@dataclass(frozen=True)
class Step:
    """What stands on one screen: up to five cards, or the closing texts and marks."""

    title: str
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
    language: str,
    assets: Mapping[str, str],
    is_protected: bool = True,
) -> bytes:
    """Return the booth's HTML (UTF-8) for a poll.

    ``poll_definition`` and ``questionnaire`` are the bytes of formats §3 and §2; ``assets`` maps the names in
    ASSETS to addresses of the same origin. Where the page isn't ``is_protected`` on its way to the phone (plain HTTP, by a
    decision of the organiser) it tells voters so (DESIGN §4.9). The page must be sent with CONTENT_SECURITY_POLICY.
    Raises ValueError for a questionnaire that isn't the poll's, or a language other than ``vi``.
    """
    poll, form = json.loads(poll_definition), json.loads(questionnaire)
    if hashlib.sha256(questionnaire).hexdigest() != poll["questionnaire"]:
        raise ValueError("the questionnaire is not the one that the poll names")
    if language not in _LANGUAGES:
        raise ValueError(f"no booth page in {language!r}")
    page = _environment().get_template("booth.html")
    html = page.render(
        poll=poll,
        form=form,
        language=language,
        is_protected=is_protected,
        assets={name: assets[name] for name in ASSETS},
        subjects=[_pages(number, subject, form) for number, subject in enumerate(poll["subjects"], 1)],
        criteria=sum(item["note"] for item in form["items"]),
        item_count=len(form["items"]),
        poll_json=_script_data(poll_definition),
        questionnaire_json=_script_data(questionnaire),
    )
    return html.encode()


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("guong.ballots"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _script_data(canonical: bytes) -> Markup:
    """JSON that no content can end: the same value, without a ``<`` in it."""
    return Markup(canonical.decode().replace("<", "\\u003c"))


def _pages(number: int, subject: dict[str, str], form: dict[str, Any]) -> SubjectPages:
    steps = (*_criteria_steps(subject["key"], form), _closing_step(subject["key"], form))
    return SubjectPages(number, subject["key"], subject["name"], subject["line"], steps)


def _criteria_steps(subject: str, form: dict[str, Any]) -> Iterator[Step]:
    cards = [_card(subject, item) for item in form["items"] if item["note"]]
    for start in range(0, len(cards), CARDS_IN_A_STEP):
        chosen = tuple(cards[start : start + CARDS_IN_A_STEP])
        yield Step(f"Nội dung {_numbers(chosen)}", (), chosen)


def _numbers(cards: tuple[Card, ...]) -> str:
    return cards[0].number if len(cards) == 1 else f"{cards[0].number}–{cards[-1].number}"


def _closing_step(subject: str, form: dict[str, Any]) -> Step:
    fields = tuple(Field(f"{subject}.{opinion['key']}", opinion["text"]) for opinion in form["opinions"])
    cards = tuple(_card(subject, item) for item in form["items"] if not item["note"])
    return Step("Ý kiến khác và mức độ uy tín", fields, cards)


def _card(subject: str, item: dict[str, Any]) -> Card:
    split = _EXAMPLES.match(item["text"])
    main, examples = (split["main"], split["examples"]) if split else (item["text"], "")
    name = f"{subject}.{item['key']}"
    return Card(name, item["number"], main, examples, tuple(item["levels"]), item["note"])
