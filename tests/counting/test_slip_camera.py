"""The camera of the counting table in a real browser: live codes where the browser reads them, frames and photographs else."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import cv2
import numpy
import pytest
from playwright.sync_api import Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.booth.browsers import CHROMIUM, FLAGS
from tests.conferences.test_pages import signed_in
from tests.conferences.world import World
from tests.counting.test_left_over import groups, photo
from tests.counting.test_pages import page as address
from tests.counting.world import Count, closed, hand_counted
from tests.papers.conftest import journal_may_be_emptied

__all__ = ["journal_may_be_emptied"]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
# Stands for a browser that reads codes itself: it sees whatever the test holds before the camera.
READER = """window.beforeCamera = [];
window.BarcodeDetector = class {
  static async getSupportedFormats() { return ["qr_code"]; }
  async detect() { return window.beforeCamera.map((rawValue) => ({ rawValue })); }
};"""


@pytest.fixture
def count(journal_may_be_emptied: None, world: World) -> Count:
    """Eight slips left over, counted by hand."""
    made = closed(world, phones=7)
    hand_counted(made)
    return made


@contextmanager
def table(server: LiveServer, count: Count, *, film: Path, reader: str = "") -> Iterator[Page]:
    """The counting officer's page, before a camera that shows ``film``."""
    session = signed_in(count.officer).cookies["sessionid"].value
    fake = [
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *fake])
        context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
        context.add_cookies([{"name": "sessionid", "value": session, "url": server.url}])
        page = context.new_page()
        page.add_init_script(reader or "delete window.BarcodeDetector")
        page.goto(server.url + address("left_over", count.conference))
        yield page
        browser.close()


def film_of(picture: bytes, folder: Path) -> Path:
    """A film of one still picture, of the size of a camera."""
    found = cv2.imdecode(numpy.frombuffer(picture, dtype="uint8"), cv2.IMREAD_COLOR)
    assert found is not None
    still = cv2.imencode(".jpg", cv2.resize(found, (1920, 1920), interpolation=cv2.INTER_AREA))[1].tobytes()
    path = folder / "film.mjpeg"
    path.write_bytes(still * 3)
    return path


def test_a_camera_without_a_reader_takes_frames_of_several_slips(
    count: Count, live_server: LiveServer, tmp_path: Path
) -> None:
    film = film_of(photo(count, *count.left_over[:4]), tmp_path)
    with table(live_server, count, film=film) as page:
        page.get_by_role("button", name="Quét lần lượt bằng máy ảnh").click()
        page.get_by_role("button", name="Chụp và kiểm").click()
        expect(page.locator("#told")).to_contain_text("4 thẻ chưa dùng vừa kiểm")
        expect(page.locator("#checked")).to_have_text("4 / 8")
        page.get_by_role("button", name="Chụp và kiểm").click()
        expect(page.locator("#told")).to_contain_text("4 thẻ đã kiểm trước đó")


def test_a_browser_that_reads_codes_asks_once_for_a_slip_held_still(
    count: Count, live_server: LiveServer, tmp_path: Path
) -> None:
    entry = f"https://gop-y.example/b/{count.made.keys.poll}"
    codes = [f"{entry}#{''.join(groups(count, ticket))}" for ticket in count.left_over]
    film = film_of(photo(count, count.left_over[0]), tmp_path)
    with table(live_server, count, film=film, reader=READER) as page:
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.method))
        page.get_by_role("button", name="Quét lần lượt bằng máy ảnh").click()
        for number, code in enumerate(codes[:2], 1):
            page.evaluate("(code) => { window.beforeCamera = [code]; }", code)
            expect(page.locator("#checked")).to_have_text(f"{number} / 8")
        page.wait_for_timeout(1_000)
        assert sent.count("POST") == 2
        held = page.content() + page.evaluate(
            "JSON.stringify([{...localStorage}, {...sessionStorage}, location.href])"
        )
        assert not any(group in held for ticket in count.left_over[:2] for group in groups(count, ticket))
        page.evaluate("(codes) => { window.beforeCamera = codes; }", codes[2:])
        expect(page.get_by_text("Đã kiểm đủ thẻ còn lại.")).to_be_visible()


def test_a_used_slip_stops_the_camera(count: Count, live_server: LiveServer, tmp_path: Path) -> None:
    used = "".join(groups(count, count.made.tickets[0]))
    film = film_of(photo(count, count.left_over[0]), tmp_path)
    with table(live_server, count, film=film, reader=READER) as page:
        page.get_by_role("button", name="Quét lần lượt bằng máy ảnh").click()
        page.evaluate(
            "(code) => { window.beforeCamera = [code]; }",
            f"https://gop-y.example/b/{count.made.keys.poll}#{used}",
        )
        expect(page.locator("#told")).to_contain_text("BÁO ĐỘNG")
        expect(page.locator("#camera")).to_be_hidden()


def test_a_large_photograph_is_made_smaller_before_it_is_sent(
    count: Count, live_server: LiveServer, tmp_path: Path
) -> None:
    film = film_of(photo(count, count.left_over[0]), tmp_path)
    large = tmp_path / "large.png"
    picture = cv2.imdecode(numpy.frombuffer(photo(count, *count.left_over), dtype="uint8"), 0)
    assert picture is not None
    cv2.imwrite(str(large), cv2.resize(picture, None, fx=2, fy=2))
    with table(live_server, count, film=film) as page:
        sizes: list[int] = []
        page.on("request", lambda request: sizes.append(int(request.headers.get("content-length", "0"))))
        page.set_input_files("#photo", large)
        page.get_by_role("button", name="Kiểm các thẻ trong ảnh").click()
        expect(page.get_by_text("Đã kiểm đủ thẻ còn lại.")).to_be_visible()
        assert large.stat().st_size > 4_000_000
        assert max(sizes) < 2_000_000
