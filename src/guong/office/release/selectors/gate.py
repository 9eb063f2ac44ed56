"""What may be said of one person's result: exact to the board, coded to everyone else (DESIGN §5)."""

from dataclasses import dataclass

from guong.core.disclosure import may_show_remarks, may_show_rows
from guong.core.documents.equation_lines import Reconciled
from guong.core.outcome import Refused
from guong.core.poll import LEAST_REMARKS_FROM, LEAST_ROWS_FROM
from guong.core.questionnaire import Questionnaire, official
from guong.core.tally import SubjectCount
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.counting import selectors as counting
from guong.office.release import refusals
from guong.office.release.figures import FOUR_LEVELS_FROM, ShownRow, shown_row

PRESTIGE = "prestige"


@dataclass(frozen=True)
class MinutesFigures:
    """Exact counts for the signed minutes of the board; below the threshold the count is ``too_few`` and has no rows."""

    form: Questionnaire
    sides: Reconciled
    remarks_received: int | None


@dataclass(frozen=True)
class Participation:
    """Who was summoned, who signed, what came back; ``valid`` and ``invalid`` are None below the threshold."""

    summoned: int
    present: int
    returned: int
    valid: int | None
    invalid: int | None


@dataclass(frozen=True)
class PersonalFigures:
    """What anybody outside the board may see. ``rows`` empty: the group is too small.

    ``prestige`` is None then, too; ``remarks_received`` is None where there are fewer ballots than remarks need.
    """

    levels: tuple[str, ...]
    participation: Participation
    rows: tuple[ShownRow, ...]
    prestige: ShownRow | None
    remarks_received: int | None

    @property
    def is_suppressed(self) -> bool:
        """Tell whether the group is too small for any row."""
        return not self.rows

    @property
    def is_merged(self) -> bool:
        """Tell whether four levels are merged to two."""
        return bool(self.rows) and self.participation.returned < FOUR_LEVELS_FROM

    @property
    def has_codes(self) -> bool:
        """Tell whether a row is coded because nearly everybody chose the same level."""
        shown = (*self.rows, *((self.prestige,) if self.prestige else ()))
        return not self.is_merged and any(row.per_mille is None for row in shown)


def minutes_figures(conference: Conference, subject_key: str) -> MinutesFigures | Refused:
    """Return the exact counts for the signed minutes; rows only from five ballots on (R1 holds there too).

    Refused: ``not_final``, ``unexplained``, ``unknown_subject``.
    """
    count, check = _final_count(conference, subject_key), counting.hall_check(conference)
    if isinstance(count, Refused) or check is None:
        return count if isinstance(count, Refused) else refusals.NOT_FINAL
    sides = Reconciled(
        hand=check.hand,
        roll=conference.roll.count(),
        device=check.figures.device,
        paper_sheets=counting.sheets_counted(conference).get(subject_key, 0),
        count=count,
        explanations=tuple(counting.explanations(conference)),
    )
    return MinutesFigures(
        form=official(conference.questionnaire_key),
        sides=sides,
        remarks_received=_remarks_received(conference, count),
    )


def personal_figures(conference: Conference, subject_key: str) -> PersonalFigures | Refused:
    """Return what may be seen outside the board. Refused: ``not_final``, ``unexplained``, ``unknown_subject``."""
    count, hand = _final_count(conference, subject_key), counting.hand_count(conference)
    if isinstance(count, Refused) or hand is None:
        return count if isinstance(count, Refused) else refusals.NOT_FINAL
    form = official(conference.questionnaire_key)
    open_to_see = count.state == "opened"
    rows = [
        shown_row(item, count.items[item.key], returned=count.opened) for item in form.items if open_to_see
    ]
    return PersonalFigures(
        levels=form.items[0].levels,
        participation=Participation(
            summoned=conference.roll.count(),
            present=hand.signatures,
            returned=count.opened,
            valid=count.valid if open_to_see else None,
            invalid=count.invalid if open_to_see else None,
        ),
        rows=tuple(row for row in rows if row.item.key != PRESTIGE),
        prestige=next((row for row in rows if row.item.key == PRESTIGE), None),
        remarks_received=_remarks_received(conference, count),
    )


def _final_count(conference: Conference, subject_key: str) -> SubjectCount | Refused:
    counts = counting.subject_counts(conference)
    if not counts:
        return refusals.NOT_FINAL
    if subject_key not in counts:
        return refusals.UNKNOWN_SUBJECT
    if counting.broken_equations(conference):
        return refusals.UNEXPLAINED
    count = counts[subject_key]
    if count.state == "opened" and may_show_rows(count.opened, rows_from=_thresholds(conference)[0]):
        return count
    return SubjectCount(count.subject, "too_few", count.device, count.paper)


def _remarks_received(conference: Conference, count: SubjectCount) -> int | None:
    if count.remarks_state != "kept":
        return None
    if not may_show_remarks(count.opened, remarks_from=_thresholds(conference)[1]):
        return None
    return counting.remark_counts(conference, count.subject)


def _thresholds(conference: Conference) -> tuple[int, int]:
    definition = conferences.definition_of(conference)
    if definition is None:
        return LEAST_ROWS_FROM, LEAST_REMARKS_FROM
    return definition.rows_from, definition.remarks_from
