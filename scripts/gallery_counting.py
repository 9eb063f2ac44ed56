"""Draw the pages of the count, of results and of the home with invented people: ``python -m scripts.gallery_counting``.

Writes docs/gallery/counting-*.png, release-*.png and home-*.png (360x740 and 1280x800) from a data folder of its own.
"""

import threading
import time
from pathlib import Path

import uvicorn
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Page, sync_playwright

from scripts.gallery_environment import (
    ORIGIN,
    PORT,
    enter,
    leave,
    refuse_sign_in_page,
)  # sets Django up, so it comes before the world

from scripts import gallery_counted  # isort: skip

GALLERY = Path(__file__).resolve().parent.parent / "docs" / "gallery"
SIZES = {"phone": (360, 740), "desktop": (1280, 800)}
MOST_BYTES = 150_000
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main() -> None:
    """Prepare conferences at every stage, serve them, draw every page."""
    call_command("migrate", verbosity=0)
    pages = gallery_counted.prepare()
    serve(PORT)
    settings.GUONG_ORIGIN = "https://gop-y.example"
    draw(pages)


def serve(port: int) -> None:
    """Serve the composed application from a thread until this process ends."""
    config = uvicorn.Config("guong.web.asgi:application", host="127.0.0.1", port=port, log_level="warning")
    server = uvicorn.Server(config)
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)


def draw(pages: list[gallery_counted.Picture]) -> None:
    """Draw every page in every size."""
    GALLERY.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        for size, (width, height) in SIZES.items():
            for shown in pages:
                context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
                enter(context, shown.session)
                page = context.new_page()
                page.goto(ORIGIN + shown.address)
                for text in shown.press:
                    page.click(text)
                picture(page, f"{shown.name}-{size}")
                leave(context, shown.session)
        browser.close()


def picture(page: Page, name: str) -> None:
    """Write one picture below the size that the gallery allows; says so where a page is wider than its screen."""
    refuse_sign_in_page(page.url)
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    path = GALLERY / f"{name}.png"
    page.screenshot(path=path, full_page=True)
    if path.stat().st_size > MOST_BYTES:
        page.screenshot(path=path, full_page=False)
    print(path.name, path.stat().st_size, "TOO WIDE" if wide else "")


if __name__ == "__main__":
    main()
