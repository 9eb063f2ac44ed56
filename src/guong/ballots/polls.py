"""A poll's life in the urn: prepared, opened, paused, its slips marked; and its doors to closing and opening.

The urn alone keeps the state (DESIGN §2). Every act is idempotent: it may be repeated after a crash of the caller.
"""

from collections.abc import Sequence

from guong.ballots import records, refusals
from guong.ballots.closing import close, confirm_opened, erase, forget, seal
from guong.ballots.connections import Session, Store
from guong.ballots.figures import Figures, Surveyed, figures, survey
from guong.ballots.paper import free_paper_slots, put_paper
from guong.core.lifecycle import PollState, SlotState, may_follow
from guong.core.outcome import Refused
from guong.core.poll import PollDefinition
from guong.core.questionnaire import Questionnaire

__all__ = [
    "Figures",
    "Surveyed",
    "close",
    "confirm_opened",
    "definition",
    "durability_problems",
    "erase",
    "figures",
    "forget",
    "free_paper_slots",
    "has_received",
    "mark_slot",
    "prepare",
    "put_paper",
    "questionnaire",
    "replace_slots",
    "seal",
    "state",
    "states",
    "step",
    "survey",
    "suspend_all",
]

_STEPS = {PollState.OPEN, PollState.PAUSED, PollState.SUSPENDED, PollState.VOID}
_MARKS = {SlotState.EXCHANGED, SlotState.SPOILED, SlotState.LEFT_OVER}
LEAST_TOLD = 10
_MARKED_IN = {PollState.PREPARED, PollState.OPEN, PollState.PAUSED, PollState.SUSPENDED, PollState.CLOSED}


def prepare(
    store: Store, *, definition: bytes, questionnaire: bytes, slots: Sequence[bytes]
) -> PollState | Refused:
    """Set up a poll from its canonical definition (formats §3), form (formats §2) and 32-byte slot keys.

    Returns the poll's state; equal bytes again change nothing. Refused: ``other_definition``, ``other_slots``.
    Raises ValueError for parts that don't belong together: the caller read them from checked files.
    """
    parsed = PollDefinition.from_canonical(definition)
    if Questionnaire.from_canonical(questionnaire).digest != parsed.questionnaire:
        raise ValueError("the questionnaire is not the definition's")
    if not records.are_slot_keys(slots):
        raise ValueError("slot keys are missing, doubled or malformed")
    with store.writing() as session:
        session.lock(parsed.poll)
        row = records.poll_row(session, parsed.poll)
        if row is None:
            session.change(
                "INSERT INTO poll (poll, state, definition, questionnaire) VALUES (?, ?, ?, ?)",
                [parsed.poll, PollState.PREPARED.value, definition, questionnaire],
            )
            records.add_slots(session, parsed, slots)
            return PollState.PREPARED
        if (row.definition, row.questionnaire) != (definition, questionnaire):
            return refusals.OTHER_DEFINITION
        if records.slot_keys(session, parsed.poll, void=False) != sorted(slots):
            return refusals.OTHER_SLOTS
        return row.state


def replace_slots(store: Store, *, poll: str, slots: Sequence[bytes]) -> PollState | Refused:
    """Void the whole set of slips and put a new one in its place ("In lại cả bộ", DESIGN §4.2).

    Only while the poll is prepared. The old slots stay as void, so that an old slip tells its holder the truth.
    Refused: ``unknown_poll``, ``wrong_state``, ``old_slots`` where a new key is already void.
    """
    if not records.are_slot_keys(slots):
        raise ValueError("slot keys are missing, doubled or malformed")
    with store.writing() as session:
        session.lock(poll)
        row = records.poll_row(session, poll)
        if row is None:
            return refusals.NO_POLL
        if row.state is not PollState.PREPARED:
            return refusals.NOT_THIS_STEP
        present = records.slot_keys(session, poll, void=False)
        if present == sorted(slots):
            return row.state
        if not set(slots).isdisjoint(present + records.slot_keys(session, poll, void=True)):
            return refusals.OLD_SLOTS
        # A slip already marked as spoiled keeps its mark: only free ones can still be voided.
        session.change(
            "UPDATE slot SET state = ? WHERE poll = ? AND state = ?",
            [SlotState.VOID.value, poll, SlotState.FREE.value],
        )
        records.add_slots(session, PollDefinition.from_canonical(row.definition), slots)
        return row.state


