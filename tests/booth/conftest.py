"""One Chromium for each module, one fresh phone for each test."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.booth.browsers import Phone, launched, phone
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
