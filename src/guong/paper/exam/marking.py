"""Counts what the reader makes of examined sheets: false reads, rows for people, pages located, forms mistaken."""

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from guong.paper.exam.hands import FORMS, PLAIN, Truth, filled_in, layout_of
from guong.paper.exam.ink import Paper
from guong.paper.exam.wear import photographed, printed_worse, scanned
from guong.paper.reading import PageReading, Scan, read_page

WAYS_TO_SEE: Mapping[str, Callable[[Paper, Random], Scan]] = {"scans": scanned, "photos": photographed}
_SURE = 0.95


@dataclass
class Marks:
    """``pages`` shown, ``refused`` by reason, ``rows`` and ``human`` by way of filling in, ``wrong`` as sentences."""

    pages: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    human: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def located(self) -> float:
        """The share of pages that were read."""
        return 1 - self.refused.total() / max(1, self.pages)

    @property
    def human_share(self) -> float:
        """The share of rows that go to people."""
        return self.human.total() / max(1, self.rows.total())

    @property
    def clean_share(self) -> float:
        """The same of rows with one plain mark."""
        return self.human[PLAIN] / max(1, self.rows[PLAIN])

    @property
    def bound(self) -> float:
        """The rate of false reads that these rows leave possible (95 %, one-sided)."""
        return upper_bound(len(self.wrong), self.rows.total())

    def add(self, name: str, reading: PageReading, truths: Mapping[str, Truth]) -> None:
        """Mark one page."""
        self.pages += 1
        if reading.refusal:
            self.refused[reading.refusal.reason] += 1
        for row in reading.rows:
            truth = truths[row.item]
            self.rows[truth.way] += 1
            self.human[truth.way] += row.state == "human"
            if row.state == "read" and row.value != truth.value:
                self.wrong.append(f"{name} {row.item}: {truth.way}, {truth.value} read as {row.value}")


def examine(seen_by: str, mix: Mapping[str, int], rows: int, seed: str) -> Marks:
    """Examine at least that many rows of sheets; page n of a seed is always the same."""
    marks, number = Marks(), 0
    while marks.rows.total() < rows and marks.pages <= rows:
        name = f"{seed}/{seen_by}/{number}"
        form, scan, truths = sheet(name, seen_by, mix)
        marks.add(name, read_page(scan, layout_of(form)), truths)
        number += 1
    return marks


def sheet(name: str, seen_by: str, mix: Mapping[str, int]) -> tuple[str, Scan, dict[str, Truth]]:
    """Return the form, the picture and the truth of the sheet of that name."""
    chance = Random(name)
    form = chance.choice(FORMS)
    paper, truths = filled_in(form, mix, chance)
    return form, WAYS_TO_SEE[seen_by](printed_worse(paper, chance), chance), truths


def upper_bound(wrong: int, of: int) -> float:
    """The largest rate at which so few would still be seen once in twenty times (Poisson)."""
    low, high = 0.0, wrong + 20.0
    for _ in range(60):
        mean = (low + high) / 2
        at_most = sum(math.exp(-mean) * mean**number / math.factorial(number) for number in range(wrong + 1))
        low, high = (mean, high) if at_most > 1 - _SURE else (low, mean)
    return high / max(1, of)
