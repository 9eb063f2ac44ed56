"""The voter's page in two languages: Vietnamese is the source, English stands in a catalogue (DESIGN §7).

Both texts stand in the document and the style sheet shows one, so that switching needs no network and loses no answer.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources

from markupsafe import Markup, escape

VIETNAMESE, ENGLISH = "vi", "en"
_PAIR = Markup('<span lang="vi">{}</span><span lang="en">{}</span>')


@cache
def catalogue() -> Mapping[str, str]:
    """Return English by Vietnamese, for everything that the page itself says."""
    text = resources.files("guong.ballots").joinpath("data/english.json").read_text(encoding="utf-8")
    entries: dict[str, str] = json.loads(text)
    return entries


def both(vietnamese: str, **values: object) -> Markup:
    """Return a text in both languages with ``values`` filled in, escaped. Raises KeyError where English is missing."""
    english = catalogue()[vietnamese]
    shown = {name: escape(value) for name, value in values.items()}
    return _PAIR.format(Markup(escape(vietnamese)).format(**shown), Markup(escape(english)).format(**shown))


def pair(vietnamese: str, english: str | None) -> Markup:
    """Return a text of the form in both languages; as it stands where nobody translated it."""
    if english is None or english == vietnamese:
        return escape(vietnamese)
    return _PAIR.format(vietnamese, english)
