"""Draw the calendar of a round with invented people: ``python -m scripts.gallery_schedule``.

Writes docs/gallery/schedule-*.png (360x740 and 1280x800). Works in a data folder of its own and serves booth and
office together on a free port of this machine.
"""

from PIL import Image
from playwright.sync_api import sync_playwright
from pypdfium2 import PdfDocument

from scripts.gallery_environment import ORIGIN, leave, page_of, serve, set_up  # sets Django up first

# isort: split
from scripts import gallery_schedule_world as campaign
from scripts.gallery_camera import SIZES, Camera, chromium

_COLUMNS = 7


def main() -> int:
    """Prepare the campaign, serve it, draw every page; returns 1 where a picture is too wide or too large."""
    set_up()
    camera = Camera("schedule")
    pages, sessions, dossier = campaign.prepare()
    serve()
    _contact_sheet(camera, dossier)
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for size in SIZES:
            for role, session in sessions.items():
                page = page_of(browser, size, session)
                for name, address in pages[role].items():
                    page.goto(ORIGIN + address)
                    camera.take(page, f"{name}-{size}")
                leave(page.context, session)
        browser.close()
    return camera.result()


def _contact_sheet(camera: Camera, dossier: bytes) -> None:
    """All pages of a dossier on one picture, in their order."""
    pages = [page.render(scale=0.42).to_pil() for page in PdfDocument(dossier)]
    wide, high = max(page.width for page in pages) + 8, max(page.height for page in pages) + 8
    sheet = Image.new("RGB", (wide * _COLUMNS, high * -(-len(pages) // _COLUMNS)), "#8593a3")
    for place, page in enumerate(pages):
        sheet.paste(page, (place % _COLUMNS * wide + 4, place // _COLUMNS * high + 4))
    camera.keep(sheet, "dossier")


if __name__ == "__main__":
    raise SystemExit(main())
