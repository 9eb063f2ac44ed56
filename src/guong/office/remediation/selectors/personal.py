"""Of whom plans and evidence are held: for the list after a breach, and for the person who asks (security.md §2 nos. 87, 89)."""

from collections.abc import Iterator

from django.db.models import Count

from guong.core.personal_data import Held
from guong.core.remediation.life import PlanState
from guong.office.remediation.models import RemediationPlan


def held_in_plans(*, person_id: int | None = None) -> Iterator[Held]:
    """Yield the plans of everybody, or of one person of the register, each with its files; emptied ones are nobody's."""
    plans = RemediationPlan.objects.select_related("subject__conference__unit", "subject__post__person")
    if person_id is not None:
        plans = plans.filter(subject__post__person_id=person_id)
    plans = plans.annotate(
        points=Count("items", distinct=True), pieces=Count("files", distinct=True)
    ).order_by("subject__conference__key", "pk")
    for plan in plans:
        unit, name = plan.subject.conference.unit, plan.subject.name
        since = plan.since if plan.state == PlanState.CLOSED.value else None
        if plan.points:
            yield Held("plans", unit.key, unit.name, name, "kế hoạch khắc phục", since=since)
        if plan.pieces:
            yield Held("evidence", unit.key, unit.name, name, f"{plan.pieces} tệp minh chứng", since=since)
