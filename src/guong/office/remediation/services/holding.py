"""Taking a plan in hand: locked, as it is now, and whether this hand may do that act."""

from django.utils import timezone

from guong.core.outcome import Refused
from guong.core.remediation.items import NO_ITEMS
from guong.core.remediation.life import Act, Party, PlanState, after
from guong.office.accounts.models import User
from guong.office.journal.services import record
from guong.office.remediation.details import NEW, Place
from guong.office.remediation.models import Passage, RemediationPlan


def held(*, place: Place, act: Act) -> tuple[RemediationPlan, PlanState] | Refused:
    """Return the plan, locked, and the state after ``act``; the first word begins the plan.

    Refused as `life.after`, and ``no_items`` for the submitting of nothing.
    """
    plan = RemediationPlan.objects.select_for_update().filter(subject=place.subject).first()
    state = after(act, plan.standing if plan else NEW, place.hand)
    if isinstance(state, Refused):
        return state
    if plan is None:
        if act is not Act.WRITE:
            return NO_ITEMS
        plan = RemediationPlan.objects.create(
            subject=place.subject, state=PlanState.DRAFT.value, since=timezone.localdate(), version=0
        )
    return plan, state


def moved(*, plan: RemediationPlan, state: PlanState) -> None:
    """Keep the state after an act."""
    if plan.state != state.value:
        plan.state, plan.since = state.value, timezone.localdate()
    plan.version += 1
    plan.save()


def signed(*, plan: RemediationPlan, place: Place) -> None:
    """Remember an officer who does one of the head's acts in the head's name."""
    if is_for_head(place=place) and place.hand.key not in plan.filed_by:
        plan.filed_by = [*plan.filed_by, place.hand.key]


def is_for_head(*, place: Place) -> bool:
    """Tell whether an officer stands there for the head."""
    return place.hand.party is Party.LEAD_BODY


def noted(*, plan: RemediationPlan, act: Act, actor: User, text: str = "", for_head: bool = False) -> Passage:
    """Add one line to a plan's history."""
    return Passage.objects.create(
        plan=plan,
        act=act.value,
        on=timezone.localdate(),
        by_name=actor.full_name,
        text=text,
        for_head=for_head,
    )


def journalled(*, place: Place, actor: User, act: str, words: str) -> None:
    """Write one act into the journal."""
    text = f"{place.conference.title}: {words} (đồng chí {place.subject.name})."
    record(actor=actor, act=f"remediation.{act}", unit_key=place.conference.unit.key, text=text)
