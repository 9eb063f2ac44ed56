"""The campaign half-way: what `make run` shows, and who may sign in."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from guong.ballots import polls
from guong.ballots.store import open_store
from guong.demo.server import free_port
from guong.office.accounts.roles import Role
from tests.demo.played import play, rows

PILOT = ("2023-04-12",) * 2  # two wards on one day
ASKED_IN_PILOT = (
    "SELECT count(*) FROM conferences_conferencesubject s "
    "JOIN conferences_conference c ON c.id = s.conference_id WHERE c.held_on = '2023-04-12'"
)

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("midway")]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("midway") / "out"


@pytest.fixture(scope="module")
def played(out: Path) -> dict[str, Any]:
    return play(out, "--midway")


def test_conferences_stand_at_every_stage(played: dict[str, Any], out: Path) -> None:
    keys = [key for (key,) in rows(out, "SELECT poll_key FROM conferences_poll")]
    with closing(open_store(f"sqlite:///{out / 'urn.sqlite3'}")) as store:
        found = Counter(getattr(polls.state(store, poll=key), "value", "") for key in keys)
    assert found == {
        "erased": 1 + len(PILOT),
        "opened": 1,
        "sealed": 4,
        "closed": 1,
        "open": 1,
        "prepared": 1,
    }


def test_both_rounds_are_planned(played: dict[str, Any], out: Path) -> None:
    query = "SELECT questionnaire_key, count(*) FROM conferences_conference GROUP BY 1"
    assert dict(rows(out, query)) == {"school_head": 15, "ward_head": 14 + len(PILOT)}


def test_one_conference_is_counted_and_two_officers_are_editing_its_remarks(
    played: dict[str, Any], out: Path
) -> None:
    kinds = Counter(kind for (kind,) in rows(out, "SELECT kind FROM papers_paper"))
    ((asked,),) = rows(out, ASKED_IN_PILOT)
    assert kinds["tally_minutes"] == 1 + asked
    assert kinds["personal_summary"] == asked
    states = {state for (state,) in rows(out, "SELECT state FROM remarks_draft")}
    assert states == {"proposed", "confirmed"}
    seats = (
        "SELECT count(*) FROM remarks_seat s JOIN remarks_desk d ON d.id = s.desk_id WHERE d.ended_on IS NULL"
    )
    assert rows(out, seats) == [(2,)]


def test_everybody_of_the_pilot_was_told_and_one_plan_is_under_way(played: dict[str, Any], out: Path) -> None:
    assert rows(out, "SELECT held_on FROM conferences_conference WHERE held_on < '2023-05-01'") == [
        (day,) for day in PILOT
    ]
    told = "SELECT count(*) FROM release_steptaken WHERE step = 'told'"
    assert rows(out, told) == rows(out, ASKED_IN_PILOT)
    assert rows(out, "SELECT state FROM remediation_remediationplan") == [("in_progress",)]
    points = "SELECT share, due_on < '2023-05-17' FROM remediation_planitem ORDER BY number"
    assert rows(out, points) == [(100, 1), (40, 1)]
    assert rows(out, "SELECT count(*) FROM remediation_evidencefile") == [(1,)]


def test_the_heads_account_is_of_somebody_who_was_told(played: dict[str, Any], out: Path) -> None:
    query = (
        "SELECT count(*) FROM registry_personaccount a JOIN registry_post p ON p.person_id = a.person_id "
        "JOIN conferences_conferencesubject s ON s.post_id = p.id "
        "JOIN remediation_remediationplan r ON r.subject_id = s.id"
    )
    assert rows(out, query) == [(1,)]


def test_two_earlier_years_were_brought_in(played: dict[str, Any], out: Path) -> None:
    query = "SELECT year FROM release_importedround WHERE taken_on IS NOT NULL ORDER BY year"
    assert rows(out, query) == [(2021,), (2022,)]


def test_one_duty_is_overdue_and_three_bodies_made_the_plan_known(played: dict[str, Any], out: Path) -> None:
    overdue = "SELECT body FROM plans_duty WHERE done_on IS NULL AND due_on < '2023-05-17'"
    assert rows(out, overdue) == [("Đảng uỷ 14 phường",)]
    assert rows(out, "SELECT count(*) FROM plans_briefing") == [(3,)]


def test_the_last_day_waits_for_its_officers_and_its_observers(played: dict[str, Any], out: Path) -> None:
    query = (
        "SELECT c.held_on, d.role, d.proposed FROM schedule_delegate d "
        "JOIN conferences_conference c ON c.id = d.conference_id WHERE c.held_on = '2023-05-19'"
    )
    assert rows(out, query) == [("2023-05-19", "observer", 1)] * 3


def test_an_incident_is_open_where_people_vote_and_settled_elsewhere(
    played: dict[str, Any], out: Path
) -> None:
    settled = [words for (words,) in rows(out, "SELECT settled FROM conferences_incident")]
    assert settled.count("") == 1
    assert len(settled) > 1


def test_the_slips_of_the_open_conference_lie_ready(played: dict[str, Any]) -> None:
    assert Path(played["open"]["slips"]).read_bytes().startswith(b"%PDF")


@pytest.fixture
def said(played: dict[str, Any], out: Path) -> Iterator[list[str]]:
    """What the server says when it starts on the demo's data."""
    port = free_port()
    command = [sys.executable, "-m", "guong.cli", "serve", "--port", str(port)]
    environment = {"GUONG_DATA_DIR": str(out), "GUONG_DEMO": "1", "PATH": ""}
    origin = f"http://127.0.0.1:{port}"
    with subprocess.Popen(
        [*command, "--origin", origin], env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        assert server.stdout is not None
        yield [line for _, line in zip(range(len(Role) + 2), server.stdout, strict=False)]
        server.terminate()


def test_each_role_is_offered_one_officers_link_the_remarks_desk_two(said: list[str]) -> None:
    links = [line for line in said if re.search(r"http://127\.0\.0\.1:\d+/\S+$", line)]
    assert len(links) == len(Role) + 1
    for role in Role:
        officers = 2 if role is Role.REMARKS_EDITOR else 1
        assert sum(role.label.lower() in line for line in links) == officers
