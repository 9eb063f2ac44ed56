"""This year's plan beside the one it was copied from, and what an officer still has to look at."""

from guong.core.plan_differences import Difference, compare, to_be_seen
from guong.core.plan_text import PlanPart, from_data
from guong.office.plans.models import Plan
from guong.office.plans.selectors.rules import last_edition
from guong.office.plans.selectors.text import text_of


def differences_of(plan: Plan) -> tuple[Difference, ...]:
    """Return every line of last year's plan and this one's, with what became of it; empty for a plan that is no copy.

    Last year's is taken as it was issued, or as it stands where it never was. Number and day of issue are left out:
    they are new every year and have to be typed anyway.
    """
    if plan.copied_from is None:
        return ()
    edition = last_edition(plan.copied_from)
    before = from_data(edition.text) if edition else text_of(plan.copied_from)
    found = compare(before, text_of(plan))
    return tuple(entry for entry in found if entry.part is not PlanPart.NUMBER)


def unseen_differences(plan: Plan) -> tuple[Difference, ...]:
    """Return the differences that nobody has ticked yet."""
    found = to_be_seen(differences_of(plan))
    seen = seen_codes(plan) if found else frozenset()
    return tuple(entry for entry in found if entry.code not in seen)


def seen_codes(plan: Plan) -> frozenset[str]:
    """Return the codes of the differences that were ticked."""
    return frozenset(entry.code for entry in plan.seen_differences.all())


def changes_since_edition(plan: Plan) -> tuple[Difference, ...]:
    """Return what differs from the last edition; empty for a plan never issued.

    The opening's day and place are left out: they may be settled without an amendment.
    """
    edition = last_edition(plan)
    if edition is None:
        return ()
    found = compare(from_data(edition.text), text_of(plan))
    return tuple(
        entry for entry in found if entry.before != entry.after and entry.part is not PlanPart.OPENING
    )


def amends_more_than_number(changes: tuple[Difference, ...]) -> bool:
    """Tell whether an amendment changes anything beside number and day of issue."""
    return any(entry.part is not PlanPart.NUMBER for entry in changes)
