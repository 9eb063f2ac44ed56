"""Two officers at once: whoever saves second is told, and nothing is overwritten unnoticed."""

from guong.core.outcome import Refused
from guong.office.plans import refusals
from guong.office.plans.models import Plan


def take_version(plan: Plan, version: int) -> bool:
    """Raise the plan's version if it still is ``version``; tells whether nobody was faster."""
    changed = Plan.objects.filter(pk=plan.pk, version=version).update(version=version + 1)
    plan.refresh_from_db(fields=["version", "state", "amendment_reason"])
    return bool(changed)


def writing_refusal(plan: Plan, version: int) -> Refused | None:
    """Take the version for a change of the text. Refuses ``frozen`` and ``changed_meanwhile``."""
    if not plan.may_be_written:
        return refusals.FROZEN
    if not take_version(plan, version):
        return refusals.CHANGED_MEANWHILE
    return None if plan.may_be_written else refusals.FROZEN
