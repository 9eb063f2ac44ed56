"""Acts that touch register and urn: the intent is written first, the urn's idempotent act follows (DESIGN §2).

A crash between the two leaves a wanted intent; `finish_intents` ends it at start-up and in ``guong check``.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from guong.ballots import polls
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.secrecy.requests import PollKeys
from guong.office.conferences import refusals, urn
from guong.office.conferences.models import Cancellation, Intent, Poll, RollEntry
from guong.office.journal import services as journal

Outcome = PollState | Refused

_logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Act:
    """An act on the urn, and what the register writes once it is done or was refused."""

    call: Callable[[Poll, dict[str, Any]], Outcome]
    done: Callable[[Poll], None]
    refused: Callable[[Poll], None]


def perform(*, poll: Poll, act: str, arguments: dict[str, Any] | None = None) -> Outcome:
    """Write the intent, do the act, write that it is done; earlier unfinished acts of the poll go first."""
    finish_intents(poll_key=poll.poll_key)
    return carry_out(want(poll=poll, act=act, arguments=arguments), poll)


def want(*, poll: Poll, act: str, arguments: dict[str, Any] | None = None) -> Intent:
    """Write an intent. What must survive a crash together with it is saved in the same transaction by the caller."""
    return Intent.objects.create(poll_key=poll.poll_key, act=act, arguments=arguments or {})


def carry_out(intent: Intent, poll: Poll) -> Outcome:
    """Do a wanted act once: the intent's row is locked meanwhile, so that no other process does it again later.

    The urn commits by itself before the register does; a crash between the two leaves the intent wanted, and the
    idempotent act is done again.
    """
    act = ACTS[intent.act]
    with transaction.atomic():
        state = Intent.objects.select_for_update().get(pk=intent.pk).state
        if state == Intent.DONE and (now := urn.state(poll.poll_key)) is not None:
            return now
        outcome = act.call(poll, intent.arguments)
        _settle(intent, outcome)
        (act.refused if isinstance(outcome, Refused) else act.done)(poll)
    if intent.act == "close":
        forget_order_of_writing()
    return outcome


def finish_intents(*, poll_key: str | None = None) -> list[Intent]:
    """Finish every wanted intent (of one poll, or of all) in the order of writing; return those touched.

    A fault in one poll's act is logged and leaves that poll's intents wanted; the other polls go on.
    """
    wanted = Intent.objects.filter(state=Intent.WANTED)
    if poll_key is not None:
        wanted = wanted.filter(poll_key=poll_key)
    touched = list(wanted.order_by("pk"))
    polls_by_key = {
        poll.poll_key: poll for poll in Poll.objects.filter(poll_key__in={i.poll_key for i in touched})
    }
    stuck: set[str] = set()
    for intent in touched:
        if intent.poll_key in stuck:
            continue
        if intent.poll_key not in polls_by_key:
            _settle(intent, Refused("unknown_poll", "Không còn hội nghị này."))
        elif not _finish(intent, polls_by_key[intent.poll_key]):
            stuck.add(intent.poll_key)
    return touched


def _finish(intent: Intent, poll: Poll) -> bool:
    try:
        carry_out(intent, poll)
    except Exception:
        _logger.exception("the act %s on poll %s is still unfinished", intent.act, intent.poll_key)
        return False
    return True


def _settle(intent: Intent, outcome: Outcome) -> None:
    refused = isinstance(outcome, Refused)
    intent.state = Intent.REFUSED if refused else Intent.DONE
    intent.reason = outcome.reason if isinstance(outcome, Refused) else ""
    intent.save(update_fields=["state", "reason"])


def _prepare(poll: Poll, _: dict[str, Any]) -> Outcome:
    if not poll.keys:
        return refusals.NO_KEYS
    return polls.prepare(
        urn.store(),
        definition=bytes(poll.definition),
        questionnaire=bytes(poll.questionnaire),
        slots=PollKeys.from_bytes(bytes(poll.keys)).slots,
    )


def _drop_keys(poll: Poll) -> None:
    """Forget refused keys, but never those that the urn stands on."""
    standing = polls.definition(urn.store(), poll=poll.poll_key)
    if standing is None or standing.raw != bytes(poll.definition):
        poll.keys, poll.definition, poll.questionnaire = b"", b"", b""
        poll.save(update_fields=["keys", "definition", "questionnaire"])


def _step(to: PollState) -> Callable[[Poll, dict[str, Any]], Outcome]:
    return lambda poll, _: polls.step(urn.store(), poll=poll.poll_key, to=to)


def _cancel(poll: Poll, _: dict[str, Any]) -> Outcome:
    """Void what the urn holds of a cancelled conference; where it holds nothing, nothing is left to void."""
    if urn.state(poll.poll_key) is None:
        return PollState.VOID
    return polls.step(urn.store(), poll=poll.poll_key, to=PollState.VOID)


def _take_cancellation_back(poll: Poll) -> None:
    """The poll was opened before it could be voided: the conference is held."""
    conference = poll.conference
    Cancellation.objects.filter(conference=conference).delete()
    text = f"Không huỷ hội nghị vì hòm phiếu đã mở trước: {conference.title}."
    journal.record(actor=None, act="conferences.not_cancelled", unit_key=conference.unit.key, text=text)


def _close(poll: Poll, arguments: dict[str, Any]) -> Outcome:
    return polls.close(urn.store(), poll=poll.poll_key, paper_sets=arguments["paper_sets"])


def _seal(poll: Poll, _: dict[str, Any]) -> Outcome:
    box = polls.seal(urn.store(), poll=poll.poll_key)
    return box if isinstance(box, Refused) else PollState.SEALED


def _confirm_opened(poll: Poll, arguments: dict[str, Any]) -> Outcome:
    digest = bytes.fromhex(arguments["opening_digest"])
    return polls.confirm_opened(urn.store(), poll=poll.poll_key, opening_digest=digest)


def _erase(poll: Poll, _: dict[str, Any]) -> Outcome:
    return polls.erase(urn.store(), poll=poll.poll_key)


def _forget(poll: Poll, _: dict[str, Any]) -> Outcome:
    return polls.forget(urn.store(), poll=poll.poll_key)


def _note_opening(poll: Poll) -> None:
    conference = poll.conference
    conference.opened_at = conference.opened_at or timezone.now()
    conference.save(update_fields=["opened_at"])


def _note_closing(poll: Poll) -> None:
    conference = poll.conference
    conference.closed_at = conference.closed_at or timezone.now()
    conference.save(update_fields=["closed_at"])
    _rewrite_roll(poll)


def _rewrite_roll(poll: Poll) -> None:
    """Write the whole roll anew in roll order, so that no file tells in which order people arrived."""
    entries = list(poll.conference.roll.order_by("place", "pk"))
    poll.conference.roll.all().delete()
    RollEntry.objects.bulk_create(
        RollEntry(
            conference=poll.conference,
            person_id=entry.person_id,
            place=place,
            printed_name=entry.printed_name,
            position=entry.position,
            present=entry.present,
        )
        for place, entry in enumerate(entries, 1)
    )


def forget_order_of_writing() -> None:
    """Drop what still tells the order of the hall's ticks: SQLite's log, PostgreSQL's dead versions of rows."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        elif connection.vendor == "postgresql":
            cursor.execute("VACUUM (FULL) conferences_rollentry")


def _nothing(_: Poll) -> None:
    return None


ACTS = {
    "prepare": Act(_prepare, _nothing, _drop_keys),
    "open": Act(_step(PollState.OPEN), _note_opening, _nothing),
    "pause": Act(_step(PollState.PAUSED), _nothing, _nothing),
    "void": Act(_step(PollState.VOID), _nothing, _nothing),
    "cancel": Act(_cancel, _nothing, _take_cancellation_back),
    "close": Act(_close, _note_closing, _nothing),
    "seal": Act(_seal, _nothing, _nothing),
    "confirm_opened": Act(_confirm_opened, _nothing, _nothing),
    "erase": Act(_erase, _nothing, _nothing),
    "forget": Act(_forget, _nothing, _nothing),
}
