"""Draw the round of wards: one being held, and one that is over: ``python -m scripts.gallery_wards``.

Writes docs/gallery/ward-*.png (360x740 and 1280x800) and pages of the papers that a played demo filed for a ward. The
district is the demo's; its first wards sit together in one play, the others are played by `guong demo` itself.
"""

from contextlib import ExitStack

from playwright.sync_api import Page, sync_playwright

from scripts.gallery_environment import FOLDER, ORIGIN, page_of, serve, session  # sets Django up first

# isort: split
from guong.demo import campaign, midway
from guong.demo.order import Order
from guong.demo.player import begin
from guong.demo.rounds import RoundPlay
from guong.demo.server import free_port
from guong.demo.stages import Stages
from guong.office.conferences.models import Conference
from scripts.gallery_camera import SIZES, Camera, chromium
from scripts.gallery_demo_play import DemoPlay, played
from scripts.gallery_paper_pages import write_pages

_SEED, _PREPARED = 167, 3
_PAPERS = (
    ("tally-minutes-secretary", "P-01/bien-ban-kiem-phieu-s1.pdf", (1, 2)),
    ("tally-minutes-chair", "P-01/bien-ban-kiem-phieu-s2.pdf", (1, 2)),
    ("conference-minutes", "P-01/bien-ban-hoi-nghi.pdf", (1, 2, 3)),
    ("report", "bao-cao-tong-hop.pdf", (1, 2, 3, 4)),
    ("ballot-destruction", "bien-ban-huy-phieu.pdf", (1, 2)),
)


def main() -> int:
    """Draw both; returns 1 where a page is too wide or a picture too large."""
    camera = Camera("ward")
    _held(camera)
    with played("--only", "4") as play:
        _over(play, camera)
        for name, file, pages in _PAPERS:
            write_pages(f"ward-{name}", (play.folder / "documents" / "phuong" / file).read_bytes(), pages)
    return camera.result()


def _held(camera: Camera) -> None:
    """A round of fourteen wards on its first morning: one box sealed, one conference in its hall, one ready."""
    order = Order(FOLDER, free_port(), _SEED, quiet=True)
    with ExitStack() as running:
        begun = begin(order, Stages(quiet=True), running)
        part = RoundPlay(begun.ground, begun.rounds[campaign.WARDS], "phuong", "Đợt các phường")
        ready = part.prepare(part.begin(begun.wards)[:_PREPARED])
        part.hold(ready[:1])
        midway.begin_to_vote(begun.ground, ready[1])
        world = begun.ground.world
        serve()
        with sync_playwright() as playwright:
            browser = chromium(playwright)
            for size in SIZES:
                page = page_of(browser, size, session(world.organiser))
                _organiser(page, part.round.key, ready[1].conference, camera, size)
                page.context.close()
                page = page_of(browser, size, session(world.counting_officer))
                for name, step in (("reconcile", "doi-chieu"), ("sealed", "niem-phong")):
                    page.goto(f"{ORIGIN}/kiem-phieu/{ready[0].conference.key}/{step}/")
                    camera.take(page, f"{name}-{size}")
                page.context.close()
            browser.close()


def _organiser(page: Page, of_round: str, conference: Conference, camera: Camera, size: str) -> None:
    for name, address in (
        ("calendar", f"/lich/dot/{of_round}/"),
        ("delegates", f"/lich/dot/{of_round}/tham-du/"),
        ("progress", f"/lich/dot/{of_round}/tien-do/"),
        ("steps", f"/hoi-nghi/{conference.key}/"),
        ("roll", f"/hoi-nghi/{conference.key}/danh-sach/"),
        ("hall", f"/hoi-nghi/{conference.key}/hoi-truong/"),
    ):
        page.goto(ORIGIN + address)
        camera.take(page, f"{name}-{size}")


def _over(play: DemoPlay, camera: Camera) -> None:
    """The same round half a year later: results, report, everything destroyed that had to be."""
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for size in SIZES:
            page = play.entered(browser, size, "Cán bộ tổng hợp")
            camera.take(page, f"home-over-{size}")
            page.goto(f"{play.origin}/ket-qua/")
            camera.take(page, f"list-{size}")
            page.locator(".card", has_text="Đợt các phường").get_by_role("link").first.click()
            camera.take(page, f"results-{size}")
            page.goto(f"{page.url}bao-cao/")
            camera.take(page, f"report-{size}")
            page.context.close()
            page = play.entered(browser, size, "Cán bộ kiểm phiếu")
            page.goto(f"{play.origin}/kiem-phieu/")
            page.get_by_role("link", name="Ngày mở hòm phiếu").first.click()
            camera.take(page, f"day-over-{size}")
            page.context.close()
        browser.close()


if __name__ == "__main__":
    raise SystemExit(main())
