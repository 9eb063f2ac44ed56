"""Hội nghị thử: a conference with invented people that runs like any other and is deleted afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from guong.core.lifecycle import PollState, may_follow
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import intents, refusals, urn
from guong.office.conferences.details import BoardSeat, ConferenceDetails
from guong.office.conferences.models import Conference, Intent, Poll, RollEntry
from guong.office.conferences.selectors import poll_of
from guong.office.conferences.services.conference import create, set_board
from guong.office.journal import services as journal
from guong.office.registry.models import Person, Post, Unit

_CASTING = {PollState.OPEN, PollState.PAUSED}


@dataclass(frozen=True)
class Remains:
    """What a deleted rehearsal leaves to be forgotten elsewhere, and its poll's key where the urn had one."""

    posts: tuple[Post, ...]
    people: tuple[Person, ...]
    poll_key: str


@transaction.atomic
def create_rehearsal(
    *,
    actor: User,
    unit: Unit,
    post: Post,
    voters: Sequence[Person],
    board: Sequence[BoardSeat],
    details: ConferenceDetails,
) -> Conference | Refused:
    """Create a rehearsal with its roll agreed and its board named. Refused: as `create` and `set_board`."""
    made = create(actor=actor, unit=unit, posts=[post], details=details, rehearsal=True)
    if isinstance(made, Refused):
        return made
    RollEntry.objects.bulk_create(
        RollEntry(
            conference=made, person=person, place=place, printed_name=person.full_name, position="Người thử"
        )
        for place, person in enumerate(voters, 1)
    )
    made.roll_agreed = True
    made.save(update_fields=["roll_agreed"])
    return set_board(actor=actor, conference=made, version=made.version, seats=board)


def delete_rehearsal(*, actor: User, conference: Conference) -> Remains | Refused:
    """Void the rehearsal's poll where it may still be voided, then delete every row of the conference.

    The urn keeps a void or erased poll without any name: no act deletes one. Refused: ``not_a_rehearsal``,
    ``rehearsal_running`` while ballots are taken, and the urn's refusals.
    """
    if not conference.rehearsal:
        return refusals.NOT_A_REHEARSAL
    poll = poll_of(conference)
    outcome = _ended(poll) if poll else None
    if isinstance(outcome, Refused):
        return outcome
    posts = tuple(subject.post for subject in conference.subjects.select_related("post__person"))
    people = tuple(entry.person for entry in conference.roll.select_related("person"))
    with transaction.atomic():
        if poll is not None:
            Intent.objects.filter(poll_key=poll.poll_key).delete()
        text = f"Xoá hội nghị thử: {conference.title}."
        journal.record(
            actor=actor, act="conferences.rehearsal_ended", unit_key=conference.unit.key, text=text
        )
        conference.delete()
    return Remains(posts, people, poll.poll_key if poll else "")


def _ended(poll: Poll) -> PollState | Refused | None:
    """Bring the urn's poll to an end that keeps nothing readable: void, or erased once it was opened."""
    state = urn.state(poll.poll_key)
    if state is None or state in (PollState.VOID, PollState.ERASED):
        return state
    if state in _CASTING:
        return refusals.REHEARSAL_RUNNING
    return intents.perform(poll=poll, act="void" if may_follow(state, PollState.VOID) else "erase")
