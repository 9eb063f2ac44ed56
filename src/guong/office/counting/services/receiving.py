"""Boxes arrive: each seal code is compared with its hall minutes; a wrong one stops that box only (DESIGN §4.6)."""

from collections.abc import Sequence

from django.utils import timezone

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.counting import day_refusals, refusals, selectors
from guong.office.counting.day_steps import BoxStanding, DayStepKey, codes_agree, is_code
from guong.office.counting.details import BoxArrival
from guong.office.counting.models import OpeningDay, ReceivedBox
from guong.office.counting.selectors import BoxLine
from guong.office.journal.services import record

_NOT_HERE = {
    BoxStanding.NOT_SEALED: day_refusals.BOX_NOT_SEALED,
    BoxStanding.ELSEWHERE: day_refusals.OPENED_ON_THE_SPOT,
    BoxStanding.VOID: day_refusals.POLL_VOID,
    BoxStanding.CANCELLED: day_refusals.POLL_VOID,
    BoxStanding.OPENED: day_refusals.ALREADY_OPENED,
    BoxStanding.ENDED: day_refusals.ALREADY_OPENED,
}
Arrived = ReceivedBox | Refused


def receive_boxes(*, day: OpeningDay, arrivals: Sequence[BoxArrival], actor: User) -> list[Arrived] | Refused:
    """Note boxes that arrived; each outcome stands for itself, in the order of ``arrivals``.

    Refused as a whole: ``already_minuted``. Refused by box, with the unit's name: ``box_not_sealed``, ``opened_on_the_spot``,
    ``already_opened``, ``no_giver``, ``bad_code``, and ``other_seal``: the box is noted, stays shut, and may be compared again.
    Raises KeyError for a conference that isn't the day's.
    """
    if selectors.is_minuted(day, DayStepKey.OPEN):
        return day_refusals.ALREADY_MINUTED
    lines = {line.conference.key: line for line in selectors.day_view(day).lines}
    outcomes = [_receive(day, lines[arrival.conference_key], arrival) for arrival in arrivals]
    received = sum(not isinstance(outcome, Refused) for outcome in outcomes)
    if received:
        text = f"Nhận {received} hòm phiếu, mã niêm phong trùng với biên bản ({day.name})."
        record(actor=actor, act="counting.receive", unit_key=day.unit.key, text=text)
    return outcomes


def leave_shut(*, day: OpeningDay, conference_key: str, reason: str, actor: User) -> ReceivedBox | Refused:
    """Decide that a box that arrived is not opened on this day, or with an empty reason that it is after all.

    Refused: ``already_minuted``, ``already_opened``, ``not_received``. The reason is printed in the minutes.
    """
    if selectors.is_minuted(day, DayStepKey.OPEN):
        return day_refusals.ALREADY_MINUTED
    row = day.boxes.filter(conference__key=conference_key).select_related("conference__unit").first()
    if row is None:
        return day_refusals.STAYS_SHUT
    if selectors.poll_state(row.conference) in selectors.FINAL:
        return day_refusals.ALREADY_OPENED
    row.left_out = reason.strip()
    row.save(update_fields=["left_out"])
    said = f"Không mở hòm phiếu của {row.conference.unit.name}: {row.left_out}" if row.left_out else ""
    text = said or f"Mở lại việc xem xét hòm phiếu của {row.conference.unit.name}"
    record(actor=actor, act="counting.leave_shut", unit_key=day.unit.key, text=f"{text} ({day.name}).")
    return row


def _receive(day: OpeningDay, line: BoxLine, arrival: BoxArrival) -> Arrived:
    unit = line.conference.unit.name
    refused = _NOT_HERE.get(line.standing)
    if refused is None and not arrival.giver_name.strip():
        refused = day_refusals.NO_GIVER
    if refused is None and not is_code(arrival.code):
        refused = day_refusals.BAD_CODE
    if refused is not None:
        return refusals.at(unit, refused)
    agrees = codes_agree(arrival.code, line.seal_code)
    row, _ = ReceivedBox.objects.update_or_create(
        day=day,
        conference=line.conference,
        defaults={
            "giver_name": arrival.giver_name.strip(),
            "giver_post": arrival.giver_post.strip(),
            "envelopes": arrival.envelopes,
            "typed_code": arrival.code.strip(),
            "differs": not agrees,
            "received_at": timezone.now(),
        },
    )
    return row if agrees else refusals.at(unit, day_refusals.OTHER_SEAL)
