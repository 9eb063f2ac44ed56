"""Makes the papers of an invented draw by lot and puts pictures of them into docs/gallery.

Run from the project's folder: ``python -m scripts.gallery_draw``. Each picture stays under 150 KB.
"""

from guong.core.draw import Method
from guong.render import to_pdf
from scripts.gallery_paper_pages import write_pages
from tests.documents import invented_draw as papers


def main() -> None:
    """Write the pictures and print their sizes."""
    made = {
        "draw-minutes": (to_pdf(papers.minutes()), (1, 2, 3, 4)),
        "draw-minutes-computed": (to_pdf(papers.minutes(Method.COMPUTED)), (2,)),
        "draw-notice": (to_pdf(papers.notice()), (1, 2)),
        "draw-replacement": (to_pdf(papers.replacement()), (1,)),
        "lots": (papers.lots(), (1,)),
    }
    for name, (pdf, pages) in made.items():
        write_pages(name, pdf, pages)


if __name__ == "__main__":
    main()
