"""From the last ballot to the overwritten urn: close, seal, confirm, erase; a rehearsal is forgotten (DESIGN §4.4-§4.7)."""

import secrets
from collections.abc import Mapping

from guong.ballots import paper, records, refusals
from guong.ballots.connections import Session, Store
from guong.core.lifecycle import PollState, SlotState, may_follow
from guong.core.outcome import Refused
from guong.core.poll import PollDefinition
from guong.core.questionnaire import Questionnaire
from guong.core.secrecy import envelope as envelopes
from guong.core.secrecy.box import Box, Sealed

_AFTER_CLOSING = {PollState.CLOSED, PollState.SEALED, PollState.OPENED, PollState.ERASED}
_OVER = {PollState.VOID, PollState.ERASED}
_FORGET = (
    "DELETE FROM paper_slot WHERE poll = ?",
    "DELETE FROM slot WHERE poll = ?",
    "DELETE FROM poll WHERE poll = ?",
)
_STILL_WHOLE = {PollState.CLOSED, PollState.SEALED, PollState.OPENED}


def close(store: Store, *, poll: str, paper_sets: Mapping[str, int]) -> PollState | Refused:
    """End casting, freeze the list of leaves, make as many paper slots per subject as sets were handed out.

    ``paper_sets`` maps subject key to sheets, absent means none. The same numbers again change nothing; greater ones add
    slots while the poll is only closed, for the hand count may find more sets than the desk did. Refused:
    ``unknown_poll``, ``wrong_state``, ``other_paper_sets``. Raises ValueError for an unknown subject or a negative number.
    """
    with store.writing() as session:
        session.lock(poll)
        row = records.poll_row(session, poll)
        if row is None:
            return refusals.NO_POLL
        definition = PollDefinition.from_canonical(row.definition)
        sets = _checked(definition, paper_sets)
        if row.state in _AFTER_CLOSING:
            return _again(session, row, definition, sets)
        if not may_follow(row.state, PollState.CLOSED):
            return refusals.NOT_THIS_STEP
        session.change(
            "UPDATE poll SET state = ?, leaves = ? WHERE poll = ?",
            [PollState.CLOSED.value, b"".join(_leaves(session, poll)), poll],
        )
        paper.make_slots(session, definition, sets)
    store.settle()
    return PollState.CLOSED


def _again(
    session: Session, row: records.PollRow, definition: PollDefinition, sets: Mapping[str, int]
) -> PollState | Refused:
    made = paper.made_sets(session, row.poll)
    if made == sets:
        return row.state
    missing = {subject: count - made.get(subject, 0) for subject, count in sets.items()}
    lowered = min(missing.values(), default=0) < 0 or not set(made) <= set(sets)
    if lowered or row.state is not PollState.CLOSED:
        return refusals.OTHER_PAPER_SETS
    paper.make_slots(session, definition, missing)
    return row.state


def seal(store: Store, *, poll: str) -> Box | Refused:
    """Seal a closed poll and return its box (formats §8); later calls return the same box until it is erased.

    Refused: ``unknown_poll``, ``wrong_state``, ``erased``, ``urn_changed`` where the envelopes are no longer those of the
    list frozen at closing.
    """
    with store.writing() as session:
        session.lock(poll)
        row = records.poll_row(session, poll)
        if row is None:
            return refusals.NO_POLL
        if row.state is PollState.ERASED:
            return refusals.ERASED
        if row.state not in _STILL_WHOLE:
            return refusals.NOT_THIS_STEP
        if tuple(_leaves(session, poll)) != row.leaves:
            return refusals.URN_CHANGED
        if row.state is PollState.CLOSED:
            records.set_state(session, poll, PollState.SEALED)
        box = _box(session, row)
    store.settle()
    return box


def confirm_opened(store: Store, *, poll: str, opening_digest: bytes) -> PollState | Refused:
    """Record that the box was opened with this 32-byte digest (formats §10); the same digest again is fine.

    Refused: ``unknown_poll``, ``wrong_state``, ``other_digest``.
    """
    with store.writing() as session:
        session.lock(poll)
        row = records.poll_row(session, poll)
        if row is None:
            return refusals.NO_POLL
        if row.opening_digest is not None:
            return row.state if row.opening_digest == opening_digest else refusals.OTHER_DIGEST
        if row.state is not PollState.SEALED:
            return refusals.NOT_THIS_STEP
        session.change(
            "UPDATE poll SET state = ?, opening_digest = ? WHERE poll = ?",
            [PollState.OPENED.value, opening_digest, poll],
        )
        return PollState.OPENED


