"""Making a poll and giving it up."""

from django.db import transaction

from guong.core.outcome import Refused
from guong.core.paper_poll.ballot import Kind, list_fault, same_name
from guong.core.paper_poll.words import BASES, KINDS
from guong.office.accounts.models import User
from guong.office.journal.services import record
from guong.office.paperpolls import refusals
from guong.office.paperpolls.details import PollDetails
from guong.office.paperpolls.models import PaperPoll, PollLine
from guong.office.registry.models import Unit

MOST_SUMMONED = 1000
LEAST_BOARD = 2


@transaction.atomic
def create_poll(*, actor: User, unit: Unit, details: PollDetails) -> PaperPoll | Refused:
    """Make a poll whose sheets can be printed; its list stays as it is from here on.

    Refused: those of `refusals.LISTS`, ``board``, ``candidate_counts``, ``nobody_summoned``.
    """
    obstacle = _obstacle(details)
    if obstacle is not None:
        return obstacle
    given = {
        **vars(details),
        "kind": details.kind.value,
        "base": details.base.value,
        "board": list(details.board),
    }
    lines = given.pop("lines")
    given["issuer"] = details.issuer or f"Chi bộ {unit.name}"
    given["superior"] = details.superior or (unit.parent.name if unit.parent else "")
    poll = PaperPoll.objects.create(unit=unit, **given)
    PollLine.objects.bulk_create(
        PollLine(poll=poll, place=place, text=text) for place, text in enumerate(lines)
    )
    text = (
        f"Lập lần bỏ phiếu giấy tại chỗ: {details.title} ({KINDS[details.kind].lower()}, {len(lines)} dòng; "
        f"quá một nửa {BASES[details.base]})."
    )
    record(actor=actor, act="paperpolls.create", unit_key=unit.key, text=text)
    return poll


@transaction.atomic
def give_up(*, actor: User, poll: PaperPoll, reason: str) -> PaperPoll | Refused:
    """Give a poll up, with its reason; whatever was counted goes. Refused: ``minuted``, ``void``, ``no_reason``."""
    poll = PaperPoll.objects.select_for_update().get(pk=poll.pk)
    if poll.void_reason:
        return refusals.VOID
    if poll.minutes_number:
        return refusals.MINUTED
    if not reason.strip():
        return refusals.NO_REASON
    poll.keyings.all().delete()
    poll.lines.update(votes=[])
    poll.void_reason = reason.strip()
    poll.save(update_fields=["void_reason"])
    text = f"Huỷ lần bỏ phiếu giấy tại chỗ: {poll.title}. Lý do: {poll.void_reason}"
    record(actor=actor, act="paperpolls.void", unit_key=poll.unit.key, text=text)
    return poll


def _obstacle(details: PollDetails) -> Refused | None:
    fault = list_fault(details.kind, details.lines, details.seats)
    if fault is not None:
        return refusals.LISTS[fault]
    board = {same_name(name) for name in details.board}
    if len(board) < max(LEAST_BOARD, len(details.board)) or "" in board:
        return refusals.BOARD
    listed = {same_name(line) for line in details.lines} if details.kind is not Kind.QUESTIONS else set()
    if listed & {*board, same_name(details.witness_name)}:
        return refusals.CANDIDATE_COUNTS
    return None if 1 <= details.summoned <= MOST_SUMMONED else refusals.NOBODY_SUMMONED
