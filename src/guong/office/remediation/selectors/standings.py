"""How far the plans of a round's heads are, for whoever sees states and never a plan's words (decision 0020)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.registry import selectors as registry
from guong.office.release.selectors import PersonStep
from guong.office.remediation.selectors.board import Board, BoardLine, lines_of


@dataclass(frozen=True)
class HeadStanding:
    """One head of a round; ``line`` is None before the head was told, and for the reader's own result."""

    step: PersonStep
    line: BoardLine | None
    is_own: bool


def standings_of(*, user: User, steps: Sequence[PersonStep], today: date) -> tuple[HeadStanding, ...]:
    """Return where each of these heads stands, in their order: three queries more than the steps."""
    person = registry.person_of(user=user)
    own = {one.key for one in steps if person is not None and one.subject.post.person_id == person.pk}
    told = [(one.conference, one.subject, one.told_on) for one in steps if one.told_on and one.key not in own]
    lines = {line.subject.pk: line for line in lines_of(told, today)}
    return tuple(HeadStanding(one, lines.get(one.subject.pk), one.key in own) for one in steps)


def board_among(
    *, user: User, people: Sequence[tuple[Conference, ConferenceSubject, date]], today: date
) -> Board:
    """Return the counts of told people's plans, the reader's own left out: four queries."""
    person = registry.person_of(user=user)
    others = [one for one in people if person is None or one[1].post.person_id != person.pk]
    return Board(lines_of(others, today, with_receipts=False))
