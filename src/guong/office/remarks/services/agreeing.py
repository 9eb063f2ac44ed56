"""The other officer's half: agreeing to a proposal, or sending it back with a word. Never to one's own."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from guong.core.outcome import Refused
from guong.core.remarks.verdicts import LONGEST_NOTE, one_line
from guong.office.accounts.models import User
from guong.office.remarks import refusals, selectors
from guong.office.remarks.models import Desk, Draft, DraftState
from guong.office.remarks.selectors import Work
from guong.office.remarks.services.holding import held


@transaction.atomic
def confirm(*, desk: Desk, key: UUID, version: int, actor: User, with_alike: bool = False) -> Draft | Refused:
    """Agree to what the other officer proposed; ``with_alike`` also where the same was proposed for the very same words.

    Refused: ``not_seated``, ``ended``, ``gone``, ``changed_meanwhile``, ``not_proposed``, ``own_proposal``.
    """
    seen = _Seen(desk, key, version, actor, with_alike)
    return _answer(seen, DraftState.CONFIRMED, "")


@transaction.atomic
def send_back(
    *, desk: Desk, key: UUID, version: int, answer: str, actor: User, with_alike: bool = False
) -> Draft | Refused:
    """Send a proposal back with a word on what to mend. Refused as `confirm`, and ``no_answer``, ``long_answer``."""
    words = one_line(answer)
    if not words:
        return refusals.NO_ANSWER
    if len(words) > LONGEST_NOTE:
        return refusals.LONG_ANSWER
    seen = _Seen(desk, key, version, actor, with_alike)
    return _answer(seen, DraftState.RETURNED, words)


@dataclass(frozen=True)
class _Seen:
    """What an officer answers: a remark as it was seen."""

    desk: Desk
    key: UUID
    version: int
    actor: User
    with_alike: bool


def _answer(seen: _Seen, state: DraftState, words: str) -> Draft | Refused:
    locked = held(desk=seen.desk, actor=seen.actor)
    if isinstance(locked, Refused):
        return locked
    entries = selectors.entries_of(locked)
    entry = selectors.entry_among(entries, seen.key)
    if entry is None or entry.draft is None:
        return refusals.GONE
    obstacle = _obstacle(entry.draft, seen)
    if obstacle is not None:
        return obstacle
    draft = entry.draft
    for other in selectors.alike(entries, entry, seen.actor, Work.CONFIRM) if seen.with_alike else ():
        if other.draft and _same(other.draft, draft):
            _settle(other.draft, state, words)
    return _settle(draft, state, words)


def _obstacle(draft: Draft, seen: _Seen) -> Refused | None:
    if draft.version != seen.version:
        return refusals.CHANGED
    if draft.state != DraftState.PROPOSED:
        return refusals.NOT_PROPOSED
    return refusals.OWN_PROPOSAL if draft.proposed_by == seen.actor.key else None


def _same(one: Draft, other: Draft) -> bool:
    return (one.verdict, one.text, one.theme, one.reason) == (
        other.verdict,
        other.text,
        other.theme,
        other.reason,
    )


def _settle(draft: Draft, state: DraftState, words: str) -> Draft:
    draft.state, draft.answer = state, words
    draft.version += 1
    draft.save()
    return draft
