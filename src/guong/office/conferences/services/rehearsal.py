"""Hội nghị thử: a conference with invented people that runs like any other and is deleted afterwards."""

from collections.abc import Sequence

from django.db import transaction

from guong.core.lifecycle import PollState, may_follow
from guong.core.outcome import Refused
from guong.core.poll import REHEARSAL
from guong.office.accounts.models import User
from guong.office.conferences import intents, refusals, urn
from guong.office.conferences.candidates import INVENTED_POSITION
from guong.office.conferences.details import BoardSeat, ConferenceDetails
from guong.office.conferences.folders import drop_poll_folder
from guong.office.conferences.models import Conference, Intent, Poll, RollEntry
from guong.office.conferences.selectors import poll_of
from guong.office.conferences.services.conference import create, set_board
from guong.office.journal import services as journal
from guong.office.registry.models import Person, Post, Unit

_CASTING = {PollState.OPEN, PollState.PAUSED}
_OVER = {PollState.VOID, PollState.ERASED}


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
    if not details.title.startswith(REHEARSAL):
        raise ValueError("a rehearsal's title must say so: the urn deletes nothing else")
    made = create(actor=actor, unit=unit, posts=[post], details=details, rehearsal=True)
    if isinstance(made, Refused):
        return made
    RollEntry.objects.bulk_create(
        RollEntry(
            conference=made,
            person=person,
            place=place,
            printed_name=person.full_name,
            position=INVENTED_POSITION,
        )
        for place, person in enumerate(voters, 1)
    )
    made.roll_agreed = True
    made.save(update_fields=["roll_agreed"])
    return set_board(actor=actor, conference=made, version=made.version, seats=board)


def end_rehearsed_poll(*, conference: Conference) -> Refused | None:
    """Take a rehearsal's poll out of the urn and delete the files kept about it; done again it changes nothing.

    Refused: ``not_a_rehearsal``, ``rehearsal_running`` while ballots are taken, and the urn's refusals.
    """
    if not conference.rehearsal:
        return refusals.NOT_A_REHEARSAL
    poll = poll_of(conference)
    if poll is None:
        return None
    outcome = forget_poll(poll=poll)
    if isinstance(outcome, Refused):
        return outcome
    drop_poll_folder(poll.poll_key)
    return None


@transaction.atomic
def delete_rehearsal(*, actor: User, conference: Conference) -> tuple[Post, ...]:
    """Delete every row of a rehearsal whose poll is ended; return the invented posts, to be forgotten with their people.

    Raises ValueError for a real conference and while the urn has a poll of it.
    """
    poll = poll_of(conference)
    if not conference.rehearsal or (poll is not None and urn.state(poll.poll_key) is not None):
        raise ValueError("not a rehearsal, or not ended in the urn")
    posts = tuple(subject.post for subject in conference.subjects.select_related("post__person"))
    text = f"Xoá hội nghị thử: {conference.title}."
    journal.record(actor=actor, act="conferences.rehearsal_ended", unit_key=conference.unit.key, text=text)
    conference.delete()
    transaction.on_commit(intents.forget_order_of_writing)
    return posts


def forget_poll(*, poll: Poll) -> PollState | Refused | None:
    """End a rehearsal's poll, void or erased, take it out of the urn and forget the acts on it; None where the urn had none.

    Refused: ``rehearsal_running``, and the urn's refusals.
    """
    state = urn.state(poll.poll_key)
    outcome: PollState | Refused | None = state
    if state in _CASTING:
        return refusals.REHEARSAL_RUNNING
    for act in _acts_left(state):
        outcome = intents.perform(poll=poll, act=act)
        if isinstance(outcome, Refused):
            return outcome
    Intent.objects.filter(poll_key=poll.poll_key).delete()
    return outcome


def _acts_left(state: PollState | None) -> tuple[str, ...]:
    if state is None:
        return ()
    if state in _OVER:
        return ("forget",)
    return ("void" if may_follow(state, PollState.VOID) else "erase", "forget")
