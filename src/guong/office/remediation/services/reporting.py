"""Progress: how far a point is, in percent and words, and which milestones are done."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.core.remediation.closing import fault_of_report
from guong.core.remediation.items import LONGEST_TEXT
from guong.core.remediation.life import LONG_REASON, Act
from guong.office.accounts.models import User
from guong.office.remediation import refusals
from guong.office.remediation.details import Place
from guong.office.remediation.models import ProgressReport
from guong.office.remediation.services.holding import held, is_for_head, journalled, moved, signed


@transaction.atomic
def report(
    *, place: Place, number: int, share: int, text: str, done: Collection[int], actor: User
) -> ProgressReport | Refused:
    """Keep a report on a point; ``done`` are the milestones (numbers of their rows) that are done by now.

    Refused: as `life.after` and `closing.fault_of_report`, ``no_such_item``, ``long_reason``.
    """
    if len(text) > LONGEST_TEXT:
        return LONG_REASON
    taken = held(place=place, act=Act.REPORT)
    if isinstance(taken, Refused):
        return taken
    plan, state = taken
    item = plan.items.filter(number=number).first()
    if item is None:
        return refusals.NO_SUCH_ITEM
    if (fault := fault_of_report(share, text, before=item.share)) is not None:
        return fault
    today = timezone.localdate()
    made = ProgressReport.objects.create(
        item=item, reported_on=today, share=share, text=text.strip(), by_name=actor.full_name
    )
    item.share = share
    item.save(update_fields=["share"])
    item.milestones.filter(pk__in=done, done_on=None).update(done_on=today)
    if is_for_head(place=place):
        signed(plan=plan, place=place)
    moved(plan=plan, state=state)
    journalled(place=place, actor=actor, act="report", words=f"Báo cáo mục {number} đạt {share} %")
    return made
