"""Last year's plan beside this year's, line by line: what was added, changed, removed, and what to look at again."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from guong.core import canonical
from guong.core.plan_text import PlanPart, TextLine

_ALIKE = 0.5
_DAY = re.compile(r"\b\d{1,2}\s*/\s*\d{1,2}(\s*/\s*\d{4})?\b|\bngày \d{1,2}\b|\btháng \d{1,2}\b")
_YEAR = re.compile(r"\b(19|20)\d{2}\b")
_NUMBER = re.compile(r"\d")
# A name after a form of address; posts begin with a capital too and are no names.
_CAPITAL = "A-ZÀ-ỸĐ"
_NAME = re.compile(
    rf"(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à)\s+(?!(?:Bí|Phó|Chủ|Hiệu|Trưởng|Uỷ|Ủy|Giám)\b)[{_CAPITAL}]\w*\s+[{_CAPITAL}]\w*"
)


class Change(Enum):
    """What became of a line. REVIEW: word for word the same, but it names something that may not hold any more."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    REVIEW = "review"
    SAME = "same"


class Naming(Enum):
    """What a line names that a new year may make wrong."""

    YEAR = "năm"
    DAY = "ngày, tháng"
    NUMBER = "con số"
    PERSON = "tên người"


@dataclass(frozen=True)
class Piece:
    """A stretch of words that stands in both lines (``""``), only in the old (``removed``) or the new (``added``)."""

    words: str
    only_in: str = ""


@dataclass(frozen=True)
class Difference:
    """One line in two years. ``before`` is empty where it was added, ``after`` where it was removed."""

    change: Change
    part: PlanPart
    before: str
    after: str
    naming: tuple[Naming, ...] = ()

    @property
    def code(self) -> str:
        """64 hexadecimal digits over part and both lines: another once either is rewritten, so that it is seen anew."""
        return hashlib.sha256(canonical.encode([self.part.value, self.before, self.after])).hexdigest()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The two lines woven into one, word by word."""
        return tuple(_woven(self.before.split(), self.after.split()))


def naming(words: str) -> tuple[Naming, ...]:
    """Return what a line names: years, days, other numbers, persons. It rather names too much than too little."""
    days = _DAY.sub(" ", words)
    found = {
        Naming.YEAR: bool(_YEAR.search(words)),
        Naming.DAY: days != words,
        Naming.NUMBER: bool(_NUMBER.search(_YEAR.sub(" ", days))),
        Naming.PERSON: bool(_NAME.search(words)),
    }
    return tuple(kind for kind, there in found.items() if there)


def compare(before: Sequence[TextLine], after: Sequence[TextLine]) -> tuple[Difference, ...]:
    """Return every line of both years once, part by part in the order of the plan, each with what became of it."""
    return tuple(difference for part in PlanPart for difference in _of_part(part, before, after))


def to_be_seen(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """Return the differences that an officer has to look at: all but the lines that are simply the same."""
    return tuple(entry for entry in differences if entry.change is not Change.SAME)


def _of_part(part: PlanPart, before: Sequence[TextLine], after: Sequence[TextLine]) -> Iterator[Difference]:
    old = [line.words for line in before if line.part is part]
    new = [line.words for line in after if line.part is part]
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (_kept(part, words) for words in new[new_start:new_end])
        else:
            yield from _replaced(part, old[start:end], new[new_start:new_end])


def _kept(part: PlanPart, words: str) -> Difference:
    # A person who signs is named without any form of address; rules are compared, their numbers are no slip of the pen.
    named = (Naming.PERSON,) if part is PlanPart.SIGNATURE else naming(words)
    named = () if part is PlanPart.RULE else named
    return Difference(Change.REVIEW if named else Change.SAME, part, words, words, named)


def _replaced(part: PlanPart, old: list[str], new: list[str]) -> Iterator[Difference]:
    """Pair each old line with the next new line that resembles it; what stays alone was removed or added."""
    rest = list(new)
    for words in old:
        place = next((at for at, other in enumerate(rest) if _resembles(words, other)), None)
        if place is None:
            yield Difference(Change.REMOVED, part, words, "")
            continue
        yield from (_added(part, other) for other in rest[:place])
        yield Difference(Change.CHANGED, part, words, rest[place], naming(rest[place]))
        del rest[: place + 1]
    yield from (_added(part, other) for other in rest)


def _added(part: PlanPart, words: str) -> Difference:
    return Difference(Change.ADDED, part, "", words, naming(words))


def _resembles(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _woven(old: list[str], new: list[str]) -> Iterator[Piece]:
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece(" ".join(old[start:end]))
            continue
        if end > start:
            yield Piece(" ".join(old[start:end]), "removed")
        if new_end > new_start:
            yield Piece(" ".join(new[new_start:new_end]), "added")
