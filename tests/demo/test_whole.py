"""The whole campaign of 2023 within its bounds of time and memory (issue 3)."""

from typing import Any

import pytest

from tests.demo.played import balances, play

pytestmark = [pytest.mark.alone, pytest.mark.long, pytest.mark.slow, pytest.mark.xdist_group("demo")]

MOST_SECONDS_SCHOOLS, MOST_SECONDS, MOST_MEGABYTES = 90, 240, 1536
WARDS = "_phuong"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return play(tmp_path_factory.mktemp("whole") / "out")


def test_fifteen_schools_and_fourteen_wards_are_played(played: dict[str, Any]) -> None:
    schools, wards = played["rounds"]
    assert (schools["conferences"], wards["conferences"], wards["subjects"]) == (15, 14, 28)
    assert 650 <= schools["signatures"] <= 750
    assert all(60 - 4 <= one["opened"] <= 90 for one in wards["per_subject"])
    assert balances(schools)
    assert balances(wards)


def test_both_programs_agree_on_every_box(played: dict[str, Any]) -> None:
    assert played["opening_digest"] == played["verify_digest"]


def test_the_school_round_takes_ninety_seconds_at_most(played: dict[str, Any]) -> None:
    schools = sum(
        seconds
        for stage, seconds in played["stages"].items()
        if not stage.endswith(WARDS) and stage != "verify"
    )
    assert schools <= MOST_SECONDS_SCHOOLS


def test_both_rounds_take_four_minutes_at_most(played: dict[str, Any]) -> None:
    assert played["seconds"] <= MOST_SECONDS


def test_the_whole_process_tree_stays_small(played: dict[str, Any]) -> None:
    assert 0 < played["peak_rss_mb"] <= MOST_MEGABYTES
