"""A ladder has at most one step to do now: the first that isn't done."""

from enum import Enum

from hypothesis import given
from hypothesis import strategies as st

from guong.core.ladder import Progress, step_to_do, steps_in_order


class _Rung(Enum):
    FIRST, SECOND, THIRD = "first", "second", "third"


DONE = st.tuples(*[st.booleans()] * len(_Rung)).map(lambda done: dict(zip(_Rung, done, strict=True)))


@given(DONE)
def test_the_step_to_do_is_the_first_that_is_not_done(done: dict[_Rung, bool]) -> None:
    now = step_to_do(steps_in_order(done))
    assert (now.key if now else None) == next((rung for rung in _Rung if not done[rung]), None)


@given(DONE)
def test_what_is_done_stays_done_behind_the_step_to_do(done: dict[_Rung, bool]) -> None:
    steps = steps_in_order(done)
    assert [step.key for step in steps if step.progress is Progress.DONE] == [r for r in _Rung if done[r]]
    assert sum(step.progress is Progress.NOW for step in steps) == (not all(done.values()))


def test_steps_are_numbered_from_one_in_their_order() -> None:
    steps = steps_in_order({_Rung.THIRD: True, _Rung.FIRST: False})
    assert [(step.key, step.number) for step in steps] == [(_Rung.THIRD, 1), (_Rung.FIRST, 2)]
