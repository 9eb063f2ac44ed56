"""Draw the pages and papers of a release with invented people: ``python -m scripts.gallery_release``.

Writes docs/gallery/steps-*.png and papers-*.png (360x740 and 1280x800) and the papers that close a round into docs/gallery.
"""

from scripts.gallery_environment import serve, session, set_up  # sets Django up first

# isort: split
from guong.office.accounts.models import User
from guong.render import to_pdf
from scripts.gallery_camera import Camera
from scripts.gallery_paper_pages import write_pages
from scripts.gallery_shots import Shot, draw
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


def main() -> int:
    """Play a round to its first person told and draw it at three moments; returns 1 where a picture is amiss."""
    for name, (make, pages) in PAPERS.items():
        write_pages(name, to_pdf(make()), pages)
    set_up()
    place = with_report(played(SCHOOLS[1:3]))
    standing_board, _ = leaders(place)
    reporter = session(place.reporter)
    serve()
    cameras = {name: Camera(name) for name in ("steps", "papers")}
    where = f"/ket-qua/dot/{place.of_round.key}"
    organiser = session(User.objects.get(username="lap-ke-hoach"))
    before = draw(
        (
            Shot("steps-ready", f"{where}/cong-bo/", reporter),
            Shot("steps-home", "/", reporter),
            Shot("papers-word-template", "/van-ban/mau-word/", organiser),
        ),
        cameras,
    )
    _onwards(place)
    after = (
        Shot("steps-told", f"{where}/cong-bo/", reporter),
        Shot("steps-closing", f"{where}/ket-thuc/", reporter),
        Shot("steps-leader-home", "/", session(standing_board)),
        Shot("steps-leader-round", f"{where}/", session(standing_board)),
    )
    return max(before, draw(after, cameras))


def _onwards(place: PlayedRound) -> None:
    told(presented(place), place.sites[0].conference)


if __name__ == "__main__":
    raise SystemExit(main())
