"""Draw the pages of the count, of results and of the home with invented people: ``python -m scripts.gallery_counting``.

Writes docs/gallery/counting-*.png, release-*.png and home-*.png (360x740 and 1280x800) from a data folder of its own.
"""

from django.conf import settings
from playwright.sync_api import sync_playwright

from scripts.gallery_environment import ORIGIN, leave, page_of, serve, set_up  # sets Django up first

# isort: split
from scripts import gallery_counted
from scripts.gallery_camera import SIZES, Camera, chromium


def main() -> int:
    """Prepare conferences at every stage, serve them, draw every page; returns 1 where a picture is amiss."""
    set_up()
    pages = gallery_counted.prepare()
    serve()
    settings.GUONG_ORIGIN = "https://gop-y.example"
    cameras = {name: Camera(name) for name in dict.fromkeys(shown.group for shown in pages)}
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for size in SIZES:
            for shown in pages:
                page = page_of(browser, size, shown.session)
                page.goto(ORIGIN + shown.address)
                for text in shown.press:
                    page.click(text)
                cameras[shown.group].take(page, f"{shown.name.partition('-')[2]}-{size}")
                leave(page.context, shown.session)
        browser.close()
    return max(camera.result() for camera in cameras.values())


if __name__ == "__main__":
    raise SystemExit(main())
