"""Draw what the hall sees on the projector: ``python -m scripts.gallery_projector``.

Writes docs/gallery/projector-*.png, in a data folder of its own, served on a free port of this machine.
"""

import io
import os
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from scripts.gallery_camera import chromium
from scripts.gallery_environment import ORIGIN, PORT  # sets Django up, so it comes before the world

from scripts.gallery_conferences import serve  # isort: skip
from guong.ballots.store import migrate  # isort: skip
from guong.office.conferences import selectors, services  # isort: skip
from guong.office.accounts.roles import Role  # isort: skip
from guong.office.conferences.models import Conference  # isort: skip
from tests.conferences import world as hall  # isort: skip
from tests.conferences.test_hall import cast  # isort: skip
from tests.conferences.test_projector import LONG_ADDRESS, with_long_names  # isort: skip

GALLERY = Path(__file__).resolve().parent.parent / "docs" / "gallery"
COLOURS = 64
EXPECTED = 10
WIDE, NARROW = (1280, 720), (1024, 768)


def main() -> None:
    """Take one conference through its states, and look at the projector in each."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
        "1"  # the desk acts in this thread, between the browser's requests
    )
    call_command("migrate", verbosity=0)
    migrate(settings.GUONG_URN_URL)
    unit, head = hall.school()
    world = hall.World(unit, head, hall.officer(unit, Role.ORGANISER))
    conference, made = hall.opened(world)
    serve(PORT)
    settings.GUONG_ORIGIN = "https://gop-y.example"
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        picture(browser, conference, "open")
        hall.good(services.pause_poll(actor=world.organiser, conference=conference))
        picture(browser, conference, "paused")
        hall.good(hall.open_by_two(world.organiser, conference))
        hall.good(services.state_expected(actor=world.organiser, conference=conference, expected=EXPECTED))
        for ticket in made.tickets[:EXPECTED]:
            cast(conference, ticket)
        picture(browser, conference, "full")
        for entry in conference.roll.all():
            services.mark_present(conference=conference, person_id=entry.person_id, present=True)
        hall.good(hall.close_by_two(world.organiser, conference))
        picture(browser, conference, "over")
        long, _ = hall.opened(world)
        with_long_names(long)
        settings.GUONG_ORIGIN = LONG_ADDRESS
        picture(browser, long, "long-1024x768", NARROW)
        browser.close()


def picture(browser: Browser, conference: Conference, name: str, size: tuple[int, int] = WIDE) -> None:
    """Write one picture in few colours."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    page.goto(f"{ORIGIN}/hoi-nghi/chieu/{conference.pk}/{selectors.screen_code(conference)}/")
    drawn = Image.open(io.BytesIO(page.screenshot()))
    path = GALLERY / f"projector-hall-{name}.png"
    drawn.convert("P", palette=Image.Palette.ADAPTIVE, colors=COLOURS).save(path, optimize=True)
    print(path.name, path.stat().st_size)
    page.close()


if __name__ == "__main__":
    main()
