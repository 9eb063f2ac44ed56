"""What the urn holds after closing, in numbers; before that it tells nothing (no interim results, DESIGN §4.8)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from guong.ballots import records, refusals
from guong.ballots.connections import Session, Store
from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused
from guong.core.poll import PollDefinition
from guong.core.secrecy import envelope as envelopes


@dataclass(frozen=True)
class Figures:
    """What the urn holds after closing.

    ``slots`` counts slips by state (void ones belong to a replaced set), ``device`` the phones' envelopes, ``paper`` the
    filled sheets by subject key and ``paper_made`` the sheets that may be filled. ``leaves`` is the frozen list of 32-byte
    leaves, sorted; ``list_digest`` stands for it.
    """

    slots: dict[SlotState, int]
    device: int
    paper: dict[str, int]
    paper_made: dict[str, int]
    list_digest: bytes
    leaves: tuple[bytes, ...]


@dataclass(frozen=True)
class Surveyed:
    """One poll of many: its state, and its figures, None before closing."""

    state: PollState
    figures: Figures | None


@dataclass(frozen=True)
class _Counts:
    """Slips by poll and state, sheets by poll and subject: those filled and all that were made."""

    slots: dict[str, dict[SlotState, int]]
    filled: dict[str, dict[str, int]]
    made: dict[str, dict[str, int]]


def figures(store: Store, *, poll: str) -> Figures | Refused:
    """Return the urn's figures of a poll. Refused: ``unknown_poll``, ``not_closed`` before closing."""
    with store.reading() as session:
        row = records.poll_row(session, poll)
        if row is None:
            return refusals.NO_POLL
        if row.leaves is None:
            return refusals.NOT_CLOSED
        return _figures(row.poll, row.definition, row.leaves, _counts(session, [poll]))


def survey(store: Store, *, polls: Sequence[str]) -> dict[str, Surveyed]:
    """Return states and figures of many polls in one view, in three questions at most.

    Nothing is counted of a poll that isn't closed; one that the urn doesn't know is left out.
    """
    if not polls:
        return {}
    with store.reading() as session:
        rows = session.rows(
            f"SELECT poll, state, definition, leaves FROM poll WHERE poll IN ({_places(polls)})", polls
        )
        frozen = {
            str(poll): (bytes(definition), records.split_leaves(bytes(leaves)))
            for poll, _, definition, leaves in rows
            if leaves is not None
        }
        counts = _counts(session, list(frozen))
    figures_of = {poll: _figures(poll, *found, counts) for poll, found in frozen.items()}
    return {str(poll): Surveyed(PollState(state), figures_of.get(str(poll))) for poll, state, _, _ in rows}


def _counts(session: Session, polls: Sequence[str]) -> _Counts:
    counts = _Counts(defaultdict(dict), defaultdict(dict), defaultdict(dict))
    if not polls:
        return counts
    slots = session.rows(
        f"SELECT poll, state, count(*) FROM slot WHERE poll IN ({_places(polls)}) GROUP BY poll, state", polls
    )
    for poll, state, count in slots:
        counts.slots[str(poll)][SlotState(state)] = int(count)
    sheets = session.rows(
        f"SELECT poll, subject, sum(filled), count(*) FROM paper_slot WHERE poll IN ({_places(polls)}) "
        "GROUP BY poll, subject",
        polls,
    )
    for poll, subject, filled, made in sheets:
        counts.filled[str(poll)][str(subject)] = int(filled)
        counts.made[str(poll)][str(subject)] = int(made)
    return counts


def _figures(poll: str, definition: bytes, leaves: tuple[bytes, ...], counts: _Counts) -> Figures:
    slots = {state: counts.slots[poll].get(state, 0) for state in SlotState}
    subjects = [subject.key for subject in PollDefinition.from_canonical(definition).subjects]
    return Figures(
        slots=slots,
        device=slots[SlotState.CAST],
        paper={subject: counts.filled[poll].get(subject, 0) for subject in subjects},
        paper_made={subject: counts.made[poll].get(subject, 0) for subject in subjects},
        list_digest=envelopes.list_digest(poll, list(leaves)),
        leaves=leaves,
    )


def _places(polls: Sequence[str]) -> str:
    return ", ".join("?" * len(polls))
