"""Every address of the office, opened by every role in a whole district half-way through its campaign (issue 3)."""

from collections import defaultdict

import pytest

from tests.demo.played import play
from tests.pages.answers import MOST_MILLISECONDS, MOST_QUERIES, Answer, over_their_bounds, walked
from tests.pages.routes import routes

pytestmark = [pytest.mark.alone, pytest.mark.slow, pytest.mark.xdist_group("pages")]

# Handed over as files, many drawn by the rendering process: no bound of time for a page holds for them.
FILES = {
    "conferences:ballot-layout",
    "conferences:ballot-sheet",
    "conferences:poster",
    "conferences:shared-card",
    "conferences:request-file",
    "draws:lots-file",
    "draws:record",
    "feedback:notice",
    "mfa_download_recovery_codes",
    "paperpolls:sheets",
    "papers:download",
    "papers:task-file",
    "papers:template-start",
    "plans:preview",
    "registry:errors",
    "registry:template",
    "release:earlier_template",
    "release:report_file",
    "release:report_printed",
    "remediation:empty_form",
    "remediation:file",
    "remediation:paper",
    "remediation:reminder",
    "schedule:photograph",
    "schedule:run-sheet",
    "schedule:script",
}
_NO_KEY = "no officer of the demo has a security key"
# Routes that show nobody a page here, though they answer GET; whoever adds one fills it in `register` or says why not.
NOT_SHOWN = {
    "accounts:enter": "takes a link that signs in once",
    "paperdesk:order": "wants sheets counted and not yet keyed, and the half-way demo has none: tests/paperdesk/test_scanned.py",
    "schedule:of-draw": "leads from a draw to the calendar of its round at once",
    "feedback:mine": "a head with one result is led to it at once",
    "mfa_activate_totp": "the second step is switched on already, without which no officer opens a page",
    "mfa_authenticate": "comes between password and first page only",
    "mfa_edit_webauthn": _NO_KEY,
    "mfa_reauthenticate_webauthn": _NO_KEY,
    "mfa_remove_webauthn": _NO_KEY,
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Answer]:
    """What every address answered to every role."""
    folder = tmp_path_factory.mktemp("pages")
    play(folder / "demo", "--midway")
    return walked(folder / "demo", folder / "walked")


def test_every_page_keeps_to_its_queries_and_its_time(answers: list[Answer]) -> None:
    assert over_their_bounds(answers) == []


def test_no_page_breaks(answers: list[Answer]) -> None:
    assert [answer.told for answer in answers if answer.status >= 500] == []


def test_every_route_is_shown_to_somebody_or_named_with_its_reason(answers: list[Answer]) -> None:
    statuses: dict[str, set[int]] = defaultdict(set)
    for answer in answers:
        statuses[answer.route].add(answer.status)
    only_acts = {name for name, found in statuses.items() if 405 in found and 200 not in found}
    shown = {name for name, found in statuses.items() if 200 in found}
    assert {route.name for route in routes()} - shown - only_acts == set(NOT_SHOWN)


def test_what_is_no_page_is_named(answers: list[Answer]) -> None:
    assert {answer.route for answer in answers if answer.is_file} == FILES


def page(*, queries: int, milliseconds: float) -> Answer:
    """A page of that cost."""
    return Answer(
        "organiser", "plans:list", "GET", "/ke-hoach/", 200, "text/html", queries, 1, milliseconds, 1.0
    )


def test_a_page_over_its_bounds_is_found() -> None:
    within = page(queries=MOST_QUERIES, milliseconds=MOST_MILLISECONDS)
    asks_much = page(queries=MOST_QUERIES + 1, milliseconds=1.0)
    takes_long = page(queries=1, milliseconds=MOST_MILLISECONDS + 1)
    assert over_their_bounds([within, asks_much, takes_long]) == [asks_much.told, takes_long.told]
