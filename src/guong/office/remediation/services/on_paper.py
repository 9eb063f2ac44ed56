"""A plan that came on paper: an officer files the signed sheets and then writes them down in the head's name."""

from django.db import transaction
from django.utils import timezone

from guong.core.outcome import Refused
from guong.core.remediation.life import HEADS_OWN, NOT_NOW, Act, Party, PlanState
from guong.office.accounts.models import User
from guong.office.remediation import refusals
from guong.office.remediation.details import Place
from guong.office.remediation.models import EvidenceFile, RemediationPlan
from guong.office.remediation.services.evidence import readied, stored
from guong.office.remediation.services.holding import journalled, moved, noted, signed


def file_on_paper(*, place: Place, data: bytes, name: str, actor: User) -> EvidenceFile | Refused:
    """File the scan of a plan that the head signed; from then on officers may act in the head's name.

    Refused: ``heads_own`` for anybody but the lead body, ``not_on_paper`` where the head has begun a plan on the page,
    ``not_now``, and as `add_evidence`.
    """
    ready = readied(data=data, name=name)
    if isinstance(ready, Refused):
        return ready
    kept, found = ready
    with transaction.atomic():
        plan = RemediationPlan.objects.select_for_update().filter(subject=place.subject).first()
        barred = _barred(plan, place)
        if barred is not None:
            return barred
        if plan is None:
            plan = RemediationPlan(
                subject=place.subject, state=PlanState.DRAFT.value, since=timezone.localdate(), version=0
            )
        signed(plan=plan, place=place)
        moved(plan=plan, state=PlanState(plan.state))
        file = stored(plan=plan, item=None, data=kept, found=found, actor=actor)
        noted(
            plan=plan, act=Act.WRITE, actor=actor, text=f"Lưu bản giấy có chữ ký: {file.title}", for_head=True
        )
        journalled(
            place=place,
            actor=actor,
            act="on_paper",
            words=f"Lưu kế hoạch khắc phục bản giấy “{file.title}”, nhập thay",
        )
    return file


def _barred(plan: RemediationPlan | None, place: Place) -> Refused | None:
    if place.hand.party is not Party.LEAD_BODY:
        return HEADS_OWN
    if plan is None:
        return None
    if not plan.filed_by and plan.items.exists():
        return refusals.NOT_ON_PAPER
    return None if PlanState(plan.state) in (PlanState.DRAFT, PlanState.RETURNED) else NOT_NOW
