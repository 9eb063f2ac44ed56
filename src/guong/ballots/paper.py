"""Paper sheets in the urn: slots made at closing, filled by the registered station (DESIGN §4.5)."""

import secrets
from collections.abc import Mapping

from guong.ballots import records, refusals
from guong.ballots.connections import Session, Store
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.poll import PollDefinition
from guong.core.secrecy import envelope as envelopes


def free_paper_slots(store: Store, *, poll: str, subject: str) -> tuple[bytes, ...]:
    """Return the 32-byte keys of a subject's unfilled paper slots, sorted; none before closing."""
    with store.reading() as session:
        rows = session.rows(
            "SELECT slot_key FROM paper_slot WHERE poll = ? AND subject = ? AND filled = 0 ORDER BY slot_key",
            [poll, subject],
        )
    return tuple(bytes(key) for (key,) in rows)


def put_paper(
    store: Store, *, poll: str, subject: str, slot_key: bytes, envelope: bytes
) -> PollState | Refused:
    """Put one sheet's envelope into a paper slot of a closed poll; the same bytes again change nothing.

    Refused: ``unknown_poll``, ``malformed``, ``bad_signature`` unless a registered station signed, ``unknown_slip``,
    ``used`` for other bytes, ``wrong_state`` unless the poll is closed.
    """
    with store.writing() as session:
        session.lock(poll)
        row = records.poll_row(session, poll)
        if row is None:
            return refusals.NO_POLL
        definition = PollDefinition.from_canonical(row.definition)
        if len(envelope) != envelopes.envelope_size(len(definition.subjects)):
            return refusals.MALFORMED
        if not _signed_by_a_station(definition, slot_key, envelope):
            return refusals.BAD_STATION
        return _fill(session, row, (poll, subject, slot_key), envelope)


def made_sets(session: Session, poll: str) -> dict[str, int]:
    """Count all paper slots by subject key; subjects without any are left out."""
    rows = session.rows("SELECT subject, count(*) FROM paper_slot WHERE poll = ? GROUP BY subject", [poll])
    return {str(subject): int(count) for subject, count in rows}


def make_slots(session: Session, definition: PollDefinition, sets: Mapping[str, int]) -> None:
    """Make exactly that many paper slots for each subject, full of random bytes."""
    size = envelopes.envelope_size(len(definition.subjects))
    for subject in sorted(sets):
        keys = sorted(secrets.token_bytes(envelopes.KEY_BYTES) for _ in range(sets[subject]))
        session.change_many(
            "INSERT INTO paper_slot (poll, subject, slot_key, filled, envelope) VALUES (?, ?, ?, 0, ?)",
            [(definition.poll, subject, key, secrets.token_bytes(size)) for key in keys],
        )


def _signed_by_a_station(definition: PollDefinition, slot_key: bytes, envelope: bytes) -> bool:
    stations = definition.station_keys
    return any(envelopes.is_signed_by(definition, slot_key, envelope, station) for station in stations)


def _fill(
    session: Session, row: records.PollRow, place: tuple[str, str, bytes], envelope: bytes
) -> PollState | Refused:
    where = "poll = ? AND subject = ? AND slot_key = ?"
    found = session.rows(f"SELECT filled, envelope FROM paper_slot WHERE {where}", place)
    if not found:
        return refusals.NO_PAPER_SLOT
    filled, stored = found[0]
    if filled:
        return row.state if bytes(stored) == envelope else refusals.PAPER_FILLED
    if row.state is not PollState.CLOSED:
        return refusals.NOT_THIS_STEP
    session.change(f"UPDATE paper_slot SET filled = 1, envelope = ? WHERE {where}", [envelope, *place])
    return row.state
