"""From counted to “remediation closed” in Chromium: five roles at eight browsers, each seeing only what is theirs (issue 7)."""

from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.booth.browsers import CHROMIUM, launched
from tests.e2e import released, remedied
from tests.e2e.followed import counted, house

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
]


def test_a_result_leads_to_a_plan_and_the_plan_to_its_end(
    journal_may_be_emptied: None, urn_folder: Path, live_server: LiveServer, tmp_path: Path
) -> None:
    made = counted()
    with launched() as browser, house(browser, live_server.url, made) as everybody:
        assert everybody.readers(everybody.own) == set()
        released.is_edited(everybody)
        released.is_presented(everybody, tmp_path)
        released.is_told(everybody)
        released.is_proposed_about(everybody)
        remedied.is_received(everybody, tmp_path)
        remedied.is_answered(everybody)
        remedied.is_planned(everybody)
        remedied.is_done(everybody, tmp_path)
        remedied.is_closed(everybody, tmp_path)
        assert everybody.people.complaints == []
