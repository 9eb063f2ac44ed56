"""Whoever sits down at an open session destroys, releases and carries out nothing: the password is asked again."""

import time

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver, reverse
from pytest_django import Settings

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.web.asked_again import AT_THE_BUTTON, AT_THE_DOOR
from guong.web.middleware import STAMP

pytestmark = pytest.mark.django_db
PASSWORD = "sen-hồng-nở-buổi-sớm"


@pytest.fixture(autouse=True)
def _as_in_real_use(settings: Settings) -> None:
    cache.clear()
    settings.GUONG_SECOND_STEP = True
    settings.GUONG_IDLE_MINUTES = 120


def officer(client: Client, *roles: Role) -> None:
    """Sign in with the password; what an account owes is another test's matter."""
    user = create_user(username="nguoi-dung", full_name="Vũ Văn Suối", roles=roles, password=PASSWORD)
    assert isinstance(user, User)
    client.post(reverse("account_login"), {"login": "nguoi-dung", "password": PASSWORD})
    assert client.get(reverse("accounts:mine")).status_code == 200


@pytest.fixture
def _nothing_owed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guong.office.accounts.owed.owes_second_step", lambda *, user: False)


def later(monkeypatch: pytest.MonkeyPatch, minutes: float) -> None:
    now = time.time() + minutes * 60
    monkeypatch.setattr("time.time", lambda: now)


def addresses() -> dict[str, str]:
    """Every guarded page with arguments of nothing that exists."""
    found = {}
    for name in AT_THE_DOOR | AT_THE_BUTTON:
        namespace, _, short = name.partition(":")
        resolver = get_resolver().namespace_dict[namespace][1]
        parameters = resolver.reverse_dict.getlist(short)[0][0][0][1]
        found[name] = reverse(name, args=["0" * 10] * len(parameters))
    return found


@pytest.mark.usefixtures("_nothing_owed")
def test_each_of_them_asks_after_a_quarter_of_an_hour_and_none_before(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer(client, Role.REPORTER)
    confirm = reverse("account_reauthenticate")

    def led(address: str, name: str) -> bool:
        answer = client.post(address) if name in AT_THE_BUTTON else client.get(address)
        return answer.headers.get("Location", "").startswith(confirm)

    assert [name for name, address in addresses().items() if led(address, name)] == []
    later(monkeypatch, 16)
    assert {
        name for name, address in addresses().items() if led(address, name)
    } == AT_THE_DOOR | AT_THE_BUTTON


@pytest.mark.usefixtures("_nothing_owed")
def test_reading_a_page_with_a_button_asks_nothing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    officer(client, Role.ADMINISTRATOR)
    later(monkeypatch, 16)
    assert client.get(reverse("accounts:list")).status_code == 200
    assert client.get(reverse("accounts:one", args=["0"])).status_code == 404


@pytest.mark.usefixtures("_nothing_owed")
def test_after_the_password_the_page_opens_again(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    officer(client, Role.ADMINISTRATOR)
    later(monkeypatch, 16)
    asked = client.get(reverse("accounts:new"))
    confirmed = client.post(asked["Location"], {"password": PASSWORD})
    assert confirmed["Location"] == reverse("accounts:new")
    assert client.get(confirmed["Location"]).status_code == 200


@pytest.mark.usefixtures("_nothing_owed")
def test_a_button_leads_back_to_its_own_page_only(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    officer(client, Role.ADMINISTRATOR)
    later(monkeypatch, 16)
    address = reverse("accounts:renew", args=["0"])
    own = client.post(address, headers={"Referer": "http://testserver/tai-khoan/danh-sach/"})
    assert "danh-sach" in own["Location"]
    elsewhere = client.post(address, headers={"Referer": "http://elsewhere.example/"})
    assert elsewhere["Location"].endswith("next=%2F")


def test_the_demo_asks_nothing(client: Client, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    settings.GUONG_SECOND_STEP = False
    officer(client, Role.ADMINISTRATOR)
    later(monkeypatch, 16)
    assert client.get(reverse("accounts:new")).status_code == 200
    assert STAMP in client.cookies
