"""Casting: a slot is used once, durably, and the answer is the same however often it is asked (DESIGN §4.3).

Nothing here writes a log line, a time or an address.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guong.ballots import polls, records, refusals
from guong.ballots.connections import Session, StorageFull, Store, StoreUnavailable
from guong.core.lifecycle import PollState, SlotState
from guong.core.outcome import Refused
from guong.core.poll import PollDefinition
from guong.core.secrecy import envelope as envelopes


@dataclass(frozen=True)
class Attempt:
    """One wish to cast whose signature was already verified."""

    poll: str
    slot_key: bytes
    envelope: bytes


@dataclass(frozen=True)
class Accepted:
    """The envelope is in the urn, durably. ``leaf`` is its 32-byte entry in the list to be published."""

    leaf: bytes


@dataclass(frozen=True)
class Answer:
    """What the holder of a slip is told: the slip's state and the poll's."""

    slot: SlotState
    poll: PollState


@dataclass(frozen=True)
class _Poll:
    state: PollState
    leaves: tuple[bytes, ...] | None


_Slots = dict[bytes, tuple[SlotState, bytes | None]]


class Definitions:
    """Definitions of known polls kept in memory: they never change once prepared."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, PollDefinition] = {}

    def kept(self, poll: str) -> PollDefinition | None:
        """Return a definition already in memory; touches no database."""
        return self._known.get(poll)

    def get(self, poll: str) -> PollDefinition | None:
        """Return a poll's definition; unknown polls are asked for anew and never remembered."""
        if poll not in self._known:
            found = polls.definition(self._store, poll=poll)
            if found is None:
                return None
            self._known[poll] = found
        return self._known[poll]


def check(definition: PollDefinition, slot_key: bytes, envelope: bytes) -> Attempt | Refused:
    """Verify size and signature of what came in; no database. Refused: ``malformed``, ``bad_signature``."""
    size = envelopes.envelope_size(len(definition.subjects))
    if len(slot_key) != envelopes.KEY_BYTES or len(envelope) != size:
        return refusals.MALFORMED
    if not envelopes.is_signed_by(definition, slot_key, envelope, slot_key):
        return refusals.BAD_SIGNATURE
    return Attempt(definition.poll, slot_key, envelope)


def cast(store: Store, *, poll: str, slot_key: bytes, envelope: bytes) -> Accepted | Refused:
    """Cast one envelope in a transaction of its own; the same bytes again are accepted again, also after closing.

    Refused: as formats §7 lists for ``/cast``.
    """
    definition = polls.definition(store, poll=poll)
    if definition is None:
        return refusals.UNKNOWN_POLL
    attempt = check(definition, slot_key, envelope)
    return attempt if isinstance(attempt, Refused) else cast_group(store, [attempt])[0]


def cast_group(store: Store, attempts: Sequence[Attempt]) -> list[Accepted | Refused]:
    """Cast a group in one transaction; outcomes stand in the order of the attempts and are durable on return.

    One slip twice in a group: equal bytes share an outcome, other bytes come after the first and are refused.
    """
    try:
        with store.writing() as session:
            outcomes: dict[Attempt, Accepted | Refused] = {}
            for poll in sorted({attempt.poll for attempt in attempts}):
                session.lock(poll)
            for wave in _waves(attempts):
                outcomes |= _cast_wave(session, wave)
    except StorageFull:
        return [refusals.STORAGE_FULL] * len(attempts)
    except StoreUnavailable:
        return [refusals.BUSY] * len(attempts)
    return [outcomes[attempt] for attempt in attempts]


def ask(store: Store, *, poll: str, slot_key: bytes, signature: bytes) -> Answer | Refused:
    """Tell the holder of a slip what became of it; only who can sign with the slip may ask (formats §7).

    Refused: ``bad_signature``, ``unknown_poll``, ``unknown_slip``, ``busy``.
    """
    if not envelopes.is_question_by(poll, slot_key, signature):
        return refusals.BAD_SIGNATURE
    try:
        with store.reading() as session:
            state = records.poll_state(session, poll)
            rows = session.rows("SELECT state FROM slot WHERE poll = ? AND slot_key = ?", [poll, slot_key])
    except StoreUnavailable:
        return refusals.BUSY
    if state is None:
        return refusals.UNKNOWN_POLL
    return Answer(SlotState(rows[0][0]), state) if rows else refusals.UNKNOWN_SLIP


