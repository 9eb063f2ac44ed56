"""Draw the desk's pages in English: ``python -m scripts.gallery_english``.

Writes docs/gallery/conference-*-english-{phone,desktop}.png, the hall's screen too. English is chosen as an officer does it:
by the button at the top of a page.
"""

from playwright.sync_api import Page, sync_playwright

from scripts.gallery_environment import (
    ORIGIN,
    leave,
    page_of,
    serve,
    set_up,
)  # sets Django up, so it comes before the world

# isort: split
from django.conf import settings

from guong.office.conferences import selectors
from guong.office.conferences.models import Conference
from scripts import gallery_world
from scripts.gallery_camera import chromium
from scripts.gallery_conferences import picture

SHOWN = ("steps", "opening", "hall", "closing", "closed")


def main() -> None:
    """Prepare the conferences, serve them, choose English, draw."""
    set_up()
    pages, _, sessions = gallery_world.prepare()
    serve()
    settings.GUONG_ORIGIN = "https://gop-y.example"
    with sync_playwright() as playwright:
        browser = chromium(playwright, "en")
        for size in ("phone", "desktop"):
            page = page_of(browser, size, sessions["organiser"])
            page.route("**/phieu-thu/**", lambda route: route.abort())
            page.goto(ORIGIN + pages["steps"])
            if page.locator("a.language[lang=en]").count():
                page.click("a.language")
            for name in SHOWN:
                page.goto(ORIGIN + pages[name])
                picture(page, f"{name}-english-{size}")
            _projector(page, size)
            leave(page.context, sessions["organiser"])
        browser.close()


def _projector(page: Page, size: str) -> None:
    """Draw the hall's screen in English, on a projector only."""
    if size == "phone":
        return
    shown = next(row for row in Conference.objects.all() if selectors.is_casting(row))
    page.goto(f"{ORIGIN}/hoi-nghi/chieu/{shown.pk}/{selectors.screen_code(shown)}/?ngon-ngu=en")
    picture(page, "screen-english-desktop", whole=False)


if __name__ == "__main__":
    main()
