"""Handover and opening of an opening day: the step is done when its minutes are filed."""

import dataclasses
from collections.abc import Sequence

from guong.core.documents.handover_minutes import handover_minutes
from guong.core.documents.opening_minutes import opening_minutes
from guong.core.opening_hours import DayMoment
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.counting import day_refusals, refusals, selectors
from guong.office.counting.day_documents import handover_of, opening_of
from guong.office.counting.day_hours import hours_of, refused_hours
from guong.office.counting.day_steps import DayStepKey
from guong.office.counting.details import KeySetUsed, OpeningRecord, Receipt
from guong.office.counting.models import OpeningDay
from guong.office.counting.selectors import DayView
from guong.office.counting.services.day_filing import file_step
from guong.office.papers.models import Paper

_KEEPERS, _OPENED = 3, 2


def close_receiving(*, day: OpeningDay, receipt: Receipt, actor: User) -> Paper | Refused:
    """Make the handover minutes of the boxes that came; those that did not are told by name. Boxes that come later make new ones.

    Refused: ``already_minuted`` once the opening has its minutes, ``nothing_received``, ``handover_late``, ``self_handover``.
    """
    view = selectors.day_view(day)
    if DayStepKey.OPEN in view.steps:
        return day_refusals.ALREADY_MINUTED
    if not any(line.may_open for line in view.lines):
        return day_refusals.NOTHING_RECEIVED
    content = handover_of(view, receipt)
    if content.opens_at <= content.at:
        return day_refusals.HANDOVER_LATE
    givers = {box.handed_over_by.name.casefold() for box in content.boxes}
    if receipt.receiver_name.casefold() in givers:
        return day_refusals.SELF_HANDOVER
    return file_step(
        day=day,
        step=DayStepKey.RECEIVE,
        document=handover_minutes(content),
        said={"receiver_name": receipt.receiver_name, "kept_at": receipt.kept_at}
        | hours_of({DayMoment.HANDED_OVER: receipt.at}),
        actor=actor,
    )


def record_opening(*, day: OpeningDay, opening: OpeningRecord, actor: User) -> Paper | Refused:
    """Make the opening minutes once every box that came has its confirmed result or its reason to stay shut.

    Refused: ``not_handed_over``, ``not_opened``, ``not_all_opened``, ``ends_before_beginning``, ``out_of_order``, ``bad_key_sets``.
    """
    view = selectors.day_view(day)
    facts = view.facts
    if DayStepKey.RECEIVE not in view.steps:
        return day_refusals.NOT_HANDED_OVER
    if not facts.opened:
        return refusals.NOT_OPENED
    if facts.opened < facts.to_open:
        return day_refusals.NOT_ALL_OPENED
    if opening.ended <= opening.began:
        return day_refusals.ENDS_BEFORE_BEGINNING
    hours = {DayMoment.BEGAN: opening.began, DayMoment.ENDED: opening.ended}
    refused = refused_hours(view, hours)
    if refused is not None:
        return refused
    if not _are_whole(view, opening.key_sets):
        return day_refusals.BAD_KEY_SETS
    return file_step(
        day=day,
        step=DayStepKey.OPEN,
        document=opening_minutes(opening_of(view, opening)),
        said={
            "began": opening.began.isoformat(),
            "key_sets": [dataclasses.asdict(entry) for entry in opening.key_sets],
        }
        | hours_of(hours),
        actor=actor,
    )


def _are_whole(view: DayView, sets: Sequence[KeySetUsed]) -> bool:
    served = [key for entry in sets for key in entry.conference_keys]
    opened = sorted(conference.key for conference in view.opened)
    return sorted(served) == opened and all(
        entry.conference_keys
        and len(entry.keepers) == len({keeper.name for keeper in entry.keepers}) == _KEEPERS
        and sum(keeper.opened for keeper in entry.keepers) == _OPENED
        for entry in sets
    )
