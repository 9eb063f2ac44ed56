"""The hours of an opening day stand in the order of its acts."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from guong.core.opening_hours import DayMoment, contradicted

MORNING = datetime(2023, 5, 22, 8)
MINUTES = st.integers(min_value=0, max_value=600)


@given(st.sets(st.sampled_from(DayMoment)), st.lists(MINUTES, min_size=5, max_size=5), st.data())
def test_an_hour_is_taken_exactly_where_all_hours_stand_in_order(
    others: set[DayMoment], minutes: list[int], data: st.DataObject
) -> None:
    moment, minute = data.draw(st.sampled_from(DayMoment)), data.draw(MINUTES)
    hours = dict(zip(DayMoment, (MORNING + timedelta(minutes=one) for one in sorted(minutes)), strict=True))
    noted = {other: at for other, at in hours.items() if other in others and other is not moment}
    with_it = noted | {moment: MORNING + timedelta(minutes=minute)}
    in_order = [with_it[one] for one in DayMoment if one in with_it]
    found = contradicted(noted, moment, with_it[moment])
    assert (found is None) == (in_order == sorted(in_order))


def test_two_acts_may_bear_the_same_minute() -> None:
    assert contradicted({DayMoment.ENDED: MORNING}, DayMoment.KEYS, MORNING) is None


def test_the_keys_do_not_end_before_the_boxes_are_opened() -> None:
    noted = {DayMoment.BEGAN: MORNING, DayMoment.ENDED: MORNING + timedelta(hours=1)}
    assert contradicted(noted, DayMoment.KEYS, MORNING + timedelta(minutes=30)) is DayMoment.ENDED


def test_a_later_act_that_is_noted_bounds_an_earlier_one() -> None:
    assert contradicted({DayMoment.KEYS: MORNING}, DayMoment.ENDED, MORNING + timedelta(minutes=1)) is (
        DayMoment.KEYS
    )
