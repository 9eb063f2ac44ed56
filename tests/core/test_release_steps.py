"""The way of a result: in order, one step back at a time, and nobody reads before the own step."""

import pytest

from guong.core.release_steps import (
    READS_FROM,
    Reader,
    ReleaseStep,
    act_after,
    is_behind,
    may_read,
    step_back,
)

STEPS = (None, *ReleaseStep)


@pytest.mark.parametrize("reader", Reader)
def test_whoever_may_read_at_a_step_may_read_ever_after(reader: Reader) -> None:
    readings = [may_read(reader, step) for step in STEPS]
    assert readings == sorted(readings)
    assert not readings[0]
    assert readings[-1]


def test_the_lead_body_reads_before_the_standing_board_that_before_the_committee_the_person_last() -> None:
    waits = [STEPS.index(READS_FROM[reader]) for reader in Reader]
    assert waits == [1, 1, 3, 4, 5]


def test_the_first_two_steps_follow_from_work_done_elsewhere() -> None:
    assert act_after(None) is None
    assert act_after(ReleaseStep.COUNTED) is None


def test_acts_lead_from_the_edited_remarks_to_the_archive_one_at_a_time() -> None:
    reached: ReleaseStep | None = ReleaseStep.EDITED
    walked = []
    while (reached := act_after(reached)) is not None:
        walked.append(reached)
    assert walked == list(ReleaseStep)[2:]


@pytest.mark.parametrize(
    ("reached", "back"),
    [
        (None, None),
        (ReleaseStep.COUNTED, None),
        (ReleaseStep.EDITED, None),
        (ReleaseStep.STANDING_BOARD, ReleaseStep.EDITED),
        (ReleaseStep.COMMITTEE, ReleaseStep.STANDING_BOARD),
        (ReleaseStep.TOLD, ReleaseStep.COMMITTEE),
        (ReleaseStep.ARCHIVED, None),
    ],
)
def test_a_step_back_goes_to_the_step_before(reached: ReleaseStep | None, back: ReleaseStep | None) -> None:
    assert step_back(reached, told=0) is back


@pytest.mark.parametrize("reached", STEPS)
def test_nothing_goes_back_once_somebody_was_told(reached: ReleaseStep | None) -> None:
    assert step_back(reached, told=1) is None


def test_steps_behind_are_those_up_to_the_one_reached() -> None:
    behind = [step for step in ReleaseStep if is_behind(step, ReleaseStep.STANDING_BOARD)]
    assert behind == list(ReleaseStep)[:3]
    assert not any(is_behind(step, None) for step in ReleaseStep)
