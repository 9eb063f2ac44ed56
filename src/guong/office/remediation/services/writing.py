"""Writing the points of a plan, as a draft that may lack anything but some word."""

from django.db import transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.core.questionnaire import Questionnaire
from guong.core.remediation.items import MOST_ITEMS, TOO_MANY, ItemText, fault_of
from guong.core.remediation.life import Act
from guong.office.remediation import refusals
from guong.office.remediation.details import Place
from guong.office.remediation.models import PlanItem, PlanMilestone, RemediationPlan
from guong.office.remediation.services.holding import held, is_for_head, moved, signed

_TEXTS = ("criterion", "shortcoming", "cause", "measure", "expected", "owner", "due_on")


@transaction.atomic
def save_item(
    *, place: Place, number: int | None, version: int, given: ItemText, form: Questionnaire
) -> PlanItem | Refused:
    """Keep one point, a new one where ``number`` is None; ``form`` is the questionnaire that was asked.

    Refused: as `items.fault_of` and `life.after`, ``unknown_criterion``, ``changed_meanwhile``, ``no_such_item``,
    ``too_many_items``.
    """
    fault = fault_of(given, today=timezone.localdate())
    if fault is not None:
        return fault
    printed = _printed(form, given.criterion)
    if printed is None:
        return refusals.UNKNOWN_CRITERION
    taken = held(place=place, act=Act.WRITE)
    if isinstance(taken, Refused):
        return taken
    plan, state = taken
    if version != plan.version:
        return refusals.CHANGED
    item = _item(plan, number)
    if isinstance(item, Refused):
        return item
    for name in _TEXTS:
        setattr(item, name, getattr(given, name))
    item.criterion_printed = printed
    item.save()
    item.milestones.all().delete()
    PlanMilestone.objects.bulk_create(
        PlanMilestone(item=item, what=one.what, due_on=one.due_on) for one in given.milestones
    )
    if is_for_head(place=place):
        signed(plan=plan, place=place)
    moved(plan=plan, state=state)
    return item


@transaction.atomic
def remove_item(*, place: Place, number: int) -> RemediationPlan | Refused:
    """Take a point out of a plan that is being written. Refused: as `life.after`, ``no_such_item``."""
    taken = held(place=place, act=Act.WRITE)
    if isinstance(taken, Refused):
        return taken
    plan, state = taken
    items = list(plan.items.all())
    gone = next((item for item in items if item.number == number), None)
    if gone is None:
        return refusals.NO_SUCH_ITEM
    gone.delete()
    for place_now, item in enumerate((one for one in items if one is not gone), start=1):
        if item.number != place_now:
            item.number = place_now
            item.save(update_fields=["number"])
    moved(plan=plan, state=state)
    return plan


def _item(plan: RemediationPlan, number: int | None) -> PlanItem | Refused:
    if number is not None:
        return plan.items.filter(number=number).first() or refusals.NO_SUCH_ITEM
    there = plan.items.count()
    return TOO_MANY if there >= MOST_ITEMS else PlanItem(plan=plan, number=there + 1)


def _printed(form: Questionnaire, criterion: str) -> str | None:
    if not criterion:
        return ""
    found = next((item for item in form.items if item.key == criterion), None)
    return f"{found.number}. {found.text}" if found else None
