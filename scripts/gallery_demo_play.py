"""A play of `guong demo` in a throwaway folder, served for the camera; roles are entered through the sign-in page's roster."""

import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from guong.demo.server import free_port
from scripts.gallery_camera import SIZES

_PATIENCE = 60


@dataclass(frozen=True)
class DemoPlay:
    """A play that is over and served: where, and where its papers lie."""

    origin: str
    folder: Path

    def entered(self, browser: Browser, size: str, role: str) -> Page:
        """Open a window and enter as the officer of that role; without one, stay at the door."""
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
        page = context.new_page()
        page.goto(f"{self.origin}/tai-khoan/dang-nhap/")
        if role:
            page.locator(".roster button", has_text=role).click()
            page.wait_for_url(f"{self.origin}/")
        return page


@contextmanager
def played(*flags: str) -> Iterator[DemoPlay]:
    """Play the demo with these flags of its own, then serve what it left behind."""
    with tempfile.TemporaryDirectory(prefix="guong-gallery-") as folder:
        out, port = Path(folder, "demo"), free_port()
        subprocess.run([*_guong("demo"), "--out", str(out), "--no-serve", *flags], check=True)
        origin = f"http://127.0.0.1:{port}"
        server = subprocess.Popen(
            [*_guong("serve"), "--port", str(port), "--origin", origin],
            env=_environment(out),
            stdout=subprocess.DEVNULL,
        )
        try:
            _wait(f"{origin}/tai-khoan/dang-nhap/")
            yield DemoPlay(origin, out)
        finally:
            server.terminate()
            server.wait(20)


def _guong(command: str) -> list[str]:
    return [sys.executable, "-m", "guong.cli", command]


def _environment(out: Path) -> dict[str, str]:
    return {"PATH": "", "PYTHONPATH": ":".join(sys.path), "GUONG_DATA_DIR": str(out), "GUONG_DEMO": "1"}


def _wait(address: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the demo's server didn't start")
