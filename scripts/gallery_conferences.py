"""Draw the pages of the conference and the paper desk with invented people: ``python -m scripts.gallery_conferences``.

Writes docs/gallery/conference-*.png (360x740 and 1280x800). Works in a data folder of its own and serves booth and
office together on a free port of this machine.
"""

import threading
import time

import uvicorn
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Page, sync_playwright

from scripts.gallery_camera import GALLERY, MOST_BYTES, SIZES, chromium
from scripts.gallery_environment import (
    ORIGIN,
    PORT,
    enter,
    leave,
    refuse_sign_in_page,
)  # sets Django up, so it comes before the world

from scripts import gallery_world  # isort: skip


def main() -> None:
    """Prepare the conferences, serve them, draw every page."""
    call_command("migrate", verbosity=0)
    pages, codes, sessions = gallery_world.prepare()
    serve(PORT)
    settings.GUONG_ORIGIN = (
        "https://gop-y.example"  # what the pages print; this script still asks its own port
    )
    draw(ORIGIN, pages, codes, sessions)


def serve(port: int) -> None:
    """Serve the composed application from a thread until this process ends."""
    config = uvicorn.Config("guong.web.asgi:application", host="127.0.0.1", port=port, log_level="warning")
    server = uvicorn.Server(config)
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)


def draw(origin: str, pages: dict[str, str], codes: dict[str, str], sessions: dict[str, str]) -> None:
    """Draw every page in every size."""
    GALLERY.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for size, (width, height) in SIZES.items():
            for role, session in sessions.items():
                context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
                context.set_default_timeout(120_000)  # a busy machine draws slowly, not wrongly
                enter(context, session)
                page = context.new_page()
                # The pages print an address that nobody serves here: the trial's result was written beforehand.
                page.route("**/phieu-thu/**", lambda route: route.abort())
                for name, address in pages.items():
                    if name.startswith("desk") is (role == "clerk"):
                        page.goto(origin + address)
                        picture(page, f"{name}-{size}")
                        if name == "desk":
                            page.get_by_text("Quét thay cho nhập tay").click()
                            picture(page, f"desk-scan-{size}")
                        if name == "desk-sheets":
                            key_in(page, codes["station"], size)
                        if name == "hall":
                            stay_signed_in(page, size)
                leave(context, session)
        browser.close()


def stay_signed_in(page: Page, size: str) -> None:
    """Show the desk in hall mode, the same left alone for longer than the idle limit, and what another page then asks."""
    page.click("text=Bật chế độ hội trường")
    picture(page, f"hall-mode-{size}")
    limit, settings.GUONG_IDLE_MINUTES = settings.GUONG_IDLE_MINUTES, 0
    desk = page.url
    page.goto(desk)
    picture(page, f"hall-idle-{size}", whole=False)
    page.get_by_role("link", name="Kết thúc bỏ phiếu").click()
    page.wait_for_url("**/dang-nhap/**")
    page.screenshot(path=GALLERY / f"conference-hall-sign-in-{size}.png")
    settings.GUONG_IDLE_MINUTES = limit
    page.goto(desk)
    page.click("text=Tắt chế độ hội trường")


def key_in(page: Page, code: str, size: str) -> None:
    """Show a sheet being keyed in, the handover and a difference."""
    page.fill("#card-code", code)
    page.click("text=Bắt đầu nhập")
    for turn, first in (("first", "1"), ("second", "3")):
        page.check('input[value="marked"]')
        for place, line in enumerate(page.query_selector_all(".sheet .line")):
            line.query_selector_all("input")[int(first) - 1 if place == 0 else 0].check()
        if turn == "first":
            picture(page, f"desk-keying-{size}", whole=False)
        page.click("text=Nhập xong tờ này")
        if turn == "first":
            picture(page, f"desk-handover-{size}")
            page.click("#handover")
    picture(page, f"desk-compare-{size}")


def picture(page: Page, name: str, *, whole: bool = True) -> None:
    """Write one picture below the size that the gallery allows; says so where a page is wider than its screen."""
    refuse_sign_in_page(page.url)
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready.then(() => true)")
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    path = GALLERY / f"conference-{name}.png"
    page.screenshot(path=path, full_page=whole)
    if path.stat().st_size > MOST_BYTES:
        page.screenshot(path=path, full_page=False)
    print(path.name, path.stat().st_size, "TOO WIDE" if wide else "")


if __name__ == "__main__":
    main()
