"""What is overdue is told by dates alone, and nobody is reminded of what is done or of another's turn."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.remediation.deadlines import (
    Deadline,
    Point,
    Urgency,
    days_text,
    deadlines,
    overdue,
    to_remind,
    urgency,
)
from guong.core.remediation.life import Party, PlanState

TODAY = date(2023, 7, 1)
UNDERWAY = (PlanState.APPROVED, PlanState.IN_PROGRESS)
POINTS = st.lists(st.builds(Point, st.text(max_size=5), st.dates(), st.booleans()), max_size=8)


@pytest.mark.parametrize(
    ("days", "wanted", "text"),
    [
        (-3, Urgency.OVERDUE, "quá hạn 3 ngày"),
        (0, Urgency.SOON, "hạn hôm nay"),
        (14, Urgency.SOON, "còn 14 ngày"),
        (15, Urgency.LATER, "còn 15 ngày"),
    ],
)
def test_the_day_itself_is_not_overdue(days: int, wanted: Urgency, text: str) -> None:
    day = TODAY + timedelta(days=days)
    assert urgency(day, today=TODAY) is wanted
    assert days_text(day, today=TODAY) == text


@given(st.sampled_from(UNDERWAY), POINTS)
def test_of_a_plan_underway_just_what_is_not_done_is_due_the_nearest_first(
    state: PlanState, points: list[Point]
) -> None:
    found = deadlines(state, since=TODAY, points=points)
    left = [point for point in points if not point.is_done]
    assert len(found) == len(left)
    assert [one.due_on for one in found] == sorted(point.due_on for point in left)


@given(st.sampled_from([None, *PlanState]), POINTS)
def test_nobody_is_reminded_of_the_lead_bodys_turn_or_of_what_is_far(
    state: PlanState | None, points: list[Point]
) -> None:
    found = deadlines(state, since=TODAY, points=points)
    for one in to_remind(found, today=TODAY):
        assert one.party is Party.HEAD
        assert one.due_on <= TODAY + timedelta(days=14)
    assert set(overdue(found, today=TODAY)) <= {one for one in found if one.due_on < TODAY}


def test_each_state_names_whose_turn_it_is() -> None:
    def due(state: PlanState | None) -> tuple[Deadline, ...]:
        return deadlines(state, since=TODAY)

    assert due(None) == due(PlanState.DRAFT) == (Deadline("Trình kế hoạch khắc phục", date(2023, 7, 31)),)
    assert due(PlanState.RETURNED)[0].due_on == date(2023, 7, 11)
    assert {one.party for one in (*due(PlanState.SUBMITTED), *due(PlanState.CLOSING))} == {Party.LEAD_BODY}
    assert due(PlanState.CLOSED) == ()
