"""The browser and the camera of the gallery: how wide a page may be, how large a picture, in which language the boxes speak.

Chromium writes dates and file boxes as its own language does: ``LANGUAGE`` chooses it, Debian's ``chromium-l10n`` holds it.
"""

import io
import os
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, Playwright

GALLERY = Path(__file__).resolve().parent.parent / "docs" / "gallery"
SIZES = {"phone": (360, 740), "desktop": (1280, 800)}
MOST_BYTES = 150_000
_CHROMIUM = "/usr/bin/chromium"
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_FEWEST_COLOURS = 16


def chromium(playwright: Playwright, language: str = "vi") -> Browser:
    """Start Chromium in a language, Vietnamese if not said otherwise, without a word to the net."""
    return playwright.chromium.launch(
        executable_path=_CHROMIUM,
        args=[*_ARGUMENTS, f"--lang={language}"],
        env={**os.environ, "LANGUAGE": language},
    )


@dataclass
class Camera:
    """Takes pictures ``GROUP-NAME.png`` of few colours; ``problems`` are pages too wide and pictures too large.

    What lies below ``tallest`` pixels is cut off.
    """

    group: str
    colours: int = 128
    tallest: int = 2200
    problems: list[str] = field(default_factory=list)

    def take(self, page: Page, name: str, *, whole: bool = True) -> None:
        """Write one picture of this page, the whole or what the window shows. Raises where it is the sign-in page."""
        if "/dang-nhap" in page.url and name.partition("-")[0] != "sign":
            raise SystemExit(f"{name}: the session ended while the pages were drawn")
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wide > 0:
            self.problems.append(f"{self.group}-{name}: {wide} px wider than its window")
        drawn = Image.open(io.BytesIO(page.screenshot(full_page=whole))).convert("RGB")
        self.keep(drawn.crop((0, 0, drawn.width, min(drawn.height, self.tallest))), name)

    def keep(self, drawn: Image.Image, name: str) -> None:
        """Write a picture, in fewer colours where it would be too large."""
        colours = self.colours
        data = _packed(drawn, colours)
        while len(data) > MOST_BYTES and colours > _FEWEST_COLOURS:
            colours //= 2
            data = _packed(drawn, colours)
        if len(data) > MOST_BYTES:
            self.problems.append(f"{self.group}-{name}: {len(data)} bytes")
        (GALLERY / f"{self.group}-{name}.png").write_bytes(data)

    def result(self) -> int:
        """Say what is wrong; 1 where anything is, for the shell."""
        print("\n".join(self.problems) or f"{self.group}: drawn")
        return 1 if self.problems else 0


def _packed(drawn: Image.Image, colours: int) -> bytes:
    made = io.BytesIO()
    drawn.convert("RGB").quantize(colours).save(made, "PNG", optimize=True)
    return made.getvalue()
