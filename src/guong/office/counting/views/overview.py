"""The conferences to count, and one conference's steps."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from guong.core.ladder import Step
from guong.core.lifecycle import PollState
from guong.office.accounts.access import needs
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.counting import selectors
from guong.office.counting.steps import StepKey, next_step, steps_of
from guong.office.counting.views.scope import PERMISSION, conference_or_404

TITLES = {
    StepKey.HAND: ("Đếm tay, hai người nhập", "counting:hand"),
    StepKey.LEFT_OVER: ("Kiểm thẻ còn lại", "counting:left_over"),
    StepKey.SHEETS: ("Nhập phiếu giấy", "counting:sheets"),
    StepKey.RECONCILE: ("Đối chiếu số phiếu", "counting:reconcile"),
    StepKey.SEAL: ("Niêm phong, bàn giao hòm phiếu", "counting:seal"),
    StepKey.IMPORT: ("Nhập kết quả mở hòm phiếu", "counting:import"),
    StepKey.BUNDLE: ("Lập hồ sơ kiểm tra", "counting:bundle"),
    StepKey.DESTROY: ("Huỷ chìa khoá", "counting:destroy"),
}
_NOT_DUE = 2
_WORK = {
    PollState.CLOSED: ("Kiểm đếm trong hội trường", 0),
    PollState.SEALED: ("Chờ mở hòm phiếu, nhập kết quả", 1),
    PollState.OPENED: ("Lập hồ sơ, huỷ chìa khoá", 1),
    PollState.ERASED: ("Đã kiểm phiếu xong", 3),
}


@dataclass(frozen=True)
class Line:
    """A conference in the list. ``rank`` sorts: hall work, later work, not yet due, finished."""

    conference: Conference
    state: str
    work: str
    rank: int

    @property
    def is_due(self) -> bool:
        """Tell whether something is to be done now."""
        return self.rank < _NOT_DUE


@needs(PERMISSION)
@require_GET
def conference_list(request: HttpRequest) -> HttpResponse:
    """All conferences in scope: those to count now, then those to come, then those finished."""
    found = conferences.not_cancelled(conferences.conferences_in_scope(user=request.user))
    states = selectors.poll_states(found)
    lines = sorted((_listed(one, states.get(one.key)) for one in found), key=lambda line: line.rank)
    context = {
        "lines": [line for line in lines if line.rank != _NOT_DUE],
        "later": [line for line in lines if line.rank == _NOT_DUE],
        "due": sum(line.is_due for line in lines),
        "days": selectors.days_with_state(user=request.user),
        "rounds": selectors.rounds_without_day(user=request.user),
    }
    return render(request, "counting/list.html", context)


def _listed(conference: Conference, state: PollState | None) -> Line:
    work, rank = _WORK.get(state, ("", _NOT_DUE)) if state else ("", _NOT_DUE)
    return Line(conference, conferences.STATE_TEXTS[state], work, rank)


@needs(PERMISSION)
@require_GET
def conference_page(request: HttpRequest, key: str) -> HttpResponse:
    """One conference: its steps in order and the one to do now."""
    conference = conference_or_404(request, key)
    state = selectors.poll_state(conference)
    context = {"conference": conference, "state": conferences.STATE_TEXTS[state]}
    if state not in selectors.CLOSED:
        return render(request, "counting/too_early.html", context)
    check = selectors.hall_check(conference) if state is PollState.CLOSED else None
    facts = selectors.facts_of(conference, state, check)
    now = next_step(facts)
    context |= {
        "steps": [_line(step) for step in steps_of(facts)],
        "now": _line(now) if now else None,
        "check": check,
        "typist": selectors.next_typist(conference) if state is PollState.CLOSED else None,
        "bundle": selectors.bundle(conference),
        "day": selectors.day_of(conference) if state is not PollState.CLOSED else None,
        "waits": state is PollState.SEALED and conference.round if not conference.rehearsal else None,
    }
    return render(request, "counting/conference.html", context)


def _line(step: Step[StepKey]) -> dict[str, object]:
    title, name = TITLES[step.key]
    return {
        "key": step.key.value,
        "number": step.number,
        "progress": step.progress.value,
        "title": title,
        "name": name,
    }
