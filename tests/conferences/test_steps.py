"""The list of steps: always in order, one clear next step until casting is over."""

from hypothesis import given
from hypothesis import strategies as st

from guong.core.ladder import Progress
from guong.core.lifecycle import PollState
from guong.core.origin import is_protected
from guong.office.conferences.steps import Facts, StepKey, next_step, steps_of

FACTS = st.builds(
    Facts,
    roll_agreed=st.booleans(),
    board_complete=st.booleans(),
    request_made=st.booleans(),
    keys_taken=st.booleans(),
    papers_printed=st.booleans(),
    state=st.sampled_from([None, *PollState]),
)
OVER = {PollState.CLOSED, PollState.SEALED, PollState.OPENED, PollState.ERASED, PollState.VOID}


@given(FACTS)
def test_there_is_one_next_step_until_casting_is_over(facts: Facts) -> None:
    now = [step for step in steps_of(facts) if step.progress is Progress.NOW]
    assert len(now) == (0 if facts.state in OVER else 1)
    assert next_step(facts) == (now[0] if now else None)


@given(FACTS)
def test_everything_before_the_next_step_is_done(facts: Facts) -> None:
    now = next_step(facts)
    for step in steps_of(facts):
        if now is None or step.number < now.number:
            assert step.progress is Progress.DONE


@given(FACTS)
def test_an_open_poll_leads_to_the_hall(facts: Facts) -> None:
    now = next_step(facts)
    if facts.state in {PollState.OPEN, PollState.PAUSED, PollState.SUSPENDED}:
        assert now is not None
        assert now.key is StepKey.HALL


def test_only_https_and_this_machine_count_as_protected() -> None:
    assert is_protected("https://gop-y.example")
    assert is_protected("http://127.0.0.1:8000")
    assert is_protected("http://localhost")
    assert not is_protected("http://192.168.1.20:8000")
    assert not is_protected("http://localhost.example")
