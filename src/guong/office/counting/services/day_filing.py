"""Filing the minutes of a step and noting that it is done, in one transaction: no step without its paper."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from guong.core.documents.model import Document
from guong.office.accounts.models import User
from guong.office.counting.day_steps import DayStepKey
from guong.office.counting.models import DayStep, OpeningDay
from guong.office.counting.selectors.parties import BOARD_SYMBOL
from guong.office.journal.services import record
from guong.office.papers.models import Paper
from guong.office.papers.services import file_paper

KINDS = {
    DayStepKey.RECEIVE: "handover_minutes",
    DayStepKey.OPEN: "opening_minutes",
    DayStepKey.DESTROY: "key_destruction_minutes",
    DayStepKey.ARCHIVE: "archive_sealing_minutes",
    DayStepKey.BALLOTS: "ballot_destruction_minutes",
}
_DONE = {
    DayStepKey.RECEIVE: "Nhận bàn giao hòm phiếu, lập biên bản",
    DayStepKey.OPEN: "Mở hòm phiếu, lập biên bản",
    DayStepKey.DESTROY: "Huỷ chìa khoá hòm phiếu, lập biên bản",
    DayStepKey.ARCHIVE: "Niêm phong lưu trữ, lập biên bản",
    DayStepKey.BALLOTS: "Huỷ phiếu và tệp lưu kết quả, lập biên bản",
}


@transaction.atomic
def file_step(
    *, day: OpeningDay, step: DayStepKey, document: Document, said: Mapping[str, Any], actor: User
) -> Paper:
    """File a step's minutes under the day, note who did it and when, and keep what was stated for later minutes.

    The paper's number is kept beside it as ``printed_number``. Filed before by the same words: that paper, nothing noted again.
    """
    paper = file_paper(
        document=document,
        kind=KINDS[step],
        unit_key=day.unit.key,
        conference_key=day.key,
        actor=actor,
        symbol=BOARD_SYMBOL,
    )
    if paper.was_there:
        return paper
    DayStep.objects.update_or_create(
        day=day,
        step=step.value,
        defaults={
            "officer_name": actor.full_name,
            "done_at": timezone.now(),
            "said": {**said, "printed_number": paper.printed_number},
        },
    )
    record(
        actor=actor, act=f"counting.{step.value}", unit_key=day.unit.key, text=f"{_DONE[step]} ({day.name})."
    )
    return paper
