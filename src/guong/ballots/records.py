"""The urn's rows as values, and the few statements that several acts share."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from guong.ballots.connections import Session
from guong.core.lifecycle import PollState, SlotState
from guong.core.poll import PollDefinition
from guong.core.secrecy.envelope import KEY_BYTES, envelope_size

LEAF_BYTES = 32


@dataclass(frozen=True)
class PollRow:
    """One poll as stored. ``leaves`` is the frozen list, sorted, None before closing; the digest None before opening."""

    poll: str
    state: PollState
    definition: bytes
    questionnaire: bytes
    leaves: tuple[bytes, ...] | None
    opening_digest: bytes | None


def poll_row(session: Session, poll: str) -> PollRow | None:
    """Return a poll's row."""
    rows = session.rows(
        "SELECT state, definition, questionnaire, leaves, opening_digest FROM poll WHERE poll = ?", [poll]
    )
    if not rows:
        return None
    state, definition, questionnaire, leaves, digest = rows[0]
    return PollRow(
        poll=poll,
        state=PollState(state),
        definition=bytes(definition),
        questionnaire=bytes(questionnaire),
        leaves=None if leaves is None else split_leaves(bytes(leaves)),
        opening_digest=None if digest is None else bytes(digest),
    )


def poll_state(session: Session, poll: str) -> PollState | None:
    """Return a poll's state without reading the rest."""
    rows = session.rows("SELECT state FROM poll WHERE poll = ?", [poll])
    return PollState(rows[0][0]) if rows else None


def set_state(session: Session, poll: str, state: PollState) -> None:
    """Write a poll's state."""
    session.change("UPDATE poll SET state = ? WHERE poll = ?", [state.value, poll])


def slot_states(session: Session, poll: str) -> dict[SlotState, int]:
    """Count a poll's slots by state; every state has its number."""
    rows = session.rows("SELECT state, count(*) FROM slot WHERE poll = ? GROUP BY state", [poll])
    counted = {SlotState(state): int(count) for state, count in rows}
    return {state: counted.get(state, 0) for state in SlotState}


def slot_keys(session: Session, poll: str, *, void: bool) -> list[bytes]:
    """Return the sorted keys of a poll's voided slots, or of all the others."""
    wanted = "=" if void else "<>"
    rows = session.rows(
        f"SELECT slot_key FROM slot WHERE poll = ? AND state {wanted} ? ORDER BY slot_key",
        [poll, SlotState.VOID.value],
    )
    return [bytes(key) for (key,) in rows]


def add_slots(session: Session, definition: PollDefinition, slots: Sequence[bytes]) -> None:
    """Add free slots in key order, each full of random bytes of the poll's one size (DESIGN §4.2)."""
    size = envelope_size(len(definition.subjects))
    session.change_many(
        "INSERT INTO slot (poll, slot_key, state, envelope) VALUES (?, ?, ?, ?)",
        [(definition.poll, key, SlotState.FREE.value, secrets.token_bytes(size)) for key in sorted(slots)],
    )


def are_slot_keys(slots: Sequence[bytes]) -> bool:
    """Tell whether these are distinct 32-byte keys, at least one."""
    return bool(slots) and len(set(slots)) == len(slots) and all(len(key) == KEY_BYTES for key in slots)


def split_leaves(joined: bytes) -> tuple[bytes, ...]:
    """Return the leaves of their joined bytes."""
    return tuple(joined[start : start + LEAF_BYTES] for start in range(0, len(joined), LEAF_BYTES))
