"""The scanning station on a free port, and three people with one browser."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx

from guong.ceremony.scanning.pages import pages
from tests.ceremony.browser import TOKEN, running

Eyes = Callable[[str], str]
"""What a person answers to the strip whose legend it is given."""


@contextmanager
def at_the_station() -> Iterator[httpx.Client]:
    """A browser that followed the printed link."""
    with (
        running(pages) as address,
        httpx.Client(
            base_url=address, headers={"Origin": address}, follow_redirects=True, timeout=120
        ) as client,
    ):
        assert client.get(f"/vao/{TOKEN}").status_code == 200
        yield client


def bring_order(browser: httpx.Client, raw: bytes) -> httpx.Response:
    """Choose the desk's file."""
    return browser.post("/lenh", files={"lenh": ("ban-quet.json", raw)})


def count(browser: httpx.Client, first: int, second: int | None = None) -> httpx.Response:
    """Two people type what they counted."""
    return browser.post("/tap", data={"dem_1": str(first), "dem_2": str(first if second is None else second)})


def scan(browser: httpx.Client, *files: tuple[str, bytes]) -> httpx.Response:
    """Choose scans."""
    return browser.post("/quet", files=[("quet", entry) for entry in files])


def look(browser: httpx.Client, eyes: Eyes) -> httpx.Response:
    """Answer every strip of the turn that it is."""
    answer = browser.get("/xem")
    turn = _turn(answer.text)
    while turn is not None and _turn(answer.text) == turn:
        given = {key: eyes(legend) for key, legend in strips(answer.text)}
        answer = browser.post("/xem", data={"luot": turn, **given})
    return answer


def strips(text: str) -> list[tuple[str, str]]:
    """Keys and legends of the strips on a page."""
    found = re.findall(r'<legend>([^<]*)</legend>\s*<div class="[^"]*"><img src="/anh/([0-9a-f]+)"', text)
    return [(key, legend) for legend, key in found]


def type_backs(browser: httpx.Client, words: str = "") -> httpx.Response:
    """Type the same words, or none, for every back."""
    answer = browser.get("/chu")
    while 'name="to"' in answer.text:
        key = re.findall(r'name="to" value="([0-9a-f]+)"', answer.text)[0]
        answer = browser.post("/chu", data={"to": key, "other": words})
    return answer


def _turn(text: str) -> str | None:
    found = re.search(r'name="luot" value="(\d)"', text)
    return found[1] if found else None
