"""What may be said of one person's result: exact to the board, coded to everyone else (DESIGN §5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

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
from guong.office.release.selectors.editions import (
    NOTHING_OUT,
    Editions,
    editions_of,
    is_as_released,
    texts_of,
)

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
    ``notice`` says that the result was corrected, or why nothing of it is shown; ``edition`` is the ledger's number and
    ``ways`` are those by which this edition went out so far. ``is_asked_again``: there is another poll on the person, so that
    a first release must be held against it.
    """

    form: Questionnaire
    levels: tuple[str, ...]
    participation: Participation
    rows: tuple[ShownRow, ...]
    prestige: ShownRow | None
    remarks_received: int | None
    notice: str = ""
    edition: int = 1
    ways: frozenset[str] = frozenset()
    is_asked_again: bool = False

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
        """The sentences that explain codes, merged levels and a correction; empty where every figure is plain."""
        plain = NOTES["merged"] if self.is_merged else NOTES["coded"] if self.has_codes else ""
        return " ".join(filter(None, (plain, self.notice)))

    @property
    def texts(self) -> dict[str, Any]:
        """The printed cells as the ledger keeps them."""
        shown = (*self.rows, *((self.prestige,) if self.prestige else ()))
        return texts_of(shown, returned=self.participation.returned, valid=self.participation.valid)


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
    """Return what may be seen outside the board, in the edition in force.

    Refused: ``not_final``, ``unexplained``, ``unknown_subject``, ``not_as_released`` where it reads otherwise than it went out.
    """
    (figures,) = figures_together([(conference, subject_key)])
    return figures


def figures_together(wanted: Sequence[tuple[Conference, str]]) -> list[PersonalFigures | Refused]:
    """Return `personal_figures` of each of these people, as many queries for two conferences as for one."""
    keys = [conference.pk for conference, _ in wanted]
    told = editions_of(keys)
    entries = {entry.conference.pk: entry for entry in counting.counted(conferences.among(keys))}
    return [
        figures_among_many(
            entries[conference.pk], subject_key, told.get((conference.pk, subject_key), NOTHING_OUT)
        )
        for conference, subject_key in wanted
    ]


def figures_among_many(
    entry: counting.Counted, subject_key: str, editions: Editions = NOTHING_OUT
) -> PersonalFigures | Refused:
    """Return `personal_figures` of a conference whose count and ledger were fetched together with others."""
    final = _final(entry, subject_key, editions)
    if isinstance(final, Refused):
        return final
    figures = replace(
        _seen(final),
        notice=editions.notice,
        edition=editions.number,
        ways=editions.ways_out,
        is_asked_again=bool(getattr(entry.conference, "is_asked_again", True)),
    )
    return figures if is_as_released(editions, figures.texts) else refusals.NOT_AS_RELEASED


def thresholds_in(definition: PollDefinition | None) -> tuple[int, int]:
    """Return from how many ballots on rows and remarks are shown: what voters were promised, never below the floors."""
    if definition is None:
        return LEAST_ROWS_FROM, LEAST_REMARKS_FROM
    return definition.rows_from, definition.remarks_from


def texts_of_count(form: Questionnaire, count: SubjectCount) -> dict[str, Any]:
    """Return the cells that a count would be printed as, for the judge of a correction."""
    return texts_of(_shown_rows(form, count), returned=count.opened, valid=count.valid)


def _shown_rows(form: Questionnaire, count: SubjectCount) -> list[ShownRow]:
    return [shown_row(item, count.items[item.key], returned=count.opened) for item in form.items]


def _seen(final: _Final) -> PersonalFigures:
    form, count = final.form, final.count
    is_open = count.state == "opened"
    rows = _shown_rows(form, count) if is_open else []
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


def _final(entry: counting.Counted, subject_key: str, editions: Editions = NOTHING_OUT) -> _Final | Refused:
    whole, form = entry.whole, entry.form
    if whole is None or form is None or not whole.counts:
        return refusals.NOT_FINAL
    if subject_key not in whole.counts:
        return refusals.UNKNOWN_SUBJECT
    if whole.broken:
        return refusals.UNEXPLAINED
    count, (rows_from, remarks_from) = (
        editions.count(whole.counts[subject_key]),
        thresholds_in(entry.definition),
    )
    is_held = bool(editions.held_from_the_start)
    if is_held or count.state != "opened" or not may_show_rows(count.opened, rows_from=rows_from):
        too_few = SubjectCount(count.subject, "too_few", count.device, count.paper)
        return _Final(whole.check, form, too_few, None)
    kept = count.remarks_state == "kept" and may_show_remarks(count.opened, remarks_from=remarks_from)
    return _Final(whole.check, form, count, entry.remarks.get(subject_key, 0) if kept else None)
