"""What a count says: hand figures, equations, the opened result. The release room alone hands figures on."""

from dataclasses import dataclass

from guong.ballots import polls
from guong.core import reconciliation
from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused
from guong.core.reconciliation import (
    Equation,
    HandCount,
    SubjectFigures,
    hall_equations,
    limit_breaches,
    subject_equations,
    unexplained,
)
from guong.core.result import read_count
from guong.core.tally import SubjectCount
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences.models import Conference, HallCount
from guong.office.counting.models import Bundle, Explanation, KeyDestruction, Opening, Remark

_HAND_FIELDS = tuple(HandCount.__dataclass_fields__)
CLOSED = {PollState.CLOSED, PollState.SEALED, PollState.OPENED, PollState.ERASED}
FINAL = {PollState.OPENED, PollState.ERASED}


def poll_state(conference: Conference) -> PollState | None:
    """Return the state that the urn gives the conference's poll."""
    return conference_selectors.state_of(conference)


def typed_counts(conference: Conference) -> dict[int, HallCount]:
    """Return the hand counts typed so far, by typist 1 or 2."""
    return {row.typist: row for row in conference.hall_counts.all()}


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
    if hand_count(conference) is None:
        return None
    figures = polls.figures(conference_selectors.urn_store(), poll=conference.poll.poll_key)
    return None if isinstance(figures, Refused) else figures


def explanations(conference: Conference) -> list[reconciliation.Explanation]:
    """Return the signed explanations as the core knows them."""
    return [
        reconciliation.Explanation(
            row.equation, row.difference, row.text, (row.first_signer, row.second_signer)
        )
        for row in Explanation.objects.filter(conference=conference)
    ]


def left_over_checked(figures: polls.Figures) -> int:
    """Return how many leftover slips were scanned and found unused."""
    return figures.slots[SlotState.LEFT_OVER]


@dataclass(frozen=True)
class HallCheck:
    """The reconciliation in the hall: equations 1-3, what is still unexplained, limits that are broken."""

    hand: HandCount
    figures: polls.Figures
    equations: tuple[Equation, ...]
    open_questions: tuple[Equation, ...]
    breaches: tuple[str, ...]
    left_over_missing: int
    sheets_missing: int

    @property
    def may_seal(self) -> bool:
        """True where nothing is left to do before sealing."""
        pending = self.open_questions or self.breaches or self.left_over_missing or self.sheets_missing
        return not pending


def hall_check(conference: Conference) -> HallCheck | None:
    """Return the reconciliation in the hall, or None while the hand count isn't agreed."""
    hand, figures = hand_count(conference), urn_figures(conference)
    if hand is None or figures is None:
        return None
    equations = hall_equations(hand, device=figures.device)
    counted = sheets_counted(conference)
    return HallCheck(
        hand=hand,
        figures=figures,
        equations=tuple(equations),
        open_questions=tuple(unexplained(equations, explanations(conference))),
        breaches=tuple(
            limit_breaches(hand, roll=conference.roll.count(), paper_sheets=list(counted.values()))
        ),
        left_over_missing=max(0, hand.left_over - left_over_checked(figures)),
        sheets_missing=_sheets_missing(conference, hand, figures, counted),
    )


def sheets_counted(conference: Conference) -> dict[str, int]:
    """Return paper sheets found in the box by subject key, as two people counted them."""
    return {row.subject_key: row.counted for row in conference.sheet_counts.all()}


def _sheets_missing(
    conference: Conference, hand: HandCount, figures: polls.Figures, counted: dict[str, int]
) -> int:
    """Return how many counted sheets aren't keyed in yet; sets handed out but never counted count as missing."""
    missing = 0
    for subject in conference.subjects.all():
        expected = counted.get(subject.key, hand.paper_sets)
        missing += max(0, expected - figures.paper.get(subject.key, 0))
    return missing


def opening(conference: Conference) -> Opening | None:
    """Return the imported opening where the urn says that it is confirmed, else None: nothing is shown before."""
    if poll_state(conference) not in FINAL:
        return None
    return Opening.objects.filter(conference=conference).first()


def subject_counts(conference: Conference) -> dict[str, SubjectCount]:
    """Return the confirmed count of each subject by key, without remarks; empty before the confirmation."""
    found = opening(conference)
    return {entry["subject"]: read_count(entry) for entry in found.counts} if found else {}


def subject_figures(conference: Conference) -> list[SubjectFigures]:
    """Return each subject's figures for equations 4 and 5, beside the hand count of sheets."""
    counted = sheets_counted(conference)
    return [
        SubjectFigures(
            subject=key,
            paper_sheets=counted.get(key, 0),
            opened=count.opened,
            valid=count.valid,
            invalid=count.invalid,
            item_sums=tuple(sum(row) for row in count.items.values()),
            state=count.state,
        )
        for key, count in subject_counts(conference).items()
    ]


def broken_equations(conference: Conference) -> list[Equation]:
    """Return every equation of the whole count that neither holds nor is explained; empty: the count is final."""
    check = hall_check(conference)
    if check is None:
        return []
    equations = list(check.equations)
    for figures in subject_figures(conference):
        equations += subject_equations(figures, device=check.figures.device)
    return unexplained(equations, explanations(conference))


def remark_counts(conference: Conference, subject_key: str) -> int:
    """Return how many remarks were received on a subject."""
    return int(Remark.objects.filter(conference=conference, subject_key=subject_key).count())


def bundle(conference: Conference) -> Bundle | None:
    """Return the bundle's record, or None."""
    return Bundle.objects.filter(conference=conference).first()


def key_destruction(conference: Conference) -> KeyDestruction | None:
    """Return the record of the keys' destruction, or None."""
    return KeyDestruction.objects.filter(conference=conference).first()
