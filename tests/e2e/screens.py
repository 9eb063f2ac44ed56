"""A person at a screen: presses what can be read on it, and every page that comes is looked at in two sizes."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, Response

DESK, PHONE = (1280, 800), (360, 740)
PICTURES = os.environ.get("GUONG_E2E_PICTURES", "")
_PATIENCE_MS = 20_000
_numbers = iter(range(1, 10_000))
_SHAPE = """() => location.pathname.replace(/[0-9a-f]{8,}/g, "") + document.title +
  [...document.querySelectorAll("main h2, main button, main a, main .notice")].filter((e) => e.offsetParent).length"""


class Screen:
    """One person's browser. ``complaints`` holds page errors, refusals of the security policy, and pages that are too wide."""

    def __init__(self, browser: Browser, origin: str, who: str) -> None:
        self.who = who
        self.origin = origin
        self.context = browser.new_context(viewport={"width": DESK[0], "height": DESK[1]}, locale="vi-VN")
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(_PATIENCE_MS)
        self.complaints: list[str] = []
        self._seen: set[str] = set()
        self.page.on("pageerror", lambda error: self._complain(str(error)))
        self.page.on("console", lambda message: self._heard(message.type, message.text))
        self.page.on("response", self._answered)

    def go(self, path: str) -> None:
        """Open an address of the program."""
        self.page.goto(path if path.startswith("http") else self.origin + path)
        self.look()

    def follow(self, name: str, *, exact: bool = False) -> None:
        """Follow the first link of the page itself with that text."""
        with self.page.expect_navigation():
            self.main.get_by_role("link", name=name, exact=exact).first.click()
        self.look()

    def press(self, name: str, *, exact: bool = False) -> None:
        """Press the button with that text and wait for the page that comes."""
        with self.page.expect_navigation():
            self.main.get_by_role("button", name=name, exact=exact).first.click()
        self.look()

    def fill(self, label: str, value: str | int) -> None:
        """Type into the field with that label."""
        self.main.get_by_label(label).first.fill(str(value))

    def choose(self, label: str, option: str) -> None:
        """Choose an option by its text."""
        self.main.get_by_label(label).first.select_option(label=option)

    def tick(self, label: str) -> None:
        """Tick a box."""
        self.main.get_by_label(label).first.check()

    def give(self, label: str, *files: Path) -> None:
        """Choose files."""
        self.main.get_by_label(label).first.set_input_files(files)

    def take(self, name: str, folder: Path) -> Path:
        """Press a link or button that hands out a file; returns where it was saved."""
        with self.page.expect_download() as handed:
            self.main.get_by_role("link", name=name).or_(
                self.main.get_by_role("button", name=name)
            ).first.click()
        target = folder / handed.value.suggested_filename
        handed.value.save_as(target)
        return target

    def sees(self, *sentences: str) -> None:
        """Wait for sentences on the page."""
        for sentence in sentences:
            self.page.get_by_text(sentence).first.wait_for()

    @property
    def main(self) -> Locator:
        """The page without menu and head."""
        return self.page.locator("main")

    @property
    def heading(self) -> str:
        """The page's first heading."""
        return self.page.locator("h1").first.inner_text()

    @property
    def text(self) -> str:
        """What stands on the page, runs of white space made one space."""
        return re.sub(r"\s+", " ", self.main.inner_text())

    def look(self) -> None:
        """Look at the page on a desk and on a phone: nothing may be wider than the screen. Once for each shape of a page."""
        shape = self.page.evaluate(_SHAPE)
        if shape in self._seen:
            return
        self._seen.add(shape)
        for size in (PHONE, DESK):
            self.page.set_viewport_size({"width": size[0], "height": size[1]})
            wide = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if wide > 0:
                self._complain(f"{wide} px wider than a screen of {size[0]}")
            if PICTURES:
                name = re.sub(r"\W+", "-", f"{next(_numbers):03}-{self.who}-{self.heading}-{size[0]}")
                self.page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)

    def _heard(self, kind: str, text: str) -> None:
        # A page that answers "this can't be done" has a status of its own, which Chromium notes as an error.
        if kind in {"error", "warning"} and "Failed to load resource" not in text:
            self._complain(text)

    def _answered(self, response: Response) -> None:
        # The box answers a test ballot that it knows no such slip: that is what the trial wants to hear.
        trial = response.request.method == "POST" and response.url.endswith(("/slot", "/cast"))
        broken = response.status >= 400 and response.request.resource_type != "document" and not trial
        if broken or response.status >= 500:
            self._complain(f"{response.status} {response.url}")

    def _complain(self, about: str) -> None:
        self.complaints.append(f"{self.who}, {self.page.url}: {about}")


class Office:
    """Everybody's screens; when the play is over nobody may have complained."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.screens: list[Screen] = []

    def screen(self, origin: str, who: str) -> Screen:
        """Sit somebody down at a browser that nobody has used before."""
        lent = Screen(self.browser, origin, who)
        self.screens.append(lent)
        return lent

    @property
    def complaints(self) -> list[str]:
        """What everybody complained about."""
        return [line for screen in self.screens for line in screen.complaints]


@contextmanager
def office(browser: Browser) -> Iterator[Office]:
    """Lend an office; all its browsers are closed afterwards."""
    lent = Office(browser)
    try:
        yield lent
    finally:
        for screen in lent.screens:
            screen.context.close()


def sign_in(screen: Screen, username: str, password: str) -> None:
    """Sign in as people do: user name and password on the sign-in page."""
    screen.go("/tai-khoan/dang-nhap/")
    screen.fill("Tên đăng nhập", username)
    screen.fill("Mật khẩu", password)
    screen.press("Đăng nhập")


def next_act(screen: Screen) -> str:
    """Return what the first page says is to be done now."""
    screen.go("/")
    return screen.text
