"""Who may see which plan: the one path by which every page of this room finds its person (404 for all others)."""

from guong.core.remediation.items import ItemText, Milestone
from guong.core.remediation.life import Hand, Party, PlanState
from guong.office.accounts.models import User
from guong.office.accounts.permissions import OWN_RESULT, READ_RESULTS
from guong.office.conferences import selectors as conferences
from guong.office.release import selectors as release
from guong.office.remediation.details import Place
from guong.office.remediation.models import EvidenceFile, PlanItem, RemediationPlan


def place_of(*, user: User, key: str, subject_key: str, with_plan: bool = True) -> Place | None:
    """Return a person's plan for the person, or for an officer of the lead body in whose units the person is.

    ``with_plan`` false leaves the plan out, for a page about the results alone. None for everybody else, for an officer about whom the result is, and before the person was told.
    """
    if user.has_perm(f"accounts.{OWN_RESULT}"):
        own = release.own_result(user, key, subject_key)
        if own is None:
            return None
        hand = Hand(user.key, Party.HEAD, is_head=True)
        return Place(own.conference, own.subject, own.told_on, hand, _plan(own.subject.pk, with_plan))
    conference = (
        conferences.conference_in_scope(user=user, key=key)
        if user.has_perm(f"accounts.{READ_RESULTS}")
        else None
    )
    if conference is None or release.is_own(user, conference, subject_key):
        return None
    step = release.person_step(conference, subject_key)
    if step is None or step.told_on is None:
        return None
    hand = Hand(user.key, Party.LEAD_BODY, is_head=False)
    return Place(step.conference, step.subject, step.told_on, hand, _plan(step.subject.pk, with_plan))


def may_file_on_paper(place: Place) -> bool:
    """Tell whether an officer may file signed sheets: the head hasn't begun on the page, nothing is submitted yet."""
    if place.plan is None:
        return True
    early = PlanState(place.plan.state) in (PlanState.DRAFT, PlanState.RETURNED)
    return early and (bool(place.plan.filed_by) or not place.plan.items.all())


def item_of(place: Place, number: int) -> PlanItem | None:
    """Return one point of a plan, None where there is none of that number."""
    found = place.plan.items.all() if place.plan else ()
    return next((item for item in found if item.number == number), None)


def file_of(place: Place, name: str) -> EvidenceFile | None:
    """Return one file of a plan, None for the files of others."""
    return place.plan.files.filter(name=name).first() if place.plan else None


def item_texts(plan: RemediationPlan) -> list[ItemText]:
    """Return the points of a plan as the rules ask."""
    return [item_text(item) for item in plan.items.prefetch_related("milestones")]


def item_text(item: PlanItem) -> ItemText:
    """Return one point as the rules ask."""
    return ItemText(
        criterion=item.criterion,
        shortcoming=item.shortcoming,
        cause=item.cause,
        measure=item.measure,
        expected=item.expected,
        owner=item.owner,
        due_on=item.due_on,
        milestones=tuple(Milestone(one.what, one.due_on) for one in item.milestones.all()),
    )


def _plan(subject: int, with_plan: bool) -> RemediationPlan | None:
    if not with_plan:
        return None
    found = RemediationPlan.objects.filter(subject=subject)
    return found.prefetch_related("items__milestones", "items__files", "files", "passages").first()
