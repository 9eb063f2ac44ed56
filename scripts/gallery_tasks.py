"""Draw the page that follows a long task: ``python -m scripts.gallery_tasks``.

Writes docs/gallery/task-*.png (360x740 and 1280x800): running, with its file, cut off by a restart of the server.
"""

import io
from pathlib import Path
from threading import Event

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from scripts.gallery_camera import SIZES, chromium
from scripts.gallery_environment import (
    ORIGIN,
    PORT,
    enter,
    leave,
    refuse_sign_in_page,
    session,
)  # sets Django up

from guong.ballots.store import migrate  # isort: skip
from guong.office.accounts.models import User  # isort: skip
from guong.office.accounts.roles import Role  # isort: skip
from guong.office.papers.models import LongTask  # isort: skip
from guong.office.papers.outcomes import Finished, MadeFile, Tell  # isort: skip
from guong.office.papers.services import begin  # isort: skip
from scripts.gallery_conferences import serve  # isort: skip
from tests.conferences.world import officer, school  # isort: skip

GALLERY = Path(__file__).resolve().parent.parent / "docs" / "gallery"
MOST_BYTES = 150_000
BACK = "/lich/"


def main() -> int:
    """Stage three tasks, serve, draw their pages; returns 1 where a picture is too wide or too large."""
    call_command("migrate", verbosity=0)
    migrate(settings.GUONG_URN_URL)
    unit, _ = school()
    actor, gate = officer(unit, Role.ORGANISER), Event()
    pages = _tasks(actor, unit.key, gate)
    signed_in, problems = session(actor), list[str]()
    serve(PORT)
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for size, (width, height) in SIZES.items():
            context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
            enter(context, signed_in)
            page = context.new_page()
            for name, key in pages.items():
                page.goto(f"{ORIGIN}/van-ban/viec/{key}/")
                problems += _picture(page, f"task-{name}-{size}")
            leave(context, signed_in)
        browser.close()
    print("\n".join(problems))
    return 1 if problems else 0


def _tasks(actor: User, unit_key: str, gate: Event) -> dict[str, str]:
    def waiting(tell: Tell) -> Finished:
        tell(5, 13)
        gate.wait()
        return Finished("Bộ hồ sơ đã lập xong.")

    def ended(_tell: Tell) -> Finished:
        return Finished("Bộ hồ sơ đã lập xong.", file=MadeFile("bo-ho-so", b"%PDF-1.7"))

    given = {"title": "Bộ hồ sơ hội nghị: Trường Tiểu học Hoa Sen", "back": BACK, "unit_key": unit_key}
    given["permission"] = "organise_conference"
    ready = begin(actor=actor, subject="gallery/2", work=ended, **given)
    settings.GUONG_RENDER_INLINE = False
    running = begin(actor=actor, subject="gallery/1", work=waiting, **given)
    cut = LongTask.objects.create(owner=actor, subject="gallery/3", begun_on=timezone.localdate(), **given)
    return {"running": running, "file": ready, "cut-off": cut.key}


def _picture(page: Page, name: str) -> list[str]:
    refuse_sign_in_page(page.url)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    drawn = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    made = io.BytesIO()
    drawn.convert("RGB").quantize(64).save(made, "PNG", optimize=True)
    (GALLERY / f"{name}.png").write_bytes(made.getvalue())
    size = len(made.getvalue())
    return [f"{name}: {wide} px too wide"] * (wide > 0) + [f"{name}: {size} bytes"] * (size > MOST_BYTES)


if __name__ == "__main__":
    raise SystemExit(main())
