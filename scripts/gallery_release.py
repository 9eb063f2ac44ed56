"""Draw the pages and papers of a release with invented people: ``python -m scripts.gallery_release``.

Writes docs/gallery/steps-*.png (360x740 and 1280x800) and the papers that close a round into docs/gallery.
"""

from dataclasses import dataclass

from playwright.sync_api import sync_playwright

from scripts.gallery_environment import ORIGIN, leave, page_of, serve, session, set_up  # sets Django up first

# isort: split
from guong.render import to_pdf
from scripts.gallery_camera import SIZES, Camera, chromium
from scripts.gallery_paper_pages import write_pages
from tests.documents import invented_release
from tests.release.round_world import SCHOOLS, PlayedRound, played
from tests.release.told_world import leaders, presented, told, with_report

PAPERS = {
    "result-notice": (invented_release.notice, (1, 2)),
    "committee-page": (invented_release.page, (1,)),
    "conclusion": (invented_release.conclusion, (1,)),
    "year-end-entry": (invented_release.year_end, (1,)),
    "news-item": (invented_release.news, (1,)),
}


@dataclass(frozen=True)
class Shot:
    """A page to draw."""

    name: str
    address: str
    session: str


def main() -> int:
    """Play a round to its first person told and draw it at three moments; returns 1 where a picture is amiss."""
    for name, (make, pages) in PAPERS.items():
        write_pages(name, to_pdf(make()), pages)
    set_up()
    place = with_report(played(SCHOOLS[1:3]))
    standing_board, _ = leaders(place)
    reporter = session(place.reporter)
    serve()
    camera, where = Camera("steps"), f"/ket-qua/dot/{place.of_round.key}"
    with sync_playwright() as playwright:
        browser = chromium(playwright)

        def draw(*shots: Shot) -> None:
            for shot in shots:
                for size in SIZES:
                    page = page_of(browser, size, shot.session)
                    page.goto(ORIGIN + shot.address)
                    camera.take(page, f"{shot.name}-{size}")
                    leave(page.context, shot.session)

        draw(Shot("ready", f"{where}/cong-bo/", reporter), Shot("home", "/", reporter))
        _onwards(place)
        draw(
            Shot("told", f"{where}/cong-bo/", reporter),
            Shot("closing", f"{where}/ket-thuc/", reporter),
            Shot("leader-home", "/", session(standing_board)),
            Shot("leader-round", f"{where}/", session(standing_board)),
        )
        browser.close()
    return camera.result()


def _onwards(place: PlayedRound) -> None:
    told(presented(place), place.sites[0].conference)


if __name__ == "__main__":
    raise SystemExit(main())
