"""Places in a remark that could tell who wrote it or whom it means: a hint for the two officers, never a verdict.

security.md §3 R7: names, dates and roles are flagged. Names of the unit's roll come in as values; nothing here knows a
register. A flag may be wrong and a text without flags may still give its writer away: two people read every remark.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from guong.core.remarks import patterns
from guong.core.remarks.spellings import flat


class FlagKind(Enum):
    """What a place in a remark may tell; the earlier kind wins where two overlap."""

    NAME = "name"
    CONTACT = "contact"
    NUMBER = "number"
    SELF = "self"
    ROLE = "role"
    GROUP = "group"
    DATE = "date"

    @property
    def label(self) -> str:
        """The kind as the desk names it."""
        return _LABELS[self]


_LABELS = {
    FlagKind.NAME: "Tên người",
    FlagKind.CONTACT: "Địa chỉ liên hệ",
    FlagKind.NUMBER: "Số điện thoại, số giấy tờ",
    FlagKind.SELF: "Người viết nói về mình",
    FlagKind.ROLE: "Chức vụ, phần việc",
    FlagKind.GROUP: "Lớp, tổ, khu",
    FlagKind.DATE: "Ngày, giờ, dịp",
}
_ORDER = {kind: place for place, kind in enumerate(FlagKind)}
_LEAST_TOKENS = 2  # a given name alone counts only after an honorific


@dataclass(frozen=True)
class Flag:
    """One place: half-open offsets into the text."""

    kind: FlagKind
    start: int
    end: int


@dataclass(frozen=True)
class Piece:
    """A stretch of a text; ``kind`` is None where nothing is flagged."""

    text: str
    kind: FlagKind | None = None


def flags(text: str, *, names: Collection[str], about: str = "") -> tuple[Flag, ...]:
    """Return the flagged places in their order, none overlapping another.

    ``names`` are the people of the unit, found with and without accents, in full or by their last two words, by the given
    name after an honorific. ``about`` is the person asked about: that name tells nothing of the writer and isn't flagged.
    """
    found = sorted(
        _found(text, tuple(sorted(names)), about), key=lambda flag: (_ORDER[flag.kind], flag.start)
    )
    kept: list[Flag] = []
    for flag in found:
        if all(flag.end <= other.start or other.end <= flag.start for other in kept):
            kept.append(flag)
    return tuple(sorted(kept, key=lambda flag: flag.start))


def pieces(text: str, found: Collection[Flag]) -> tuple[Piece, ...]:
    """Return a text cut at its flags, whole when put together again."""
    cut: list[Piece] = []
    at = 0
    for flag in found:
        cut += [Piece(text[at : flag.start]), Piece(text[flag.start : flag.end], flag.kind)]
        at = flag.end
    return tuple(piece for piece in (*cut, Piece(text[at:])) if piece.text)


def _found(text: str, names: tuple[str, ...], about: str) -> Iterator[Flag]:
    plain = flat(text)
    own = _tails(about)
    for start, end in _names(text, plain, names):
        if plain[start:end] not in own:
            yield Flag(FlagKind.NAME, start, end)
    for kind, pattern, searched in (
        (FlagKind.CONTACT, patterns.CONTACT, text),
        (FlagKind.NUMBER, patterns.NUMBER, text),
        (FlagKind.SELF, patterns.SELF, plain),
        (FlagKind.ROLE, patterns.ROLE, plain),
        (FlagKind.GROUP, patterns.GROUP, plain),
        (FlagKind.GROUP, patterns.CLASS, text),
        (FlagKind.DATE, patterns.DATE, plain),
    ):
        for match in pattern.finditer(searched):
            yield Flag(kind, *match.span())


def _names(text: str, plain: str, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for match in patterns.CALLED.finditer(text):
        yield match.span("name")
    for match in patterns.IN_FULL.finditer(text):
        yield match.span()
    on_roll = _on_roll(names)
    for match in on_roll.finditer(plain) if on_roll else ():
        start, end = match.span("given") if match["given"] else match.span()
        if match["given"] or len(match[0].split()) > _LEAST_TOKENS or _is_meant(text, text[start:end], names):
            yield start, end


def _is_meant(text: str, words: str, names: tuple[str, ...]) -> bool:
    """Tell whether two words are a name: "hồng hoa" is one only where a "Hồng Hoa" is on the roll, "hong hoa" where
    nobody wrote accents anyway, "Hong Hoa" always."""
    small = words.lower()
    return (
        words != small
        or flat(text) == text.lower()
        or any(name.lower().endswith(f" {small}") for name in names)
    )


@lru_cache(maxsize=64)
def _on_roll(names: tuple[str, ...]) -> re.Pattern[str] | None:
    words = [flat(name).split() for name in names if name.split()]
    if not words:
        return None
    whole = {" ".join(name) for name in words} | {" ".join(name[-2:]) for name in words if len(name) > 1}
    in_full = "|".join(sorted(map(re.escape, (name for name in whole if " " in name)), key=len, reverse=True))
    given = "|".join(sorted({re.escape(name[-1]) for name in words}, key=len, reverse=True))
    called = rf"\b(?:{patterns.HONORIFICS})\s+(?P<given>{given})\b"
    return re.compile(rf"\b(?:{in_full})\b|{called}" if in_full else called)


def _tails(name: str) -> set[str]:
    words = flat(name).split()
    return {" ".join(words[place:]) for place in range(len(words))}
