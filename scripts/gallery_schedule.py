"""Draw the calendar of a round with invented people: ``python -m scripts.gallery_schedule``.

Writes docs/gallery/schedule-*.png (360x740 and 1280x800). Works in a data folder of its own and serves booth and
office together on a free port of this machine.
"""

import io
import os
from pathlib import Path

from django.core.management import call_command
from PIL import Image
from playwright.sync_api import Page, sync_playwright
from pypdfium2 import PdfDocument

from scripts.gallery_environment import (
    ORIGIN,
    PORT,
    enter,
    leave,
    refuse_sign_in_page,
)  # sets Django up, so it comes before the world

from scripts import gallery_schedule_world as campaign  # isort: skip
from scripts.gallery_conferences import ARGUMENTS, SIZES, serve  # isort: skip

GALLERY = Path(__file__).resolve().parent.parent / "docs" / "gallery"
MOST_BYTES = 150_000
TALLEST = 2200
COLUMNS = 7


def main() -> int:
    """Prepare the campaign, serve it, draw every page; returns 1 where a picture is too wide or too large."""
    call_command("migrate", verbosity=0)
    pages, sessions, dossier = campaign.prepare()
    serve(PORT)
    problems = _contact_sheet(dossier)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=[*ARGUMENTS, "--lang=vi"],
            env={**os.environ, "LANGUAGE": "vi"},
        )
        for size, (width, height) in SIZES.items():
            for role, session in sessions.items():
                context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
                enter(context, session)
                page = context.new_page()
                for name, address in pages[role].items():
                    page.goto(ORIGIN + address)
                    problems += _picture(page, f"schedule-{name}-{size}")
                leave(context, session)
        browser.close()
    print("\n".join(problems))
    return 1 if problems else 0


def _contact_sheet(dossier: bytes) -> list[str]:
    """All pages of a dossier on one picture, in their order."""
    pages = [page.render(scale=0.42).to_pil() for page in PdfDocument(dossier)]
    wide, high = max(page.width for page in pages) + 8, max(page.height for page in pages) + 8
    sheet = Image.new("RGB", (wide * COLUMNS, high * -(-len(pages) // COLUMNS)), "#8593a3")
    for place, page in enumerate(pages):
        sheet.paste(page, (place % COLUMNS * wide + 4, place // COLUMNS * high + 4))
    path = GALLERY / "schedule-dossier.png"
    sheet.quantize(16).save(path, "PNG", optimize=True)
    return [f"{path.name}: {path.stat().st_size} bytes"] * (path.stat().st_size > MOST_BYTES)


def _picture(page: Page, name: str) -> list[str]:
    refuse_sign_in_page(page.url)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    drawn = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    made = io.BytesIO()
    cut = drawn.crop((0, 0, drawn.width, min(drawn.height, TALLEST)))
    cut.convert("RGB").quantize(64).save(made, "PNG", optimize=True)
    (GALLERY / f"{name}.png").write_bytes(made.getvalue())
    size = len(made.getvalue())
    return [f"{name}: {wide} px too wide"] * (wide > 0) + [f"{name}: {size} bytes"] * (size > MOST_BYTES)


if __name__ == "__main__":
    raise SystemExit(main())
