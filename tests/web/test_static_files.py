"""The console's styles and scripts over HTTP, as `guong serve` composes it: same headers, no warning."""

import importlib
import warnings
from collections.abc import Iterator

import httpx
import pytest

from guong.ballots import server
from guong.ballots.store import migrate
from guong.web.environment import Environment, urn_url

STYLE = "/static/ui/office.css"
SHARED = [
    "content-security-policy",
    "x-content-type-options",
    "x-frame-options",
    "referrer-policy",
    "cross-origin-opener-policy",
]


@pytest.fixture(scope="module")
def console() -> Iterator[httpx.Client]:
    """The composed application behind a real server; a warning within it would be an error."""
    migrate(urn_url(Environment()))
    compose = importlib.import_module(
        "guong.web.asgi"
    ).compose  # composes at its import, so after the urn is there
    listener = server.listen("127.0.0.1")
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with server.serving(compose(), listener), httpx.Client(base_url=address) as client:
        yield client


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (STYLE, "text/css"),
        ("/static/ui/mark.svg", "image/svg+xml"),
        ("/static/paperdesk/desk.js", "text/javascript"),
    ],
)
def test_a_file_of_each_room_is_served_without_a_warning(
    console: httpx.Client, capfd: pytest.CaptureFixture[str], path: str, kind: str
) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        answer = console.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert answer.content
    assert [str(warning.message) for warning in caught] == []
    assert "StreamingHttpResponse" not in capfd.readouterr().err


@pytest.mark.django_db(transaction=True)
def test_files_bear_the_headers_of_every_other_answer(console: httpx.Client) -> None:
    page, style = console.get("/tai-khoan/dang-nhap/"), console.get(STYLE)
    assert page.status_code == 200
    assert {name: style.headers.get(name) for name in SHARED} == {
        name: page.headers.get(name) for name in SHARED
    }
    assert set(SHARED) <= set(style.headers)


def test_a_browser_keeps_a_file_for_a_minute_and_then_asks_whether_it_changed(console: httpx.Client) -> None:
    first = console.get(STYLE)
    assert first.headers["cache-control"] == "max-age=60, public"
    again = console.get(STYLE, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "set-cookie" not in first.headers


@pytest.mark.parametrize(
    "path",
    [
        "/static/ui/khong-co.css",
        "/static/",
        "/static/ui",
        "/static/%2e%2e/apps.py",
        "/static/ui/..%2f..%2f..%2fapps.py",
        "/static//etc/hostname",
        "/static/%00",
    ],
)
@pytest.mark.django_db(transaction=True)
def test_anything_else_is_not_found(console: httpx.Client, path: str) -> None:
    answer = console.get(path)
    assert answer.status_code == 404
    assert "content-security-policy" in answer.headers
    assert b"AppConfig" not in answer.content


@pytest.mark.django_db(transaction=True)
def test_files_are_only_read(console: httpx.Client) -> None:
    assert console.head(STYLE).status_code == 200
    assert console.post(STYLE).status_code in {403, 404}
