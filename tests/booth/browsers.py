"""A phone for the tests: Chromium at 360x740 that remembers what the page complained about and asked for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Request, Route, sync_playwright

from tests.booth.stub import Booth

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Phone:
    """One visit by one device; ``complaints`` holds page errors and every refusal of the security policy."""

    def __init__(self, browser: Browser, width: int, height: int) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[Request] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: self._heard(message.text))
        self.page.on("request", lambda request: self.requests.append(request))

    def _heard(self, text: str) -> None:
        if "Failed to load resource" not in text:
            self.complaints.append(text)

    def scan(self, booth: Booth, ticket: int = 0) -> None:
        """Open the address that a slip's QR holds."""
        self.page.goto(f"{booth.address}#{booth.vector['tickets'][ticket]['code']}")

    def tick(self, name: str, level: int) -> None:
        """Choose a level (1 = best), turning pages until the item shows."""
        option = self.page.locator(f'input[name="{name}"][value="{level}"]')
        while not option.is_visible():
            self.page.click("#next")
        option.check()

    def fill(self, booth: Booth, marks: str) -> None:
        """Begin and answer every item of every subject; 0 leaves one blank."""
        self.page.click("#begin")
        for subject in booth.vector["definition"]["subjects"]:
            for item, mark in zip(booth.vector["questionnaire"]["items"], marks, strict=True):
                if mark != "0":
                    self.tick(f"{subject['key']}.{item['key']}", int(mark))
        while self.page.locator("#next").is_visible():
            self.page.click("#next")

    def stored(self) -> str:
        """Everything that the browser keeps for this origin, as text."""
        kept: str = self.page.evaluate(_STORED)
        return kept


def losing_replies(count: int) -> Callable[[Route], None]:
    """A network that delivers ``count`` requests to the server and loses the answers."""
    left = [count]

    def handle(route: Route) -> None:
        if left[0] <= 0:
            route.continue_()
            return
        left[0] -= 1
        route.fetch()
        route.abort("connectionreset")

    return handle


@contextmanager
def launched() -> Iterator[Browser]:
    """Start Chromium. Not for a whole session: its event loop would hinder tests that run their own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def phone(browser: Browser, width: int = 360, height: int = 740) -> Iterator[Phone]:
    """Lend one phone that nobody has used before."""
    lent = Phone(browser, width, height)
    try:
        yield lent
    finally:
        lent.context.close()


_STORED = """async () => {
  const found = { local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie, boxes: [] };
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((done) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); });
    for (const store of database.objectStoreNames) {
      const all = await new Promise((done) => {
        const r = database.transaction(store).objectStore(store).getAll(); r.onsuccess = () => done(r.result);
      });
      for (const item of all) found.boxes.push({ ...item, envelope: item.envelope.length, slotKey: item.slotKey.length });
    }
    database.close();
  }
  return JSON.stringify(found);
}"""
