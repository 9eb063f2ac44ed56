"""Phiếu thử: the whole way of a ballot before the poll opens, with a slip that no poll knows (ux.md screen 23).

Nothing of it can stay in the box: there is no slot for it. What the box answers to it, and that the box can write, is what
shows that the way is open.
"""

from dataclasses import dataclass

from guong.ballots import casting, polls, refusals
from guong.ballots.connections import StorageFull, Store, StoreUnavailable
from guong.core.ballot import plaintext_size
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.poll import PollDefinition
from guong.core.secrecy import envelope, slips

EXPECTED = refusals.UNKNOWN_SLIP.reason


@dataclass(frozen=True)
class Trial:
    """What a phone would send with a slip of no slot: the question about it (formats §7), and a ballot of zeros."""

    question: bytes
    ballot: bytes


def try_out(store: Store, *, poll: str) -> Trial | Refused:
    """Write durably, ask and cast with a made-up slip; returns the same for sending it once more over the network.

    Refused: ``unknown_poll``, ``wrong_state`` once the poll was opened (ballots then prove themselves), ``storage_full``,
    ``busy``, ``trial_failed`` where the box answered something else than that it knows no such slip.
    """
    definition = polls.definition(store, poll=poll)
    if definition is None:
        return refusals.NO_POLL
    refused = _written(store, poll)
    if refused is not None:
        return refused
    ticket = slips.new_tickets(1)[0]
    slot_key, sealed = slips.public_key(ticket, poll), _sealed(definition, ticket)
    signature = slips.signing_key(ticket, poll).sign(envelope.question_bytes(poll, slot_key))
    answers = (
        casting.ask(store, poll=poll, slot_key=slot_key, signature=signature),
        casting.cast(store, poll=poll, slot_key=slot_key, envelope=sealed),
    )
    if any(getattr(answer, "reason", "") != EXPECTED for answer in answers):
        return refusals.TRIAL_FAILED
    return Trial(slot_key + signature, slot_key + sealed)


def _written(store: Store, poll: str) -> Refused | None:
    """Write the poll's state over itself, durably, and read it back; why it failed, or None."""
    try:
        with store.writing() as session:
            session.lock(poll)
            prepared = PollState.PREPARED.value
            changed = session.change(
                "UPDATE poll SET state = state WHERE poll = ? AND state = ?", [poll, prepared]
            )
    except StorageFull:
        return refusals.CANNOT_WRITE
    except StoreUnavailable:
        return refusals.BUSY
    return None if changed and polls.state(store, poll=poll) is PollState.PREPARED else refusals.NOT_THIS_STEP


def _sealed(definition: PollDefinition, ticket: bytes) -> bytes:
    slot_key = slips.public_key(ticket, definition.poll)
    signer = slips.signing_key(ticket, definition.poll)
    return envelope.seal(definition, slot_key, bytes(plaintext_size(len(definition.subjects))), signer)
