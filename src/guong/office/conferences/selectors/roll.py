"""The roll in numbers, who may be added to it, and what the desks noted of attendance."""

from collections import Counter
from dataclasses import dataclass

from guong.core.desk_totals import DeskTotals, summed
from guong.core.wording import folded
from guong.office.conferences.candidates import Candidate, people_of
from guong.office.conferences.models import Conference, DeskSheet, DeskTotal, RollEntry
from guong.office.conferences.selectors.conference import rules_of

FEW_PAPER_VOTERS = range(1, 5)


@dataclass(frozen=True)
class RollNumbers:
    """The roll in numbers; ``off`` are pairs of a printed reason and how many people it keeps off the roll.

    By the plan's rules ``needed`` of them must be present, and fewer than ``rows_from`` ballots stay unopened.
    """

    eligible: int
    present: int
    off: tuple[tuple[str, int], ...]
    needed: int
    rows_from: int

    @property
    def is_small(self) -> bool:
        """Tell whether so few take part that the subject's box would stay unopened (DESIGN §5)."""
        return 0 < self.eligible < self.rows_from


def roll_numbers(conference: Conference) -> RollNumbers:
    """Return the roll in numbers, with the reasons of those who are not on it."""
    off = Counter(row.get_reason_display() for row in conference.off_roll.all())
    eligible, rules = conference.roll.count(), rules_of(conference)
    return RollNumbers(
        eligible=eligible,
        present=noted_totals(conference).signatures,
        off=tuple(sorted(off.items())),
        needed=rules.quorum_of(eligible),
        rows_from=rules.rows_from,
    )


def roll_found(conference: Conference, wanted: str) -> list[RollEntry]:
    """Return the people summoned whose name holds ``wanted``, accents left out; everybody for an empty one."""
    words = folded(wanted)
    return [entry for entry in conference.roll.all() if words in folded(entry.printed_name)]


def candidates_for_roll(conference: Conference) -> list[Candidate]:
    """Return the people of the unit who are not on the roll and may be added to it."""
    on_roll = set(conference.roll.values_list("person_id", flat=True))
    return [one for one in people_of(conference) if one.person_id not in on_roll and one.off is None]


def names_of_unit(conference: Conference) -> set[str]:
    """Return the names of all people of the unit: none of them may key in or read handwriting (DESIGN §4.5)."""
    return {one.person.full_name for one in people_of(conference)}


def noted_totals(conference: Conference) -> DeskTotals:
    """Return what the desks noted: ticks and sets counted on the screen, or the sum of the signed lists' totals."""
    if conference.attendance == Conference.LISTS:
        return summed(
            DeskTotals(row.signatures or 0, row.paper_sets or 0, row.slips_left)
            for row in conference.desk_sheets.all()
            if row.is_typed
        )
    row = DeskTotal.objects.filter(conference=conference).first()
    return DeskTotals(conference.roll.filter(present=True).count(), row.paper_sets if row else 0)


def missing_desks(conference: Conference) -> list[DeskSheet]:
    """Return the desks whose totals must still be typed; none where people are ticked on the screen."""
    if conference.attendance == Conference.TICKS:
        return []
    return [row for row in conference.desk_sheets.all() if not row.is_typed]


def paper_sets(conference: Conference) -> int:
    """Return how many paper sets the desks handed out."""
    return noted_totals(conference).paper_sets


def has_few_paper_voters(conference: Conference) -> bool:
    """Tell whether one to four people vote on paper: their handwriting would stand out (DESIGN §4.5)."""
    return paper_sets(conference) in FEW_PAPER_VOTERS
