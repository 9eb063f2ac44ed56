"""Where a count stands, who is on the board, which papers were filed."""

from django.db.models import QuerySet

from guong.core.ladder import Step
from guong.core.lifecycle import PollState
from guong.office.conferences.models import Conference
from guong.office.counting.selectors.hall import HallCheck, hall_check, poll_state
from guong.office.counting.selectors.results import bundle, key_destruction
from guong.office.counting.steps import Facts, StepKey, next_step, steps_of
from guong.office.papers import selectors as papers
from guong.office.papers.models import Paper

SEALING_MINUTES = "sealing_minutes"
_WITNESS = "witness"


def facts_of(conference: Conference, state: PollState | None = None, check: HallCheck | None = None) -> Facts:
    """Gather what `steps_of` needs; ``state`` and ``check`` may be given where the caller asked for them already."""
    state = state or poll_state(conference)
    if state is PollState.CLOSED:
        check = check or hall_check(conference)
    return Facts(
        state=state,
        hand_agreed=check is not None,
        left_over_missing=check.left_over_missing if check else 0,
        sheets_missing=check.sheets_missing + check.sheets_surplus if check else 0,
        agrees=check is not None and check.agrees,
        bundle_built=bundle(conference) is not None,
        keys_destroyed=key_destruction(conference) is not None,
    )


def steps(conference: Conference) -> tuple[Step[StepKey], ...]:
    """Return the eight steps of a count."""
    return steps_of(facts_of(conference))


def step_now(conference: Conference) -> Step[StepKey] | None:
    """Return the step to do now, None once the count is finished."""
    return next_step(facts_of(conference))


def board_names(conference: Conference, *, with_witnesses: bool = False) -> list[str]:
    """Return the names of the counting board as the decision lists them."""
    members = conference.board.all()
    return [member.full_name for member in members if with_witnesses or member.role != _WITNESS]


def sealing_papers(conference: Conference) -> QuerySet[Paper]:
    """Return the filed sealing minutes, newest first."""
    keys = [conference.unit.key]
    return papers.papers_of(unit_keys=keys, conference_key=conference.key).filter(kind=SEALING_MINUTES)
