"""Opening, pausing and closing a poll: opening and closing by two persons (DESIGN §4.6, decision 0013)."""

from collections.abc import Collection
from typing import Any

from django.db import transaction

from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.office.accounts import services as accounts
from guong.office.accounts.models import User
from guong.office.conferences import intents, refusals, urn
from guong.office.conferences.details import ByOfficer, SecondPerson
from guong.office.conferences.models import AskedAct, Conference
from guong.office.conferences.selectors import missing_desks, noted_totals, poll_of, questions_of
from guong.office.conferences.services.page import record_page
from guong.office.conferences.services.poll import opening_problems
from guong.office.conferences.services.second_person import Confirmed, confirmed_by
from guong.office.journal import services as journal

OPEN, CLOSE = "open", "close"
_NOT_ANSWERED = "Trước khi mở còn điều phải xác nhận ở trang “Kiểm tra trước khi mở”."


def open_poll(
    *,
    actor: User,
    conference: Conference,
    second: SecondPerson | None,
    sure: Collection[str] = (),
) -> PollState | Refused:
    """Open the poll, or open it again after a pause; an open one stays open and nobody is asked.

    ``sure`` are the keys of those questions of `selectors.questions_of` to which the officer said yes. Refused: the first of
    `opening_problems`, ``not_answered`` with the questions left, those of `confirmed_by`, ``wrong_state``.
    """
    problems = opening_problems(conference=conference)
    if problems:
        return problems[0]
    poll = poll_of(conference)
    assert poll is not None
    if urn.state(poll.poll_key) is PollState.OPEN:
        return PollState.OPEN
    asked = questions_of(conference)
    unanswered = [question.sentence for question in asked if question.key not in sure]
    if unanswered:
        return Refused("not_answered", " ".join([_NOT_ANSWERED, *unanswered]))
    confirmed = confirmed_by(actor=actor, conference=conference, second=second)
    if isinstance(confirmed, Refused):
        return confirmed
    record_page(poll=poll)
    despite = f" ({' '.join(question.sentence for question in asked)})" if asked else ""
    return _act(actor, conference, OPEN, f"Mở bỏ phiếu{despite}", confirmed=confirmed)


def pause_poll(*, actor: User, conference: Conference) -> PollState | Refused:
    """Pause the taking of ballots; phones keep sealed ballots and send them later.

    One person may: a pause loses nothing and must never wait. Refused: ``no_request``, ``wrong_state``.
    """
    if poll_of(conference) is None:
        return refusals.NO_REQUEST
    return _act(actor, conference, "pause", "Tạm dừng nhận phiếu")


def close_poll(*, actor: User, conference: Conference, second: SecondPerson | None) -> PollState | Refused:
    """End casting for good: the urn freezes its list, the roll is rewritten in roll order, totals are journalled.

    A poll that is over stays so and nobody is asked. Refused: ``no_request``, ``desks_missing``, ``nobody_present``, those of
    `confirmed_by`, and the urn's refusals.
    """
    poll = poll_of(conference)
    if poll is None:
        return refusals.NO_REQUEST
    state = urn.state(poll.poll_key)
    if state is PollState.CLOSED:
        return state
    if missing_desks(conference):
        return refusals.DESKS_MISSING
    noted = noted_totals(conference)
    if not noted.signatures:
        return refusals.NOBODY_PRESENT
    confirmed = confirmed_by(actor=actor, conference=conference, second=second)
    if isinstance(confirmed, Refused):
        return confirmed
    sets = noted.paper_sets
    paper_sets = {key: sets for key in conference.subjects.values_list("key", flat=True) if sets}
    record_page(poll=poll)
    said = f"Kết thúc bỏ phiếu, có mặt {noted.signatures} người, phát {sets} bộ phiếu giấy"
    return _act(actor, conference, CLOSE, said, confirmed=confirmed, arguments={"paper_sets": paper_sets})


@transaction.atomic
def ask_second(
    *, actor: User, conference: Conference, act: str, sure: Collection[str] = ()
) -> AskedAct | Refused:
    """Ask another officer to confirm an act (``open`` or ``close``) at the own machine; ``sure`` as in `open_poll`.

    Raises ValueError for other acts.
    """
    if act not in (OPEN, CLOSE):
        raise ValueError(f"{act} needs nobody else")
    asked, _ = AskedAct.objects.update_or_create(
        conference=conference, defaults={"act": act, "officer": actor, "sure": sorted(sure)}
    )
    return asked


@transaction.atomic
def withdraw_asked(*, conference: Conference) -> None:
    """Take back what was asked; nothing happens where nothing was."""
    AskedAct.objects.filter(conference=conference).delete()


def confirm_asked(*, actor: User, conference: Conference) -> PollState | Refused:
    """Do what another officer asked, confirmed by ``actor``.

    Refused: ``nothing_asked``, and as `open_poll` or `close_poll`; what was asked then still stands.
    """
    asked = AskedAct.objects.filter(conference=conference).select_related("officer").first()
    if asked is None:
        return refusals.NOTHING_ASKED
    second = ByOfficer(actor)
    if asked.act == CLOSE:
        return close_poll(actor=asked.officer, conference=conference, second=second)
    return open_poll(actor=asked.officer, conference=conference, second=second, sure=asked.sure)


def _act(
    actor: User,
    conference: Conference,
    act: str,
    text: str,
    *,
    confirmed: Confirmed | None = None,
    arguments: dict[str, Any] | None = None,
) -> PollState | Refused:
    poll = poll_of(conference)
    assert poll is not None
    before = urn.state(poll.poll_key)
    by = [actor.get_full_name(), *((confirmed.name, confirmed.role) if confirmed else ())]
    outcome = intents.perform(poll=poll, act=act, arguments={**(arguments or {}), "by": by})
    if isinstance(outcome, Refused):
        return outcome
    AskedAct.objects.filter(conference=conference).delete()
    if act == CLOSE:
        accounts.end_hall_passes(place_key=conference.key)
    if outcome is not before:
        said = f"; xác nhận: {confirmed.name}, {confirmed.role}" if confirmed else ""
        journal.record(
            actor=actor,
            act=f"conferences.{act}",
            unit_key=conference.unit.key,
            text=f"{text}: {conference.title}{said}.",
        )
    return outcome
