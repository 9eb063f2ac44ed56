"""What may be said of one person's result: exact to the board, coded to everyone else (DESIGN §5)."""

from dataclasses import dataclass

from guong.core.disclosure import FOUR_LEVELS_FROM, may_show_remarks, may_show_rows
from guong.core.documents.equation_lines import Reconciled
from guong.core.outcome import Refused
from guong.core.poll import LEAST_REMARKS_FROM, LEAST_ROWS_FROM, PollDefinition
from guong.core.questionnaire import Questionnaire
from guong.core.tally import SubjectCount
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.counting import selectors as counting
from guong.office.release import refusals
from guong.office.release.figures import NOTES, ShownRow, shown_row

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

    form: Questionnaire
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

    @property
    def note(self) -> str:
        """The sentence that explains codes and merged levels; empty where every figure is plain."""
        if self.is_merged:
            return NOTES["merged"]
        return NOTES["coded"] if self.has_codes else ""


@dataclass(frozen=True)
class _Final:
    """A final count of one person after the thresholds: below them it is ``too_few``, without rows."""

    check: counting.HallCheck
    form: Questionnaire
    count: SubjectCount
    remarks_received: int | None


def minutes_figures(conference: Conference, subject_key: str) -> MinutesFigures | Refused:
    """Return the exact counts for the signed minutes; rows only from five ballots on (R1 holds there too).

    Refused: ``not_final``, ``unexplained``, ``unknown_subject``.
    """
    final = _final(_counted(conference), subject_key)
    if isinstance(final, Refused):
        return final
    counted = {entry.subject: entry.counted or 0 for entry in final.check.sheets}
    sides = Reconciled(
        hand=final.check.hand,
        roll=final.check.roll,
        device=final.check.figures.device,
        paper_sheets=counted.get(subject_key, 0),
        count=final.count,
        explanations=final.check.explanations,
    )
    return MinutesFigures(final.form, sides, final.remarks_received)


def personal_figures(conference: Conference, subject_key: str) -> PersonalFigures | Refused:
    """Return what may be seen outside the board. Refused: ``not_final``, ``unexplained``, ``unknown_subject``."""
    return figures_among_many(_counted(conference), subject_key)


def figures_among_many(entry: counting.Counted, subject_key: str) -> PersonalFigures | Refused:
    """Return `personal_figures` of a conference whose count was fetched together with others."""
    final = _final(entry, subject_key)
    return final if isinstance(final, Refused) else _seen(final)


def thresholds_in(definition: PollDefinition | None) -> tuple[int, int]:
    """Return from how many ballots on rows and remarks are shown: what voters were promised, never below the floors."""
    if definition is None:
        return LEAST_ROWS_FROM, LEAST_REMARKS_FROM
    return definition.rows_from, definition.remarks_from


def _seen(final: _Final) -> PersonalFigures:
    form, count = final.form, final.count
    is_open = count.state == "opened"
    rows = [shown_row(item, count.items[item.key], returned=count.opened) for item in form.items if is_open]
    return PersonalFigures(
        form=form,
        levels=form.items[0].levels,
        participation=Participation(
            summoned=final.check.roll,
            present=final.check.hand.signatures,
            returned=count.opened,
            valid=count.valid if is_open else None,
            invalid=count.invalid if is_open else None,
        ),
        rows=tuple(row for row in rows if row.item.key != PRESTIGE),
        prestige=next((row for row in rows if row.item.key == PRESTIGE), None),
        remarks_received=final.remarks_received,
    )


def _counted(conference: Conference) -> counting.Counted:
    (entry,) = counting.counted(conferences.alone(conference))
    return entry


def _final(entry: counting.Counted, subject_key: str) -> _Final | Refused:
    whole, form = entry.whole, entry.form
    if whole is None or form is None or not whole.counts:
        return refusals.NOT_FINAL
    if subject_key not in whole.counts:
        return refusals.UNKNOWN_SUBJECT
    if whole.broken:
        return refusals.UNEXPLAINED
    count, (rows_from, remarks_from) = whole.counts[subject_key], thresholds_in(entry.definition)
    if count.state != "opened" or not may_show_rows(count.opened, rows_from=rows_from):
        too_few = SubjectCount(count.subject, "too_few", count.device, count.paper)
        return _Final(whole.check, form, too_few, None)
    kept = count.remarks_state == "kept" and may_show_remarks(count.opened, remarks_from=remarks_from)
    return _Final(whole.check, form, count, entry.remarks.get(subject_key, 0) if kept else None)
