"""From the request for an urn to the keys, the opening, the pause: the poll's life before the hall closes."""

from django.conf import settings
from django.db import transaction

from guong.ballots import polls
from guong.core import crockford
from guong.core.lifecycle import PollState
from guong.core.origin import is_protected
from guong.core.outcome import Refused
from guong.core.plan_rules import RuleSheet
from guong.core.poll import PollDefinition, Subject
from guong.core.secrecy.requests import BadKeys, PollKeys, PollRequest
from guong.office.accounts.models import User
from guong.office.conferences import intents, refusals, urn
from guong.office.conferences.changing import refusal_if_cancelled
from guong.office.conferences.models import Conference, Poll
from guong.office.conferences.selectors import form_of, is_board_complete, poll_of, rules_of
from guong.office.conferences.services.rehearsal import forget_poll
from guong.office.conferences.versions import take_version
from guong.office.journal import services as journal


@transaction.atomic
def prepare_request(*, actor: User, conference: Conference, stations: int = 1) -> Poll | Refused:
    """Make the request for an urn (formats §9) from the roll as it stands; a changed roll makes a new request.

    Refused: ``cancelled``, ``keys_already_taken``, ``roll_not_agreed``, ``board_incomplete``.
    """
    if (refusal := refusal_if_cancelled(conference)) is not None:
        return refusal
    poll = poll_of(conference)
    if poll and poll.keys:
        return refusals.KEYS_ALREADY_TAKEN
    if not conference.roll_agreed:
        return refusals.ROLL_NOT_AGREED
    if not is_board_complete(conference):
        return refusals.BOARD_INCOMPLETE
    poll = poll or Poll(conference=conference, poll_key=crockford.new_poll_key())
    request = _request(conference, poll.poll_key, stations)
    if bytes(poll.request) == request.raw:
        return poll
    poll.request, poll.request_digest = request.raw, request.digest.hex()
    poll.save()
    _note(
        actor,
        conference,
        "request_made",
        f"Lập yêu cầu hòm phiếu cho {request.eligible} người, {request.slips} thẻ bỏ phiếu",
    )
    return poll


def import_keys(*, actor: User, conference: Conference, raw: bytes) -> PollState | Refused:
    """Accept the board's public keys and have the urn prepared; the same file again changes nothing.

    Refused: ``cancelled``, ``no_request``, ``not_keys``, ``other_poll``, ``other_request``, ``other_counts``,
    ``keys_already_taken`` for other keys once an urn is prepared, and the urn's own refusals.
    """
    poll = poll_of(conference)
    if poll is None:
        return refusals.NO_REQUEST
    keys = _read_keys(poll, raw)
    if isinstance(keys, Refused):
        return keys
    intents.finish_intents(poll_key=poll.poll_key)
    with transaction.atomic():
        poll = Poll.objects.select_for_update().get(pk=poll.pk)
        if (refusal := refusal_if_cancelled(conference)) is not None:
            return refusal
        if poll.keys and bytes(poll.keys) != raw:
            return refusals.KEYS_ALREADY_TAKEN
        first = not poll.keys
        if first:
            poll.keys, poll.definition = raw, _definition(poll, keys, rules_of(conference)).raw
            poll.questionnaire = form_of(conference).raw
            poll.save(update_fields=["keys", "definition", "questionnaire"])
        intent = intents.want(poll=poll, act="prepare")
    outcome = intents.carry_out(intent, poll)
    if first and not isinstance(outcome, Refused):
        _note(actor, conference, "keys_taken", f"Nhận tệp khoá công khai, {len(keys.slots)} thẻ bỏ phiếu")
    return outcome


@transaction.atomic
def confirm_printed(*, actor: User, conference: Conference, version: int) -> Conference | Refused:
    """Note that slips, attendance list and paper ballots are printed. Refused: ``cancelled``, ``no_keys``, ``changed_meanwhile``."""
    if (refusal := refusal_if_cancelled(conference)) is not None:
        return refusal
    poll = poll_of(conference)
    if poll is None or not poll.keys:
        return refusals.NO_KEYS
    if not take_version(conference, version):
        return refusals.CHANGED_MEANWHILE
    conference.papers_printed = True
    conference.save(update_fields=["papers_printed"])
    _note(actor, conference, "papers_printed", "Xác nhận đã in danh sách ký nhận, thẻ bỏ phiếu và phiếu giấy")
    return conference


