"""The digest of one person's remarks: by theme, with what became of all of them (DESIGN §5, EvaP #1505)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from guong.core.questionnaire import Questionnaire
from guong.core.remarks.verdicts import LONGEST_THEME, Reason
from guong.core.wording import folded

OTHER_THEME = "Ý kiến khác"


@dataclass(frozen=True)
class RemarkCounts:
    """What became of the remarks: received, shown, of these edited (other words), withheld."""

    received: int
    shown: int
    edited: int
    withheld: int

    @property
    def waiting(self) -> int:
        """How many nobody has decided on yet."""
        return self.received - self.shown - self.withheld


@dataclass(frozen=True)
class Line:
    """One remark as it is handed on: its theme and its words."""

    theme: str
    text: str
    edited: bool = False


@dataclass(frozen=True)
class Said:
    """What was said, and how many remarks say it in these words."""

    text: str
    times: int = 1

    @property
    def printed(self) -> str:
        """The words as papers print them: ``Họp gọn hơn. (3 ý kiến)``."""
        return self.text if self.times == 1 else f"{self.text} ({self.times} ý kiến)"


@dataclass(frozen=True)
class Theme:
    """A theme with what was said on it."""

    title: str
    said: tuple[Said, ...]

    @property
    def remarks(self) -> int:
        """How many remarks it holds."""
        return sum(one.times for one in self.said)

    @property
    def printed(self) -> str:
        """The title as papers print it: ``Họp, giao ban (5 ý kiến)``."""
        return f"{self.title} ({self.remarks} ý kiến)"


@dataclass(frozen=True)
class Digest:
    """A finished digest; ``reasons`` counts why remarks were withheld, in the order of `Reason`."""

    counts: RemarkCounts
    themes: tuple[Theme, ...]
    reasons: Mapping[Reason, int] = field(default_factory=dict)


def usual_themes(form: Questionnaire) -> dict[str, str]:
    """Return the theme that each remark field suggests, by the field's key: its criterion in short."""
    short = {item.key: _short(item.text) for item in form.items if item.note}
    return short | {opinion.key: OTHER_THEME for opinion in form.opinions}


def by_theme(lines: Iterable[Line], *, usual: Sequence[str]) -> tuple[Theme, ...]:
    """Return remarks by theme: the form's themes in its order, free ones by the alphabet, what is left at the end.

    Inside a theme they stand by their letters, which tells nothing of when or by whom they were written; the very same
    words stand once.
    """
    found: dict[str, Counter[str]] = {}
    for line in lines:
        found.setdefault(line.theme, Counter())[line.text] += 1
    place = {theme: number for number, theme in enumerate(usual) if theme != OTHER_THEME}
    last = len(place) + 1

    def order(theme: str) -> tuple[int, str, str]:
        number = last if theme == OTHER_THEME else place.get(theme, len(place))
        return number, folded(theme), theme

    return tuple(Theme(theme, _said(found[theme])) for theme in sorted(found, key=order))


def counted(lines: Sequence[Line], *, withheld: int, received: int) -> RemarkCounts:
    """Return the four counts."""
    return RemarkCounts(received, len(lines), sum(line.edited for line in lines), withheld)


def added(counts: Iterable[RemarkCounts]) -> RemarkCounts:
    """Return the sums of several people's counts."""
    found = list(counts)
    return RemarkCounts(
        sum(one.received for one in found),
        sum(one.shown for one in found),
        sum(one.edited for one in found),
        sum(one.withheld for one in found),
    )


def _said(texts: Mapping[str, int]) -> tuple[Said, ...]:
    return tuple(Said(text, texts[text]) for text in sorted(texts, key=lambda text: (folded(text), text)))


def _short(text: str) -> str:
    """Return a criterion without what stands in brackets or after a semicolon."""
    words = re.sub(r"\s*\([^)]*\)", "", text).split(";")[0].strip().rstrip(".,")
    return words if len(words) <= LONGEST_THEME else words[: LONGEST_THEME - 1].rsplit(" ", 1)[0] + "…"
