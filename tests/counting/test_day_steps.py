"""The order of an opening day, by plain rules over plain facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core import crockford
from guong.core.ladder import Progress
from guong.office.counting.day_steps import (
    DayFacts,
    DayStepKey,
    codes_agree,
    day_steps,
    is_code,
    next_day_step,
)

FACTS = st.builds(
    DayFacts,
    boxes=st.integers(0, 15),
    received=st.integers(0, 15),
    to_open=st.integers(0, 15),
    opened=st.integers(0, 15),
    bundled=st.integers(0, 15),
    ended=st.integers(0, 15),
    minuted=st.frozensets(st.sampled_from(list(DayStepKey))),
)
DIGESTS = st.binary(min_size=32, max_size=32)


@given(FACTS)
def test_there_is_one_step_to_do_or_all_are_done(facts: DayFacts) -> None:
    progress = [step.progress for step in day_steps(facts)]
    assert progress.count(Progress.NOW) == (next_day_step(facts) is not None)
    if next_day_step(facts) is None:
        assert set(progress) == {Progress.DONE}


@given(FACTS)
def test_nothing_is_bundled_or_destroyed_before_the_boxes_are_opened(facts: DayFacts) -> None:
    done = {step.key: step.progress for step in day_steps(facts)}
    if DayStepKey.RECEIVE not in facts.minuted or facts.opened < facts.to_open:
        assert done[DayStepKey.BUNDLE] is not Progress.DONE
        assert done[DayStepKey.DESTROY] is not Progress.DONE


@given(DIGESTS)
def test_the_whole_code_and_its_last_group_agree(digest: bytes) -> None:
    code = crockford.sixteen_digits(digest)
    assert codes_agree(code, code)
    assert codes_agree(code.replace(" ", ""), code)
    assert codes_agree(code[-4:], code)


@given(DIGESTS, DIGESTS)
def test_another_code_does_not_agree(first: bytes, second: bytes) -> None:
    one, other = crockford.sixteen_digits(first), crockford.sixteen_digits(second)
    assert codes_agree(one, other) == (one == other)


@pytest.mark.parametrize("typed", ["", "123", "12345", "abcd", "1234 5678", "1234 5678 9012 34567"])
def test_other_writings_are_no_code(typed: str) -> None:
    assert not is_code(typed)
