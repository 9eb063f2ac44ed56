"""What stands on every answer of the console, errors included."""

import re
from contextlib import closing

import pytest
from django.test import Client
from django.urls import reverse

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user

pytestmark = pytest.mark.django_db
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
}


@pytest.fixture
def officer() -> User:
    user = create_user(username="sen-hong", full_name="Đỗ Thị Sen Hồng", roles=[Role.ORGANISER])
    assert isinstance(user, User)
    return user


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/tai-khoan/dang-nhap/", 200),
        ("/so-bo/", 302),
        ("/khong-co/", 404),
        ("/static/ui/khong-co.css", 404),
    ],
)
def test_the_policy_stands_on_every_answer(client: Client, path: str, status: int) -> None:
    with closing(client.get(path)) as answer:
        assert answer.status_code == status
        assert set(answer["Content-Security-Policy"].split("; ")) == POLICY
        assert answer["Referrer-Policy"] == "same-origin"


def test_a_wrong_host_is_refused_with_the_policy(client: Client) -> None:
    answer = client.get("/tai-khoan/dang-nhap/", HTTP_HOST="evil.example")
    assert answer.status_code == 400
    assert "Content-Security-Policy" in answer.headers


def test_pages_are_not_kept(client: Client, officer: User) -> None:
    client.force_login(officer)
    assert "no-store" in client.get(reverse("registry:units"))["Cache-Control"]


def test_pages_hold_no_script_or_style_of_their_own(client: Client, officer: User) -> None:
    client.force_login(officer)
    for name in ("registry:units", "registry:upload", "papers:list", "journal:list", "accounts:mine"):
        page = client.get(reverse(name)).content.decode()
        assert "<script>" not in page
        assert "style=" not in page
        assert not re.search(r"<[^>]+\son\w+=", page)


@pytest.mark.parametrize("path", ["/khong-co/", "/so-bo/don-vi/999999/"])
def test_not_found_is_a_page_in_vietnamese(client: Client, officer: User, path: str) -> None:
    client.force_login(officer)
    assert "Không có trang này" in client.get(path).content.decode()


def test_a_stale_page_is_explained() -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/tai-khoan/dang-nhap/", {"login": "a", "password": "b"})
    assert answer.status_code == 403
    assert "Trang đã để quá lâu" in answer.content.decode()


def test_a_bug_shows_no_data(client: Client, officer: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_: object) -> None:
        raise ValueError("0912345678")

    monkeypatch.setattr("guong.office.registry.views.units.find_units", broken)
    client.raise_request_exception = False
    client.force_login(officer)
    answer = client.get(reverse("registry:units"))
    assert answer.status_code == 500
    assert "Chương trình gặp lỗi" in answer.content.decode()
    assert "0912345678" not in answer.content.decode()