def erase(store: Store, *, poll: str) -> PollState | Refused:
    """Overwrite every envelope of an opened (or void) poll with random bytes; the hash list stays (DESIGN §4.6).

    An opened poll becomes erased, a void one stays void. Repeating is fine. Refused: ``unknown_poll``, ``wrong_state``.
    """
    with store.writing() as session:
        session.lock(poll)
        row = records.poll_row(session, poll)
        if row is None:
            return refusals.NO_POLL
        if row.state not in (PollState.OPENED, PollState.VOID, PollState.ERASED):
            return refusals.NOT_THIS_STEP
        after = PollState.VOID if row.state is PollState.VOID else PollState.ERASED
        _overwrite(session, row)
        records.set_state(session, poll, after)
    store.scrub()
    return after


def forget(store: Store, *, poll: str) -> PollState | Refused:
    """Delete a rehearsal that is void or erased, with all its slots; the one act by which a poll leaves the urn.

    Only for a poll whose definition, fixed when its slips were made, says that it is a rehearsal. Returns the state it
    ended in; repeating is fine. Refused: ``not_a_rehearsal``, ``wrong_state``.
    """
    with store.writing() as session:
        session.lock(poll)
        row = records.poll_row(session, poll)
        if row is None:
            return PollState.VOID
        if not PollDefinition.from_canonical(row.definition).is_rehearsal:
            return refusals.NOT_A_REHEARSAL
        if row.state not in _OVER:
            return refusals.NOT_THIS_STEP
        for statement in _FORGET:
            session.change(statement, [poll])
    store.scrub()
    return row.state


def _checked(definition: PollDefinition, paper_sets: Mapping[str, int]) -> dict[str, int]:
    known = {subject.key for subject in definition.subjects}
    if not set(paper_sets) <= known or any(count < 0 for count in paper_sets.values()):
        raise ValueError("paper sets are counted by subject of the poll, from 0 up")
    return {subject: count for subject, count in paper_sets.items() if count}


def _device(session: Session, poll: str) -> list[Sealed]:
    rows = session.rows(
        "SELECT slot_key, envelope FROM slot WHERE poll = ? AND state = ? ORDER BY slot_key",
        [poll, SlotState.CAST.value],
    )
    return [Sealed(bytes(key), bytes(envelope)) for key, envelope in rows]


def _leaves(session: Session, poll: str) -> list[bytes]:
    return sorted(envelopes.leaf(entry.slot_key, entry.envelope) for entry in _device(session, poll))


def _box(session: Session, row: records.PollRow) -> Box:
    definition = PollDefinition.from_canonical(row.definition)
    order = {subject.key: place for place, subject in enumerate(definition.subjects)}
    filled = session.rows(
        "SELECT subject, slot_key, envelope FROM paper_slot WHERE poll = ? AND filled = 1", [row.poll]
    )
    sheets = [Sealed(bytes(key), bytes(envelope), str(subject)) for subject, key, envelope in filled]
    return Box(
        definition=definition,
        form=Questionnaire.from_canonical(row.questionnaire),
        device=tuple(_device(session, row.poll)),
        paper=tuple(sorted(sheets, key=lambda sheet: (order[sheet.subject or ""], sheet.slot_key))),
        slots=records.slot_states(session, row.poll),
    )


def _overwrite(session: Session, row: records.PollRow) -> None:
    size = envelopes.envelope_size(len(PollDefinition.from_canonical(row.definition).subjects))
    slots = session.rows("SELECT slot_key FROM slot WHERE poll = ?", [row.poll])
    session.change_many(
        "UPDATE slot SET envelope = ? WHERE poll = ? AND slot_key = ?",
        [(secrets.token_bytes(size), row.poll, bytes(key)) for (key,) in slots],
    )
    sheets = session.rows("SELECT subject, slot_key FROM paper_slot WHERE poll = ?", [row.poll])
    session.change_many(
        "UPDATE paper_slot SET envelope = ? WHERE poll = ? AND subject = ? AND slot_key = ?",
        [(secrets.token_bytes(size), row.poll, subject, bytes(key)) for subject, key in sheets],
    )
