"""Only the browser that followed the printed link gets in, and nothing from another page (DESIGN §4.1)."""

from collections.abc import Iterator

import httpx
import pytest

from tests.ceremony.browser import TOKEN, operator, stranger


@pytest.fixture
def outsider() -> Iterator[httpx.Client]:
    with stranger() as client:
        yield client


@pytest.fixture
def insider() -> Iterator[httpx.Client]:
    with operator() as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/lap", "/mo/result.json", "/static/unknown.css", "/vao/", "/vao/wrong", "/vao/?ma=wrong"]
)
def test_nobody_gets_anything_without_the_code(outsider: httpx.Client, path: str) -> None:
    answer = outsider.get(path)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert "Bốn bước" not in answer.text


@pytest.mark.parametrize("typed", [TOKEN, TOKEN.upper(), TOKEN.replace("-", " ")])
def test_the_code_may_be_typed_at_the_door(outsider: httpx.Client, typed: str) -> None:
    door = outsider.get("/")
    assert door.status_code == 403
    assert "Mã vào" in door.text
    assert outsider.get("/static/ceremony.css").status_code == 200
    assert "Mã vừa gõ không đúng" in outsider.get("/vao/", params={"ma": "sai"}).text
    assert "Bốn bước" in outsider.get("/vao/", params={"ma": typed}).text


def test_the_door_is_gone_once_somebody_is_in(outsider: httpx.Client) -> None:
    assert outsider.get(f"/vao/{TOKEN}").status_code == 200
    outsider.cookies.clear()
    assert "<form" not in outsider.get("/").text


def test_the_link_works_once(outsider: httpx.Client) -> None:
    assert outsider.get(f"/vao/{TOKEN}", follow_redirects=False).status_code == 303
    outsider.cookies.clear()
    assert outsider.get(f"/vao/{TOKEN}").status_code == 403


def test_the_cookie_is_kept_from_scripts_and_other_sites(outsider: httpx.Client) -> None:
    cookie = outsider.get(f"/vao/{TOKEN}", follow_redirects=False).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1"])
def test_another_host_name_is_refused(insider: httpx.Client, host: str) -> None:
    assert insider.get("/", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", ""])
def test_a_form_of_another_page_is_refused(insider: httpx.Client, origin: str) -> None:
    assert insider.post("/lap/bo", headers={"Origin": origin}).status_code == 403


def test_a_body_that_is_too_large_is_refused_before_it_is_read(insider: httpx.Client) -> None:
    large = b"x" * (8 * 1024 * 1024 + 1)
    assert insider.post("/lap", content=large).status_code == 413
    assert insider.post("/lap", content=iter([b"unknown length"])).status_code == 411


def test_every_page_forbids_scripts_frames_storing_and_foreign_sources(insider: httpx.Client) -> None:
    for path in ("/", "/lap", "/thu", "/mo", "/huy", "/static/ceremony.css", "/nothing"):
        answer = insider.get(path)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "script-src" not in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
        assert "<script" not in answer.text
        assert "style=" not in answer.text
        assert "http://" not in answer.text.replace("http://www.w3.org", "")
        assert "https://" not in answer.text
