"""Drawing many pages of a served throwaway instance, each at every size."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from playwright.sync_api import sync_playwright

from scripts.gallery_environment import ORIGIN, leave, page_of  # sets Django up first

# isort: split
from scripts.gallery_camera import SIZES, Camera, chromium


@dataclass(frozen=True)
class Shot:
    """A page to draw: group and name of the picture (``remarks-edit``), address, whose session, what to press first."""

    name: str
    address: str
    session: str
    press: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """The first word of the name, by which the camera is chosen."""
        return self.name.partition("-")[0]


def draw(shots: Iterable[Shot], cameras: Mapping[str, Camera]) -> int:
    """Draw every page with its group's camera; returns 1 where a picture is amiss.

    The browser is this call's own: rows of Django can't be touched beside it.
    """
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for shot in shots:
            for size in SIZES:
                page = page_of(browser, size, shot.session)
                page.goto(ORIGIN + shot.address)
                for target in shot.press:
                    page.click(target)
                cameras[shot.group].take(page, f"{shot.name.partition('-')[2]}-{size}")
                leave(page.context, shot.session)
        browser.close()
    return max(camera.result() for camera in cameras.values())
