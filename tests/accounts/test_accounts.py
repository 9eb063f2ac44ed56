"""Accounts, roles, signing in, the demo's links."""

from typing import Any

import pytest
from django.contrib.auth.hashers import get_hasher
from django.contrib.auth.models import Permission
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.accounts.roles import CAMPAIGN, PERMISSIONS, Role
from guong.office.accounts.selectors import unheld_roles
from guong.office.accounts.services import create_first_administrator, create_user, one_time_link

pytestmark = pytest.mark.django_db
PASSWORD = "sen-hồng-nở-buổi-sớm"


def made(*roles: Role, username: str = "sen-hong", password: str | None = PASSWORD) -> User:
    user = create_user(username=username, full_name="Đỗ Thị Sen Hồng", roles=roles, password=password)
    assert isinstance(user, User), user
    return user


@pytest.mark.parametrize("role", Role)
def test_a_role_gives_exactly_its_permissions(role: Role) -> None:
    held = {name.removeprefix("accounts.") for name in made(role).get_all_permissions()}
    assert held == set(PERMISSIONS[role])


def test_a_permission_given_past_the_roles_counts_for_nothing() -> None:
    user = create_user(username="giam-sat", full_name="Vũ Văn Suối", roles=[Role.OBSERVER])
    assert isinstance(user, User)
    user.user_permissions.add(Permission.objects.get(codename="read_results"))
    assert (user.has_perm("accounts.observe"), user.has_perm("accounts.read_results")) == (True, False)


def test_a_user_name_is_taken_in_any_case() -> None:
    made()
    refused = create_user(username="SEN-HONG", full_name="Khác", roles=[])
    assert isinstance(refused, Refused)
    assert refused.reason == "username_taken"


def test_a_short_password_is_refused_in_vietnamese() -> None:
    refused = create_user(username="moi", full_name="Mới", roles=[], password="ngan-qua")
    assert isinstance(refused, Refused)
    assert refused.reason == "weak_password"
    assert "15" in refused.sentence
    assert "mật khẩu" in refused.sentence.lower()


def test_there_is_one_first_administrator() -> None:
    first = create_first_administrator(username="quan-tri", full_name="Vũ Văn Suối", password=PASSWORD)
    assert isinstance(first, User)
    second = create_first_administrator(username="quan-tri-2", full_name="Khác", password=PASSWORD)
    assert isinstance(second, Refused)
    assert second.reason == "administrator_exists"


