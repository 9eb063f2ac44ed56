"""The count in the hall: what two people typed, what the urn says beside it, what keeps the box from being sealed."""

from collections.abc import Iterable
from dataclasses import dataclass

from guong.ballots import polls
from guong.core import crockford, reconciliation
from guong.core.desk_totals import Difference, differences
from guong.core.documents.equation_lines import EquationLine, hall_lines
from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused
from guong.core.reconciliation import Equation, HandCount
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences.models import Conference, HallCount
from guong.office.counting.models import Explanation

_HAND_FIELDS = tuple(HandCount.__dataclass_fields__)
_SLIPS_USED_UNSEEN = 3  # the equation that a used leftover slip upsets
CLOSED = {PollState.CLOSED, PollState.SEALED, PollState.OPENED, PollState.ERASED}
FINAL = {PollState.OPENED, PollState.ERASED}


@dataclass(frozen=True)
class SheetProgress:
    """Paper sheets of one subject: ``counted`` by hand (None: not yet), ``entered`` into the urn."""

    subject: str
    name: str
    counted: int | None
    entered: int

    def missing(self, paper_sets: int) -> int:
        """Return how many sheets are still to be counted or keyed in; sets handed out must be counted."""
        if self.counted is None:
            return max(1, paper_sets - self.entered) if paper_sets or self.entered else 0
        return max(0, self.counted - self.entered)

    @property
    def surplus(self) -> int:
        """Return how many sheets were keyed in beyond those counted."""
        return 0 if self.counted is None else max(0, self.entered - self.counted)


@dataclass(frozen=True)
class HallCheck:
    """The reconciliation in the hall: equations 1-3, what is still unexplained, limits that are broken."""

    hand: HandCount
    figures: polls.Figures
    equations: tuple[Equation, ...]
    lines: tuple[EquationLine, ...]
    open_questions: tuple[Equation, ...]
    breaches: tuple[str, ...]
    sheets: tuple[SheetProgress, ...]
    explanations: tuple[reconciliation.Explanation, ...]
    roll: int

    @property
    def left_over_checked(self) -> int:
        """How many leftover slips were scanned and found unused."""
        return left_over_checked(self.figures)

    @property
    def left_over_missing(self) -> int:
        """How many leftover slips are still to be checked.

        A leftover slip that turns out to be used can never be checked off; equation 3 then shows an envelope too many, and
        its signed explanation stands for that slip.
        """
        third = next(entry for entry in self.equations if entry.number == _SLIPS_USED_UNSEEN)
        excused = 0 if third in self.open_questions else max(0, -third.difference)
        return max(0, self.hand.left_over - self.left_over_checked - excused)

    @property
    def sheets_missing(self) -> int:
        """How many paper sheets are still to be counted or keyed in."""
        return sum(entry.missing(self.hand.paper_sets) for entry in self.sheets)

    @property
    def sheets_surplus(self) -> int:
        """How many sheets were keyed in beyond those counted."""
        return sum(entry.surplus for entry in self.sheets)

    @property
    def agrees(self) -> bool:
        """True where every equation of the hall holds or is explained and no limit is broken."""
        return not (self.open_questions or self.breaches)

    @property
    def may_seal(self) -> bool:
        """True where nothing is left to do before sealing."""
        return self.agrees and not (self.left_over_missing or self.sheets_missing or self.sheets_surplus)


def poll_state(conference: Conference) -> PollState | None:
    """Return the state that the urn gives the conference's poll, None while it has none."""
    if not hasattr(conference, "poll"):
        return None
    return polls.state(conference_selectors.urn_store(), poll=conference.poll.poll_key)


def typed_counts(conference: Conference) -> dict[int, HallCount]:
    """Return the hand counts typed so far, by typist 1 or 2."""
    return {row.typist: row for row in conference.hall_counts.all()}


def next_typist(conference: Conference) -> int | None:
    """Return who types next, 1 or 2; None once both typed."""
    typed = typed_counts(conference)
    return next((typist for typist in (1, 2) if typist not in typed), None)


def numbers_of(row: HallCount) -> HandCount:
    """Return a typed row as the core's hand count."""
    return HandCount(**{name: getattr(row, name) for name in _HAND_FIELDS})


def hand_count(conference: Conference) -> HandCount | None:
    """Return the hand count once two people typed the same; None before."""
    rows = typed_counts(conference)
    if set(rows) != {1, 2} or numbers_of(rows[1]) != numbers_of(rows[2]):
        return None
    return numbers_of(rows[1])


def urn_figures(conference: Conference) -> polls.Figures | None:
    """Return the urn's figures, but only once the hand count stands (DESIGN §4.7)."""
    return None if hand_count(conference) is None else _figures(conference)


def _figures(conference: Conference) -> polls.Figures | None:
    figures = polls.figures(conference_selectors.urn_store(), poll=conference.poll.poll_key)
    return None if isinstance(figures, Refused) else figures


def seal_code(figures: polls.Figures) -> str:
    """Return mã niêm phong: sixteen digits of the frozen list (formats §8)."""
    return crockford.sixteen_digits(figures.list_digest)


def explanations(conference: Conference) -> list[reconciliation.Explanation]:
    """Return the signed explanations as the core knows them."""
    return explained(Explanation.objects.filter(conference=conference))


def explained(rows: Iterable[Explanation]) -> list[reconciliation.Explanation]:
    """Return rows of explanations as the core knows them."""
    return [
        reconciliation.Explanation(
            row.equation, row.difference, row.text, (row.first_signer, row.second_signer)
        )
        for row in rows
    ]


def left_over_checked(figures: polls.Figures) -> int:
    """Return how many leftover slips were scanned and found unused."""
    return figures.slots[SlotState.LEFT_OVER]


def sheets_counted(conference: Conference) -> dict[str, int]:
    """Return paper sheets found in the box by subject key, as two people counted them."""
    return {row.subject_key: row.counted for row in conference.sheet_counts.all()}


def hall_check(conference: Conference) -> HallCheck | None:
    """Return the reconciliation in the hall, or None while the hand count isn't agreed."""
    hand = hand_count(conference)
    figures = _figures(conference) if hand else None
    if hand is None or figures is None:
        return None
    return checked(conference, hand, figures, said=explanations(conference), roll=conference.roll.count())


def desk_differences(conference: Conference) -> list[Difference] | None:
    """Return where the desks noted something else than two people counted; None while the hand count isn't agreed."""
    hand = hand_count(conference)
    return None if hand is None else differences(conference_selectors.noted_totals(conference), hand)


def checked(
    conference: Conference,
    hand: HandCount,
    figures: polls.Figures,
    *,
    said: list[reconciliation.Explanation],
    roll: int,
) -> HallCheck:
    """Return the reconciliation in the hall from what is known already."""
    equations = reconciliation.hall_equations(hand, device=figures.device)
    counted = sheets_counted(conference)
    breaches = reconciliation.limit_breaches(hand, roll=roll, paper_sheets=list(counted.values()))
    return HallCheck(
        hand=hand,
        figures=figures,
        equations=tuple(equations),
        lines=tuple(hall_lines(hand, device=figures.device, explanations=tuple(said))),
        open_questions=tuple(reconciliation.unexplained(equations, said)),
        breaches=tuple(breaches),
        sheets=tuple(
            SheetProgress(row.key, row.name, counted.get(row.key), figures.paper.get(row.key, 0))
            for row in conference.subjects.all()
        ),
        explanations=tuple(said),
        roll=roll,
    )
