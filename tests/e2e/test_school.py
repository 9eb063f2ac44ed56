"""A campaign of one school from the empty program to the district report, by role, in Chromium (DESIGN §4, §7, §8)."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.booth.browsers import CHROMIUM, launched
from tests.booth.stub import STATIC
from tests.e2e import (
    administrator,
    board,
    counting,
    draw,
    opening,
    organiser,
    plan,
    programs,
    remarks,
    report,
    results,
    schedule,
    voters,
)
from tests.e2e.administrator import Officers
from tests.e2e.board import Papers
from tests.e2e.prints import text_of
from tests.e2e.screens import Office, office

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]


@dataclass(frozen=True)
class Campaign:
    """The addresses of a round, of its draw and of its one conference."""

    of_round: str
    draw: str
    conference: str


def test_a_drawn_school_votes_in_secret_from_the_first_sign_in_to_the_district_report(tmp_path: Path) -> None:
    folder = tmp_path / "carried"
    folder.mkdir()
    programs.create_administrator(
        tmp_path / "data",
        username=administrator.USERNAME,
        full_name="Khổng Văn Mỏ Neo",
        password=administrator.PASSWORD,
    )
    with (
        programs.server(tmp_path / "data", tmp_path / "server.log") as origin,
        programs.board_program() as way_in,
        launched() as browser,
        office(browser) as people,
    ):
        officers = administrator.opens_the_accounts(people, origin)
        campaign = planned(officers, folder)
        papers = prepared(people, officers, campaign.conference, way_in, folder)
        receipts = voted(browser, officers, campaign.conference, papers)
        assert len(set(receipts)) == 8
        schedule.is_minuted(officers.organiser, campaign.conference)
        sealed_box, seal_code = sealed(officers, papers, folder)
        assert sealed_box.read_bytes()
        opened(officers, people, papers, seal_code, folder)
        reported(officers, campaign, folder)
        assert people.complaints == []
    log = (tmp_path / "server.log").read_text("utf-8")
    assert log == "", "a server that has nothing to complain about says nothing, and nobody's name"
    assert not programs.connections_of(tmp_path / "data").exists(), "the program calls nobody"


def planned(officers: Officers, folder: Path) -> Campaign:
    """From the Excel list to the staffed conference of the school that was drawn; the observer looks at the draw's screen."""
    organiser.enters_the_staff_list(officers.organiser, folder)
    of_round = plan.is_made_from_the_template(officers.organiser, folder)
    lots = draw.is_prepared(officers.organiser, of_round)
    draw.is_held(officers.organiser, officers.observer, lots)
    draw.gets_its_papers(officers.organiser, lots)
    conference = schedule.is_made(officers.organiser, of_round)
    schedule.is_staffed(officers.organiser, of_round)
    assert schedule.is_announced(officers.organiser, of_round, folder).suffix == ".xlsx"
    schedule.is_of_the_day(officers.organiser)
    return Campaign(of_round, lots, conference)


def prepared(people: Office, officers: Officers, address: str, way_in: str, folder: Path) -> Papers:
    """From the roll to the open poll; the board's program is a second machine's browser."""
    organiser.names_people(officers.organiser, address)
    request = organiser.asks_for_the_urn(officers.organiser, address, folder)
    table = people.screen(way_in.split("/vao/")[0], "board")
    board.comes_in(table, way_in.split("/vao/")[1])
    papers = board.makes_keys_and_slips(table, request, folder)
    assert len(papers.slips) == 15
    results.observes(officers.observer, "Đang chuẩn bị")
    organiser.takes_the_keys(officers.organiser, address, request, papers.keys)
    printed = organiser.prints_and_opens(officers.organiser, address, folder)
    assert all(paper.read_bytes().startswith(b"%PDF") for paper in printed)
    return papers


def voted(browser: Browser, officers: Officers, address: str, papers: Papers) -> list[str]:
    """Eleven people come: eight phones, one exchange, one paper set at the desk, one slip kept and not used."""
    origin, slips = officers.organiser.origin, papers.slips
    poll = papers.keys.stem.removeprefix("khoa-cong-khai-")
    organiser.keeps_the_desk(officers.organiser, address, exchanged=slips[8], spoiled=slips[9])
    receipts = [
        voters.votes_by_typing(browser, origin, poll, slips[0], 1),
        voters.votes_with_a_lost_answer(browser, origin, poll, slips[1], 3),
        *(
            voters.votes_by_link(browser, origin, poll, slip, 1 + place % 2)
            for place, slip in enumerate(slips[2:8])
        ),
    ]
    assert "đã" in voters.tries_a_used_slip(browser, origin, poll, slips[0])
    results.observes(officers.observer, "Đang nhận phiếu")
    organiser.ticks_and_closes(officers.organiser, address, present=11)
    assert voters.receipts_on_the_list(origin, poll) == set(receipts)
    return receipts


def sealed(officers: Officers, papers: Papers, folder: Path) -> tuple[Path, str]:
    """Counting in the hall: two hand counts, leftover slips, the sheets, the seal."""
    counting.counts_by_hand(officers.counting)
    counting.checks_leftover_slips(officers.counting, papers.slips[11:], used=papers.slips[0])
    counting.keys_in_the_sheets(officers.clerk, papers.station)
    return counting.seals(officers.counting, folder)


def opened(officers: Officers, people: Office, papers: Papers, seal_code: str, folder: Path) -> None:
    """The opening day: the independent program agrees, the server takes the results, keys end, papers are made."""
    boxes = opening.receives_the_boxes(officers.counting, seal_code, folder)
    carried = board.opens_the_boxes(
        people.screens[-1], boxes, papers.shares, seal_code=seal_code, folder=folder
    )
    keys = []
    for number, share in enumerate(papers.shares[1:]):
        keys.append(folder / f"key-{number}")
        keys[-1].write_text(share, "utf-8")
    second = programs.verify("--box", boxes, "--key", keys[0], "--key", keys[1])
    assert second.returncode == 0, second.stdout
    assert carried.code in second.stdout
    opening.imports_the_results(officers.counting, carried.results, carried.code)
    archive, code = opening.builds_the_bundle(officers.counting, folder)
    zipfile.ZipFile(archive).extractall(folder / "bundle")
    bundle = programs.verify(folder / "bundle", "--expect", code)
    assert bundle.returncode == 0, bundle.stdout
    opening.ends_the_keys(officers.counting)
    board.forgets_the_keys(people.screens[-1])
    docx, pdf = results.makes_the_minutes(officers.counting, folder)
    assert docx.read_bytes().startswith(b"PK")
    assert code in " ".join(text_of(pdf.read_bytes()))
    results.observes(officers.observer, "Đã kiểm phiếu xong")
    remarks.are_edited(officers.first_editor, officers.second_editor)
    summary = results.reads_the_result(officers.reporter, folder)
    told = " ".join(text_of(summary.read_bytes()))
    assert remarks.HANDED_ON in told
    assert voters.REMARK not in told
    assert summary.read_bytes().startswith(b"%PDF")


def reported(officers: Officers, campaign: Campaign, folder: Path) -> None:
    """The round's report in its three files, its announcement, and what the observer sees of the whole."""
    word, pdf, table = report.is_written(officers.reporter, folder)
    assert word.read_bytes().startswith(b"PK")
    assert table.suffix == ".xlsx"
    assert plan.NUMBER in " ".join(text_of(pdf.read_bytes()))
    report.is_announced(officers.reporter)
    schedule.is_watched(officers.observer, campaign.of_round)
    report.is_hidden_from(officers.observer, campaign.of_round, campaign.draw, campaign.conference)
