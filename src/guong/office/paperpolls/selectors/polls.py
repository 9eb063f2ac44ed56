"""Polls within an officer's units, how far each is, and what an officer has to key."""

from dataclasses import dataclass, fields
from datetime import date
from enum import Enum

from django.db.models import QuerySet

from guong.core.outcome import Refused
from guong.core.paper_poll.ballot import Base, Kind, PollBallot, same_name
from guong.core.paper_poll.counting import HallCount, Votes
from guong.core.paper_poll.outcome import Outcome, Standing, outcome_of
from guong.core.paper_poll.words import STANDINGS
from guong.office.accounts.models import User
from guong.office.paperpolls import refusals
from guong.office.paperpolls.models import Keying, PaperPoll
from guong.office.registry.selectors import Viewer, units_in_scope


class Step(Enum):
    """How far a poll is; the value is what its page calls it."""

    PREPARED = "Chờ bỏ phiếu, kiểm đếm"
    COUNTED = "Chờ hai người nhập số phiếu"
    KEYED_ONCE = "Một người đã nhập, chờ người thứ hai"
    DIFFERENT = "Hai người nhập khác nhau, chờ nhập lại"
    AGREED = "Đã khớp, chờ lập biên bản"
    MINUTED = "Đã lập biên bản"
    VOID = "Đã huỷ"


@dataclass(frozen=True)
class Progress:
    """A poll as pages show it: never a number of votes.

    ``differing`` are the lines to be keyed again, ``waiting_for`` the names of those who still have to; ``outcome`` says
    what became of each line once two people agree, as words.
    """

    poll: PaperPoll
    step: Step
    keyers: tuple[str, ...]
    differing: tuple[str, ...]
    waiting_for: tuple[str, ...]
    outcome: tuple[tuple[str, str], ...]
    has_tie: bool
    seats_left: int


def polls_in_scope(*, user: Viewer) -> QuerySet[PaperPoll]:
    """Return the polls of an officer's units, newest first, with all that `progress_of` reads."""
    found = PaperPoll.objects.filter(unit__in=units_in_scope(user=user))
    return found.select_related("unit", "sheets_counted").prefetch_related("lines", "keyings")


def polls_under_way(*, user: Viewer, until: date) -> QuerySet[PaperPoll]:
    """Return the polls of an officer's units up to a day that have no minutes and weren't given up."""
    return polls_in_scope(user=user).filter(held_on__lte=until, minutes_number="", void_reason="")


def poll_in_scope(*, user: Viewer, key: str) -> PaperPoll | None:
    """Return a poll by its key if the officer may see its unit, else None."""
    return polls_in_scope(user=user).filter(key=key).first()


def ballot_of(poll: PaperPoll) -> PollBallot:
    """Return what stands on the poll's sheet."""
    return PollBallot(Kind(poll.kind), tuple(line.text for line in poll.lines.all()), poll.seats)


def hall_of(poll: PaperPoll) -> HallCount | None:
    """Return the hall's count, None before it was typed."""
    row = getattr(poll, "sheets_counted", None)
    return row and HallCount(**{entry.name: getattr(row, entry.name) for entry in fields(HallCount)})


def votes_of(poll: PaperPoll) -> Votes | None:
    """Return the agreed tally, None before two people agree."""
    rows = tuple(tuple(line.votes) for line in poll.lines.all())
    return rows if all(rows) else None


def progress_of(poll: PaperPoll) -> Progress:
    """Return how far a poll is."""
    keyings = list(poll.keyings.all())
    lines = [line.text for line in poll.lines.all()]
    owed = sorted({place for keying in keyings for place in keying.owed})
    outcome = _outcome(poll)
    return Progress(
        poll=poll,
        step=_step(poll, keyings),
        keyers=tuple(keying.keyer_name for keying in keyings),
        differing=tuple(lines[place] for place in owed),
        waiting_for=tuple(keying.keyer_name for keying in keyings if keying.owed),
        outcome=_told(lines, outcome),
        has_tie=outcome is not None and Standing.TIED in outcome.standings,
        seats_left=outcome.seats_left if outcome else 0,
    )


def lines_to_key(poll: PaperPoll, *, user: User) -> tuple[int, ...]:
    """Return the places of the lines that an officer keys next: all at first, those that differ afterwards, else none."""
    own = next((keying for keying in poll.keyings.all() if keying.keyer_key == user.key), None)
    return tuple(range(len(poll.lines.all()))) if own is None else tuple(own.owed)


def keying_obstacle(poll: PaperPoll, *, user: User) -> Refused | None:
    """Return why an officer can't key now, None where he can.

    Refused: ``void``, ``not_counted``, ``agreed``, ``candidate_keys``, ``two_already``, ``same_person``, ``wait``.
    """
    if poll.void_reason:
        return refusals.VOID
    if hall_of(poll) is None:
        return refusals.NOT_COUNTED
    if votes_of(poll) is not None:
        return refusals.AGREED
    name = same_name(user.get_full_name())
    if ballot_of(poll).is_about_people and name in {same_name(line.text) for line in poll.lines.all()}:
        return refusals.CANDIDATE_KEYS
    others = [keying for keying in poll.keyings.all() if keying.keyer_key != user.key]
    if len(others) > 1:
        return refusals.TWO_ALREADY
    if any(same_name(keying.keyer_name) == name for keying in others):
        return refusals.SAME_PERSON
    return None if lines_to_key(poll, user=user) else refusals.WAIT


def _step(poll: PaperPoll, keyings: list[Keying]) -> Step:
    if poll.void_reason:
        return Step.VOID
    if poll.minutes_number:
        return Step.MINUTED
    if votes_of(poll) is not None:
        return Step.AGREED
    if any(keying.owed for keying in keyings):
        return Step.DIFFERENT
    if keyings:
        return Step.KEYED_ONCE
    return Step.PREPARED if hall_of(poll) is None else Step.COUNTED


def _outcome(poll: PaperPoll) -> Outcome | None:
    hall, votes = hall_of(poll), votes_of(poll)
    if hall is None or votes is None:
        return None
    return outcome_of(ballot_of(poll), votes, hall=hall, base=Base(poll.base))


def _told(lines: list[str], outcome: Outcome | None) -> tuple[tuple[str, str], ...]:
    if outcome is None or not outcome.needed:
        return ()
    return tuple((line, STANDINGS[one]) for line, one in zip(lines, outcome.standings, strict=True))
