"""The whole campaign of 2023 within its bounds of time and memory (issue 3)."""

from pathlib import Path
from typing import Any

import pytest

from tests.demo.played import balances, play
from tests.pages.answers import over_their_bounds, walked

pytestmark = [pytest.mark.alone, pytest.mark.long, pytest.mark.slow, pytest.mark.xdist_group("demo")]

MOST_SECONDS_SCHOOLS, MOST_SECONDS, MOST_MEGABYTES = 90, 240, 1536
WARDS = "_phuong"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("whole") / "out"


@pytest.fixture(scope="module")
def played(out: Path) -> dict[str, Any]:
    return play(out)


def test_fifteen_schools_and_fourteen_wards_are_played(played: dict[str, Any]) -> None:
    schools, wards = played["rounds"]
    assert (schools["conferences"], wards["conferences"], wards["subjects"]) == (15, 14, 28)
    assert 650 <= schools["signatures"] <= 750
    assert all(60 - 4 <= one["opened"] <= 90 for one in wards["per_subject"])
    assert balances(schools)
    assert balances(wards)


def test_every_paper_sheet_was_scanned_and_no_row_read_wrongly(played: dict[str, Any]) -> None:
    for one in played["rounds"]:
        scanned, sheets = one["scanned"], sum(count["paper"] for count in one["per_subject"])
        assert scanned["sheets"] + scanned["set_aside"] == sheets > 80
        assert (scanned["set_aside"], scanned["rows_wrong"]) == (one["subjects"] // one["conferences"], 0)


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


def test_every_page_keeps_to_its_bounds_when_all_is_done(
    played: dict[str, Any], out: Path, tmp_path: Path
) -> None:
    assert over_their_bounds(walked(out, tmp_path / "walked")) == []
