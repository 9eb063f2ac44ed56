"""Sentences in the language of the page: rooms write Vietnamese, a page in English looks each up as it is shown (decision 0018).

Below the page everything stays Vietnamese: papers, journal, register and the cookie of messages never hold English.
"""

import re
from calendar import month_name
from functools import cache

from django.utils.translation import get_language, gettext, trans_real

ENGLISH = "en"
PLACE = re.compile(r"\{[^{}]*\}")
_DAY = re.compile(
    r"(\d{2})/(\d{1,2})/(\d{4})"
)  # as wording.short_date writes it: read as month and day by some
_MONTHS = 12
COUNTED = re.compile(r"(\{\d\} [^{}.]+)+")  # "{1} hội nghị": what is filled in can only be a number
_LISTS = ("; ", ", ")


def is_english() -> bool:
    """Tell whether the page that is being made is in English."""
    return get_language() == ENGLISH


def said(sentence: object) -> str:
    """Return a sentence of ours in the page's language; one that the catalogue lacks stays as it is.

    What was filled into it is found by the catalogue's entries with ``{places}``, and looked up itself.
    """
    text = str(sentence)
    if not text or not is_english():
        return text
    found = _exactly(text) or _day(text) or _listed(text, wholly=True) or _filled(text)
    return found or _listed(text, wholly=False) or text


def _exactly(text: str) -> str:
    found = gettext(text)
    return "" if found == text else found


def _day(text: str) -> str:
    """Write a day that stands alone, or was filled into a sentence, as pages in English write it: ``2 May 2023``."""
    written = _DAY.fullmatch(text)
    if written is None:
        return ""
    day, month, year = map(int, written.groups())
    return f"{day} {month_name[month]} {year}" if 1 <= month <= _MONTHS else ""


def _filled(text: str) -> str:
    for pattern, names, english in _sentences_with_places():
        matched = pattern.fullmatch(text)
        if matched:
            values = dict(zip(names, matched.groups(), strict=True))
            return PLACE.sub(lambda place, values=values: said(values[place.group()]), english)  # type: ignore[misc]
    return ""


def _listed(text: str, *, wholly: bool) -> str:
    """Look up the parts of a list: ``wholly`` where every one must be in the catalogue as it stands, else whichever is."""
    for between in (sign for sign in _LISTS if sign in text):
        parts = text.split(between)
        shown = [_exactly(part) if wholly else said(part) for part in parts]
        if all(shown) and shown != parts:
            return between.join(shown)
    return ""


@cache
def _sentences_with_places() -> tuple[tuple[re.Pattern[str], tuple[str, ...], str], ...]:
    """Return pattern, places and English of the catalogue's sentences with places; those with most words of their own first."""
    catalogue = trans_real.translation(ENGLISH)._catalog  # type: ignore[attr-defined]  # as Django's JavaScriptCatalog does
    found = [
        (source, english)
        for source, english in catalogue.items()
        if isinstance(source, str) and PLACE.search(source)
    ]
    found.sort(key=lambda entry: -len(PLACE.sub("", entry[0])))
    return tuple((_pattern(source), tuple(PLACE.findall(source)), english) for source, english in found)


def _pattern(source: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in PLACE.split(source)]
    filled = r"(\d+)" if COUNTED.fullmatch(source) else "(.+?)"
    return re.compile(filled.join(parts), re.DOTALL)
