"""Đối chiếu số phiếu: the equations that must hold before results become final (DESIGN §4.7, formats §12)."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class HandCount:
    """What two people counted by hand and typed before any figure of the urn was shown.

    All numbers are pieces of paper or signatures, each >= 0.
    """

    signatures: int
    printed: int
    drawn: int
    left_over: int
    paper_sets: int
    exchanged: int
    spoiled: int
    replaced: int
    not_returned: int

    def __post_init__(self) -> None:
        if min(vars(self).values()) < 0:
            raise ValueError("a count is never negative")


@dataclass(frozen=True)
class SubjectFigures:
    """The urn's and the box's figures for one subject, beside the hand count of paper sheets in the box."""

    subject: str
    paper_sheets: int
    opened: int
    valid: int
    invalid: int
    item_sums: tuple[int, ...]
    state: str = "opened"


@dataclass(frozen=True)
class Equation:
    """One equation with its two sides; ``explainable`` tells whether a signed explanation may settle a difference."""

    number: int
    subject: str
    left: int
    right: int
    explainable: bool

    @property
    def difference(self) -> int:
        """Left side minus right side; 0 means that it holds."""
        return self.left - self.right


@dataclass(frozen=True)
class Explanation:
    """A signed explanation of one difference: equation number, the difference, text, at least two signers."""

    equation: int
    difference: int
    text: str
    signed_by: tuple[str, ...]


def hall_equations(hand: HandCount, *, device: int) -> list[Equation]:
    """Return equations 1 to 3 of formats §12; ``device`` is the number of cast envelopes in the urn."""
    return [
        Equation(1, "", hand.signatures, hand.drawn + hand.paper_sets - hand.exchanged - hand.replaced, True),
        Equation(2, "", hand.printed, hand.drawn + hand.left_over, True),
        Equation(3, "", hand.drawn, device + hand.exchanged + hand.spoiled + hand.not_returned, True),
    ]


def limit_breaches(hand: HandCount, *, roll: int, paper_sheets: Sequence[int]) -> list[str]:
    """Return the names of the limits of formats §12.6 that the hand count breaks; none may be explained away."""
    breaches = []
    if hand.signatures > roll:
        breaches.append("signatures_above_roll")
    if any(sheets > hand.paper_sets for sheets in paper_sheets):
        breaches.append("sheets_above_sets")
    if hand.replaced > hand.spoiled:
        breaches.append("replaced_above_spoiled")
    return breaches


def subject_equations(figures: SubjectFigures, *, device: int) -> list[Equation]:
    """Return equations 4 and 5 of formats §12 for one subject."""
    equations = [Equation(4, figures.subject, device + figures.paper_sheets, figures.opened, False)]
    if figures.state == "opened":
        equations.append(Equation(4, figures.subject, figures.opened, figures.valid + figures.invalid, False))
        equations += [
            Equation(5, figures.subject, total, figures.valid, False) for total in figures.item_sums
        ]
    return equations


def unexplained(equations: Sequence[Equation], explanations: Sequence[Explanation]) -> list[Equation]:
    """Return the equations that neither hold nor have a matching explanation signed by two people."""
    settled = {
        (entry.equation, entry.difference)
        for entry in explanations
        if entry.text.strip() and len(set(entry.signed_by)) >= 2
    }
    return [
        equation
        for equation in equations
        if equation.difference
        and not (equation.explainable and (equation.number, equation.difference) in settled)
    ]