def test_signing_in_with_name_and_password(client: Client) -> None:
    made(Role.ORGANISER)
    answer = client.post(reverse("account_login"), {"login": "sen-hong", "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert "Cán bộ tổ chức" in client.get(reverse("accounts:mine")).content.decode()


def test_a_wrong_password_is_answered_in_vietnamese_without_telling_which_part(client: Client) -> None:
    made()
    answer = client.post(reverse("account_login"), {"login": "sen-hong", "password": "sai"}).content.decode()
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in answer


def test_an_unknown_name_costs_the_same_work_as_a_wrong_password(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    made()
    hashed: list[str] = []
    hasher = type(get_hasher())
    encode = hasher.encode

    def counted(self: Any, password: str, *given: Any, **named: Any) -> Any:
        hashed.append(password)
        return encode(self, password, *given, **named)

    monkeypatch.setattr(hasher, "encode", counted)
    for name in ("sen-hong", "khong-co-ai"):
        client.post(reverse("account_login"), {"login": name, "password": f"sai của {name}"})
    assert hashed == ["sai của sen-hong", "sai của khong-co-ai"]


def test_guessing_is_slowed_down(client: Client) -> None:
    made()
    answers = [
        client.post(reverse("account_login"), {"login": "sen-hong", "password": f"sai {n}"}) for n in range(7)
    ]
    assert "quá nhiều lần" in answers[-1].content.decode()


def test_no_time_of_signing_in_is_kept() -> None:
    assert "last_login" not in {column.name for column in User._meta.get_fields()}


def test_nobody_signs_up(client: Client) -> None:
    assert client.get("/tai-khoan/signup/").status_code == 404
    assert "Đăng ký" not in client.get(reverse("account_login")).content.decode()


def test_signing_out(client: Client) -> None:
    client.force_login(made())
    assert client.post(reverse("account_logout"))["Location"] == reverse("account_login")
    assert client.get(reverse("accounts:mine")).status_code == 302


def test_a_demo_link_signs_in_once(client: Client, settings: Settings) -> None:
    settings.GUONG_DEMO = True
    path = one_time_link(user=made(Role.ORGANISER, password=None))
    assert client.get(path)["Location"] == "/"
    assert Client().get(path).status_code == 410


def test_a_demo_link_works_on_this_machine_only(client: Client, settings: Settings) -> None:
    settings.GUONG_DEMO = True
    path = one_time_link(user=made())
    assert client.get(path, REMOTE_ADDR="192.168.1.7").status_code == 404


def test_outside_the_demo_there_are_no_links(client: Client) -> None:
    with pytest.raises(RuntimeError):
        one_time_link(user=made())
    assert client.get(reverse("accounts:enter", args=["x"])).status_code == 404


@pytest.fixture
def demo(settings: Settings) -> None:
    settings.GUONG_DEMO = True
    settings.ALLOWED_HOSTS = ["127.0.0.1", "gop-y.example.vn"]


@pytest.mark.usefixtures("demo")
def test_the_demo_s_sign_in_page_shows_its_accounts_and_lets_one_in_again_and_again(client: Client) -> None:
    user = made(Role.OBSERVER, password=None)
    page = client.get(reverse("account_login"), headers={"host": "127.0.0.1:8000"}).content.decode()
    assert "Đỗ Thị Sen Hồng" in page
    assert Role.OBSERVER.work in page
    for _ in range(2):
        assert enters(client, user)["Location"] == "/"
        client.logout()


@pytest.mark.usefixtures("demo")
def test_an_account_with_a_password_is_not_on_the_roster(client: Client) -> None:
    user = made(Role.OBSERVER)
    page = client.get(reverse("account_login"), headers={"host": "127.0.0.1:8000"}).content.decode()
    assert "Đỗ Thị Sen Hồng" not in page
    assert enters(client, user).status_code == 404


@pytest.mark.usefixtures("demo")
def test_the_roster_is_not_shown_to_another_machine_nor_under_a_public_name(client: Client) -> None:
    user = made(password=None)
    for host, address in (("127.0.0.1:8000", "192.168.1.7"), ("gop-y.example.vn", "127.0.0.1")):
        page = client.get(reverse("account_login"), headers={"host": host}, REMOTE_ADDR=address)
        assert "Đỗ Thị Sen Hồng" not in page.content.decode()
        assert enters(client, user, host=host, address=address).status_code == 404


def test_outside_the_demo_nobody_enters_without_a_password(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    assert enters(client, made(password=None)).status_code == 404


def enters(
    client: Client, user: User, *, host: str = "127.0.0.1:8000", address: str = "127.0.0.1"
) -> HttpResponse:
    typed = {"account": user.key}
    answer = client.post(reverse("accounts:enter-as"), typed, headers={"host": host}, REMOTE_ADDR=address)
    assert isinstance(answer, HttpResponse)
    return answer


def test_changing_the_password(client: Client) -> None:
    client.force_login(made())
    new = "một câu dài dễ nhớ hơn"
    fields = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    answer = client.post(reverse("account_change_password"), fields)
    assert answer.status_code == 302
    assert User.objects.get(username="sen-hong").check_password(new)


def test_an_empty_installation_tells_at_the_door_how_its_first_account_is_made(client: Client) -> None:
    door = reverse("account_login")
    assert "guong create-administrator" in client.get(door).content.decode()
    create_first_administrator(username="quan-tri", full_name="Vũ Văn Suối", password=PASSWORD)
    assert "guong create-administrator" not in client.get(door).content.decode()


def test_roles_that_a_campaign_needs_and_nobody_has_are_named() -> None:
    assert unheld_roles() == list(CAMPAIGN)
    create_user(
        username="giam-sat", full_name="Vũ Văn Suối", roles=[Role.OBSERVER, Role.REPORTER], password=PASSWORD
    )
    assert unheld_roles() == [role for role in CAMPAIGN if role not in {Role.OBSERVER, Role.REPORTER}]
