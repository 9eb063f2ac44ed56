"""A conference as the calendar sees it: where it stands and who is sent there."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Cancellation, Conference, Incident
from guong.office.papers import selectors as papers
from guong.office.papers.models import Paper
from guong.office.schedule.models import Delegate, DelegateRole, Move

_OFFICERS = {DelegateRole.IN_CHARGE, DelegateRole.SIGNING_DESK, DelegateRole.TECHNICAL}


@dataclass(frozen=True)
class Row:
    """One conference of the calendar."""

    standing: conferences.Standing
    delegates: tuple[Delegate, ...]
    moves: tuple[Move, ...]

    @property
    def conference(self) -> Conference:
        """The conference itself."""
        return self.standing.conference

    @property
    def cancellation(self) -> Cancellation | None:
        """Who cancelled the conference and why, None where it stands."""
        return self.standing.cancellation

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        """The papers filed under the conference, newest first, as they are when first asked for."""
        conference = self.conference
        return tuple(papers.papers_of(unit_keys=[conference.unit.key], conference_key=conference.key))

    @property
    def officers(self) -> list[Delegate]:
        """Officers sent, who is in charge first."""
        sent = [one for one in self.delegates if one.role in _OFFICERS]
        return sorted(sent, key=lambda one: one.role != DelegateRole.IN_CHARGE)

    @property
    def leaders(self) -> list[Delegate]:
        """Leaders who attend and direct."""
        return [one for one in self.delegates if one.role == DelegateRole.LEADER]

    @property
    def observers(self) -> list[Delegate]:
        """Observers, accepted or only proposed."""
        return [one for one in self.delegates if one.role == DelegateRole.OBSERVER]

    @property
    def incidents(self) -> list[Incident]:
        """What happened in the hall, in the order in which it was noted."""
        return list(self.conference.incidents.all())

    @property
    def lacks_observer(self) -> bool:
        """Tell whether a school's conference has no observer, not even a proposed one."""
        return not self.observers and self.conference.unit.level != "ward"

    @property
    def may_move(self) -> bool:
        """Tell whether the conference stands and nobody can have voted yet."""
        return self.standing.is_before_casting

    @property
    def has_board(self) -> bool:
        """Tell whether head, clerk, member and witness are named."""
        return self.standing.facts.board_complete


def rows_of(found: QuerySet[Conference]) -> list[Row]:
    """Return these conferences with where each stands and who is sent there."""
    return [
        Row(
            standing,
            tuple(standing.conference.delegates.all()),
            tuple(standing.conference.moves.all()),
        )
        for standing in conferences.standings(found.prefetch_related("delegates", "moves"))
    ]
