"""The whole way of a stack in a real browser: order out of the desk, station, sealed file into the desk, log printed."""

from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from guong.core.paper_batch import STAMPED
from guong.core.questionnaire import official
from guong.core.secrecy import slips
from guong.office.accounts.roles import Role
from guong.office.paperdesk import services
from guong.office.papers import archive
from guong.office.papers.models import PaperFile
from tests.ceremony.scanning import stacks
from tests.ceremony.scanning.station_screen import browsing, opened
from tests.conferences.world import World, closed, good, officer
from tests.paper.reading import page_texts
from tests.paperdesk.test_scanned import Desk, in_urn

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ITEMS = [item.key for item in official("school_head").items]
MARKS = ("1234432112344321", "2222333311112222")
THIRD = "Uyên Mạc"


@pytest.fixture
def desk(journal_may_be_emptied: None, world: World) -> Desk:
    """Two sheets counted and two people named; the third is named on the page."""
    conference, made = closed(world, paper_sets=2)
    good(
        services.count_sheets(
            actor=world.organiser,
            conference=conference,
            subject_key="s1",
            counted=2,
            counters=("Mai", "Vinh"),
        )
    )
    good(services.name_typists(conference=conference, first_typist="Mai Ka", second_typist="Vinh Ly"))
    return conference, made


@pytest.fixture
def cookies(world: World, live_server: LiveServer) -> dict[str, str]:
    """The clerk's session."""
    client = Client()
    client.force_login(officer(world.school, Role.PAPER_CLERK, username="nhapphieu"))
    return {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}


def truly(sheet: int, item: str | None) -> str:
    """What stands on the paper."""
    return STAMPED if item is None else MARKS[sheet][ITEMS.index(item)]


def order_from(page: Page, to: Path) -> Path:
    """Open "Quét thay cho nhập tay", name the third, save the order."""
    page.get_by_text("Quét thay cho nhập tay").click()
    page.fill("#third_verifier", THIRD)
    page.get_by_role("button", name="Ghi tên người thứ ba").click()
    page.get_by_text("Quét thay cho nhập tay").click()
    with page.expect_download() as saving:
        page.get_by_role("link", name="Tải tệp bàn quét").click()
    saving.value.save_as(to)
    return to


def test_a_stack_goes_through_the_station_into_the_urn_and_into_the_printed_log(
    desk: Desk,
    cookies: dict[str, str],
    live_server: LiveServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scans = tmp_path / "tap-phieu.pdf"
    scans.write_bytes(stacks.both_sides([stacks.stamp(stacks.sheet(marks)) for marks in MARKS]))
    poll = desk[1].keys.poll
    card = " ".join(slips.printed_groups(desk[1].station_tickets[0], poll, slips.STATION))
    with browsing() as browser:
        office = browser.new_page(viewport={"width": 1280, "height": 800}, accept_downloads=True)
        office.context.add_cookies([cookies])  # type: ignore[list-item]
        office.goto(f"{live_server.url}/nhap-phieu/{desk[0].key}/")
        order = order_from(office, tmp_path / "ban-quet.json")
        with opened(browser, monkeypatch) as screen:
            screen.bring_order(order)
            screen.count(2)
            screen.scan(scans)
            screen.press("Đã quét xong tập này")
            screen.take_turn(truly)
            assert THIRD not in screen.text
            screen.take_turn(truly)
            screen.type_backs({})
            screen.seal(card)
            sealed = screen.download(tmp_path / "da-niem-phong.json")
        office.set_input_files("#batch-s1", sealed)
        office.get_by_role("button", name="Nạp tập phiếu đã quét").click()
        office.wait_for_selector("text=Đã nhập 2 / 2 tờ")
        office.get_by_role("button", name="Lập nhật ký nhập phiếu").click()
        office.wait_for_load_state()
    assert in_urn(desk) == sorted(marks[0] for marks in MARKS)
    log = " ".join(page_texts(archive.load(PaperFile.objects.get(paper__kind="entry_log", format="pdf"))))
    assert "2 phiếu được quét" in " ".join(log.split())
    assert "Kiểm tra ngẫu nhiên 1 dòng máy đọc chắc: 0 dòng sai" in " ".join(log.split())
    assert THIRD in log