@transaction.atomic
def decide_plain_http(*, actor: User, conference: Conference, text: str) -> Conference | Refused:
    """Record the decision to open without HTTPS, which voters are told (DESIGN §4.9). Refused: ``needs_reason``."""
    if not text.strip():
        return refusals.NEEDS_REASON
    conference.plain_http_decision = text.strip()
    conference.save(update_fields=["plain_http_decision"])
    _note(actor, conference, "plain_http", f"Quyết định mở hòm phiếu không có HTTPS: {text.strip()}")
    return conference


def opening_problems(*, conference: Conference) -> list[Refused]:
    """Return everything that keeps the poll from opening now; an empty list means that it may open."""
    if (refusal := refusal_if_cancelled(conference)) is not None:
        return [refusal]
    poll = poll_of(conference)
    if poll is None or not poll.keys:
        return [refusals.NO_KEYS]
    problems = list(polls.durability_problems(urn.store()))
    if not is_board_complete(conference):
        problems.append(refusals.BOARD_INCOMPLETE)
    if not conference.papers_printed:
        problems.append(refusals.NOT_PRINTED)
    if not is_protected(settings.GUONG_ORIGIN) and not conference.plain_http_decision:
        problems.append(refusals.PLAIN_HTTP)
    return problems


def start_over(*, actor: User, conference: Conference, reason: str) -> Conference | Refused:
    """Void the poll before it opened and forget its request: the whole set of slips is made anew (DESIGN §4.2).

    The urn keeps the voided poll, so that an old slip tells its holder the truth; a rehearsal's leaves it.

    Refused: ``cancelled``, ``no_request``, ``needs_reason``, ``wrong_state`` once the poll was opened.
    """
    if (refusal := refusal_if_cancelled(conference)) is not None:
        return refusal
    poll = poll_of(conference)
    if poll is None:
        return refusals.NO_REQUEST
    if not reason.strip():
        return refusals.NEEDS_REASON
    if urn.state(poll.poll_key) not in (None, PollState.PREPARED, PollState.VOID):
        return refusals.ROLL_FROZEN
    outcome = forget_poll(poll=poll) if conference.rehearsal else _voided(poll)
    if isinstance(outcome, Refused):
        return outcome
    with transaction.atomic():
        poll.delete()
        conference.papers_printed = False
        conference.save(update_fields=["papers_printed"])
        _note(
            actor,
            conference,
            "start_over",
            f"Huỷ bộ thẻ đã làm để lập lại hòm phiếu, lý do: {reason.strip()}",
        )
    return conference


def _voided(poll: Poll) -> PollState | Refused | None:
    return None if urn.state(poll.poll_key) is None else intents.perform(poll=poll, act="void")


def _request(conference: Conference, poll_key: str, stations: int) -> PollRequest:
    return PollRequest(
        poll=poll_key,
        title=conference.title,
        unit=conference.unit.name,
        held_on=conference.held_on,
        origin=settings.GUONG_ORIGIN,
        eligible=conference.roll.count(),
        subjects=tuple(Subject(row.key, row.name, row.line) for row in conference.subjects.all()),
        questionnaire=form_of(conference).digest,
        stations=stations,
    )


def _read_keys(poll: Poll, raw: bytes) -> PollKeys | Refused:
    try:
        keys = PollKeys.from_bytes(raw)
    except BadKeys:
        return refusals.NOT_KEYS
    request = PollRequest.from_bytes(bytes(poll.request))
    if keys.poll != request.poll:
        return refusals.OTHER_POLL
    if keys.request_digest != request.digest:
        return refusals.OTHER_REQUEST
    return keys if keys.answers(request) else refusals.OTHER_COUNTS


def _definition(poll: Poll, keys: PollKeys, rules: RuleSheet) -> PollDefinition:
    request = PollRequest.from_bytes(bytes(poll.request))
    return PollDefinition(
        poll=request.poll,
        title=request.title,
        unit=request.unit,
        questionnaire=request.questionnaire,
        board_key=keys.board_key,
        receipt_key=urn.receipt_key(),
        station_keys=keys.station_keys,
        subjects=request.subjects,
        rows_from=rules.rows_from,
        remarks_from=rules.remarks_from,
    )


def _note(actor: User, conference: Conference, act: str, text: str) -> None:
    journal.record(
        actor=actor,
        act=f"conferences.{act}",
        unit_key=conference.unit.key,
        text=f"{text}: {conference.title}.",
    )
