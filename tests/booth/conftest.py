"""One Chromium for each module, one fresh phone for each test; a booth in miniature, or the real one over an urn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from guong.ballots.store import Store
from tests.ballots import urns
from tests.booth.browsers import Phone, launched, phone
from tests.booth.halls import Hall, open_hall
from tests.booth.stub import Booth, serving


@pytest.fixture(name="browser", scope="module")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture(name="booth")
def school_booth() -> Iterator[Booth]:
    with serving("school") as booth:
        yield booth


@pytest.fixture(name="voter")
def phone_of_a_voter(browser: Browser) -> Iterator[Phone]:
    """A phone whose page must not have complained when the test is over."""
    with phone(browser) as voter:
        yield voter
        assert voter.complaints == []


@pytest.fixture(name="store")
def fresh_urn(tmp_path: Path) -> Iterator[Store]:
    with urns.urn_url("sqlite", tmp_path) as url, urns.opened(url) as store:
        yield store


@pytest.fixture(name="hall")
def hall_with_an_open_poll(store: Store) -> Iterator[Hall]:
    with open_hall(store) as hall:
        yield hall