def step(store: Store, *, poll: str, to: PollState) -> PollState | Refused:
    """Take a poll to open, paused, suspended or void; already there is fine.

    Refused: ``unknown_poll``, ``wrong_state``, and for opening ``unsafe_storage`` (DESIGN §9). Closing, sealing, opening
    and erasing have acts of their own: asking for them here raises ValueError.
    """
    if to not in _STEPS:
        raise ValueError(f"{to.value} is not reached by a step")
    if to is PollState.OPEN and (problems := durability_problems(store)):
        return problems[0]
    with store.writing() as session:
        session.lock(poll)
        now = records.poll_state(session, poll)
        if now is None:
            return refusals.NO_POLL
        if now is to:
            return now
        if not may_follow(now, to):
            return refusals.NOT_THIS_STEP
        records.set_state(session, poll, to)
        return to


def suspend_all(store: Store) -> list[str]:
    """Make every open or paused poll suspended, as a restored urn must be (DESIGN §9); return their keys, sorted."""
    with store.writing() as session:
        casting = [PollState.OPEN.value, PollState.PAUSED.value]
        found = session.rows("SELECT poll FROM poll WHERE state IN (?, ?) ORDER BY poll", casting)
        for (poll,) in found:
            session.lock(str(poll))
            records.set_state(session, str(poll), PollState.SUSPENDED)
        return [str(poll) for (poll,) in found]


def state(store: Store, *, poll: str) -> PollState | None:
    """Return a poll's state, None where the urn doesn't know the poll."""
    with store.reading() as session:
        return records.poll_state(session, poll)


def states(store: Store, *, polls: Sequence[str]) -> dict[str, PollState]:
    """Return the states of many polls in one view; a poll that the urn doesn't know is left out."""
    if not polls:
        return {}
    places = ", ".join("?" * len(polls))
    with store.reading() as session:
        rows = session.rows(f"SELECT poll, state FROM poll WHERE poll IN ({places})", list(polls))
    return {str(poll): PollState(state) for poll, state in rows}


def definition(store: Store, *, poll: str) -> PollDefinition | None:
    """Return a poll's definition."""
    with store.reading() as session:
        row = records.poll_row(session, poll)
    return PollDefinition.from_canonical(row.definition) if row else None


def questionnaire(store: Store, *, poll: str) -> Questionnaire | None:
    """Return a poll's form."""
    with store.reading() as session:
        row = records.poll_row(session, poll)
    return Questionnaire.from_canonical(row.questionnaire) if row else None


def has_received(store: Store, *, poll: str, at_least: int) -> bool:
    """Tell whether an open poll holds at least so many ballots cast with slips; how many it holds is never told.

    Raises ValueError below `LEAST_TOLD`: in a small hall the moment of one ballot could be seen (decision 0014).
    """
    if at_least < LEAST_TOLD:
        raise ValueError(f"told from {LEAST_TOLD} ballots on")
    with store.reading() as session:
        return records.slot_states(session, poll)[SlotState.CAST] >= at_least


def mark_slot(store: Store, *, poll: str, slot_key: bytes, to: SlotState) -> SlotState | Refused:
    """Mark a free slot as exchanged, spoiled or left over (DESIGN §4.5, §4.7); the same mark again is fine.

    Refused: ``unknown_poll``, ``unknown_slip``, ``wrong_state`` once the box is sealed, and ``used``, ``exchanged``,
    ``spoiled``, ``left_over``, ``void`` where the slot is no longer free.
    """
    if to not in _MARKS:
        raise ValueError(f"{to.name} is not a mark")
    with store.writing() as session:
        session.lock(poll)
        now = records.poll_state(session, poll)
        if now is None:
            return refusals.NO_POLL
        if now not in _MARKED_IN:
            return refusals.NOT_THIS_STEP
        return _mark(session, poll, slot_key, to)


def _mark(session: Session, poll: str, slot_key: bytes, to: SlotState) -> SlotState | Refused:
    changed = session.change(
        "UPDATE slot SET state = ? WHERE poll = ? AND slot_key = ? AND state = ?",
        [to.value, poll, slot_key, SlotState.FREE.value],
    )
    if changed:
        return to
    rows = session.rows("SELECT state FROM slot WHERE poll = ? AND slot_key = ?", [poll, slot_key])
    if not rows:
        return refusals.UNKNOWN_SLIP
    found = SlotState(rows[0][0])
    return found if found is to else refusals.SLOT[found]


def durability_problems(store: Store) -> list[Refused]:
    """Return the database settings that can lose an acknowledged ballot or record too much (DESIGN §9)."""
    return store.problems()