def _waves(attempts: Iterable[Attempt]) -> list[list[Attempt]]:
    """Split a group so that no slot stands twice in a wave; equal attempts are kept once."""
    waves: list[list[Attempt]] = []
    seen: dict[tuple[str, bytes], int] = defaultdict(int)
    for attempt in dict.fromkeys(attempts):
        place = seen[attempt.poll, attempt.slot_key]
        seen[attempt.poll, attempt.slot_key] += 1
        if place == len(waves):
            waves.append([])
        waves[place].append(attempt)
    return waves


def _cast_wave(session: Session, wave: Sequence[Attempt]) -> dict[Attempt, Accepted | Refused]:
    outcomes: dict[Attempt, Accepted | Refused] = {}
    by_poll: dict[str, list[Attempt]] = defaultdict(list)
    for attempt in wave:
        by_poll[attempt.poll].append(attempt)
    for poll, attempts in by_poll.items():
        row = _poll(session, poll)
        slots = _slots(session, poll, [attempt.slot_key for attempt in attempts])
        decided = {attempt: _decide(attempt, row, slots.get(attempt.slot_key)) for attempt in attempts}
        _store(session, [attempt for attempt, outcome in decided.items() if outcome is None])
        for attempt, outcome in decided.items():
            outcomes[attempt] = _accepted(attempt) if outcome is None else outcome
    return outcomes


def _poll(session: Session, poll: str) -> _Poll | None:
    rows = session.rows("SELECT state, leaves FROM poll WHERE poll = ?", [poll])
    if not rows:
        return None
    state, leaves = rows[0]
    return _Poll(PollState(state), None if leaves is None else records.split_leaves(bytes(leaves)))


def _slots(session: Session, poll: str, keys: Sequence[bytes]) -> _Slots:
    marks = ", ".join("?" * len(keys))
    rows = session.rows(
        "SELECT slot_key, state, CASE WHEN state = 1 THEN envelope END FROM slot "
        f"WHERE poll = ? AND slot_key IN ({marks})",
        [poll, *keys],
    )
    return {bytes(key): (SlotState(state), envelope and bytes(envelope)) for key, state, envelope in rows}


def _decide(
    attempt: Attempt, poll: _Poll | None, slot: tuple[SlotState, bytes | None] | None
) -> Accepted | Refused | None:
    """Return the outcome, or None where the envelope is to be stored."""
    if poll is None:
        return refusals.UNKNOWN_POLL
    if slot is None:
        return refusals.UNKNOWN_SLIP
    if poll.state is PollState.VOID:
        return refusals.POLL[poll.state]
    state, stored = slot
    if state is SlotState.CAST:
        accepted = _accepted(attempt)
        # After the erasure only the frozen list remembers what was cast.
        same = stored == attempt.envelope or accepted.leaf in (poll.leaves or ())
        return accepted if same else refusals.USED
    if state is not SlotState.FREE:
        return refusals.SLOT[state]
    return None if poll.state is PollState.OPEN else refusals.POLL[poll.state]


def _accepted(attempt: Attempt) -> Accepted:
    return Accepted(envelopes.leaf(attempt.slot_key, attempt.envelope))


def _store(session: Session, attempts: Sequence[Attempt]) -> None:
    if not attempts:
        return
    changed = session.change_many(
        "UPDATE slot SET state = 1, envelope = ? WHERE poll = ? AND slot_key = ? AND state = 0 "
        "AND EXISTS (SELECT 1 FROM poll WHERE poll.poll = slot.poll AND poll.state = 'open')",
        [(attempt.envelope, attempt.poll, attempt.slot_key) for attempt in attempts],
    )
    if changed != len(attempts):
        raise RuntimeError("a slot changed under its poll's lock")
