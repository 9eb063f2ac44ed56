"""Values that pass through the room's doors."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from guong.core.remediation.deadlines import Deadline, Point, deadlines
from guong.core.remediation.life import Act, Hand, Party, PlanState, Standing, acts_open
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.remediation.models import RemediationPlan

NEW = Standing(PlanState.DRAFT)


@dataclass(frozen=True)
class Place:
    """One person's plan as somebody may see it: the person, the plan (None before its first word), who looks."""

    conference: Conference
    subject: ConferenceSubject
    told_on: date
    hand: Hand
    plan: RemediationPlan | None

    @property
    def address(self) -> tuple[str, str]:
        """What the room's addresses take."""
        return self.conference.key, self.subject.key

    @property
    def is_head(self) -> bool:
        """Tell whether the person looks at the own plan."""
        return self.hand.party is Party.HEAD

    @property
    def standing(self) -> Standing:
        """Where the plan stands; one not yet begun is an empty draft."""
        return self.plan.standing if self.plan else NEW

    @cached_property
    def open_acts(self) -> frozenset[str]:
        """What this reader may do now, by the acts' names."""
        return frozenset(act.value for act in acts_open(self.standing, self.hand))

    def may(self, act: Act) -> bool:
        """Tell whether this reader may do something now."""
        return act.value in self.open_acts


def due_of(plan: RemediationPlan | None, told_on: date) -> tuple[Deadline, ...]:
    """Return what is to be done about a plan, the nearest first; its items and their milestones are in hand."""
    if plan is None:
        return deadlines(None, since=told_on)
    state = PlanState(plan.state)
    points = [
        point
        for item in plan.items.all()
        for point in (
            *(Point(one.what, one.due_on, one.done_on is not None) for one in item.milestones.all()),
            *(
                (Point(f"Hoàn thành mục {item.number}", item.due_on, item.share >= 100),)
                if item.due_on
                else ()
            ),
        )
    ]
    return deadlines(state, since=told_on if state is PlanState.DRAFT else plan.since, points=points)
