"""What somebody reads or hears of a page in English: its texts outside of what is marked as Vietnamese."""

import re
from html.parser import HTMLParser

from tests.english.used import VIETNAMESE

_SILENT = {"script", "style", "noscript"}
_SPOKEN = {"aria-label", "alt", "title", "placeholder", "data-done", "data-label"}
_NEVER_CLOSED = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "use",
    "wbr",
}
# A browser's tab and the label of a button bear names too, where no part of the text can be marked.
_NAMES_INSIDE = {"title"}
# A name filled into a sentence of the code can't be marked; a name that stands alone must be.
_WORD = re.compile("[A-Za-z]{2,}")


class _Reader(HTMLParser):
    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.names = names
        self.open: list[tuple[str, str | None]] = []
        self.left: list[str] = []
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.language = given.get("lang") or ""
        if tag not in _NEVER_CLOSED:
            self.open.append((tag, given.get("lang")))
        if not self._is_vietnamese(given.get("lang")):
            for name in _SPOKEN & set(given):
                self._hear(given[name] or "", named=True)
            if tag == "input" and given.get("type") in ("submit", "button"):
                self._hear(given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            last, _ = self.open.pop()
            if last == tag:
                break

    def handle_data(self, data: str) -> None:
        inside = {tag for tag, _ in self.open}
        if not inside & _SILENT and not self._is_vietnamese(None):
            self._hear(data, named=bool(inside & (_NAMES_INSIDE | {"option"})))

    def _is_vietnamese(self, own: str | None) -> bool:
        languages = [language for _, language in self.open if language] + ([own] if own else [])
        return bool(languages) and languages[-1] == "vi"

    def _hear(self, text: str, *, named: bool = False) -> None:
        without = text
        for name in self.names:
            without = without.replace(name, "")
        if named or len(_WORD.findall(without)) > 1:
            text = without
        if VIETNAMESE.search(text.replace("Gương", "")):
            self.left.append(" ".join(text.split()))


def vietnamese_left(page: str, *, names: tuple[str, ...] = ()) -> list[str]:
    """Return what a page in English still says in Vietnamese; ``names`` may stand in tabs, labels and choices.

    A page whose root isn't English is one finding.
    """
    reader = _Reader(tuple(sorted(names, key=len, reverse=True)))
    reader.feed(page)
    return reader.left if reader.language == "en" else [f"lang={reader.language}"]
