"""Before an account may work: an own password, and the second step where its role asks for one."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.accounts.roles import APART, WITH_SECOND_STEP, Role
from guong.office.accounts.services import create_user, open_account, renew_password, set_roles

pytestmark = pytest.mark.django_db
PASSWORD = "sen-hồng-nở-buổi-sớm"


@pytest.fixture(autouse=True)
def _as_in_real_use(settings: Settings) -> None:
    settings.GUONG_SECOND_STEP = True


def made(*roles: Role, username: str = "nguoi-dung") -> User:
    user = create_user(username=username, full_name="Vũ Văn Suối", roles=roles, password=PASSWORD)
    assert isinstance(user, User)
    return user


def led_to(client: Client, name: str = "journal:list") -> str:
    answer = client.get(reverse(name))
    return str(answer["Location"]) if answer.status_code == 302 else ""


@pytest.mark.parametrize("role", Role)
def test_roles_that_open_much_work_only_with_a_second_step(client: Client, role: Role) -> None:
    user = made(role)
    client.force_login(user)
    assert led_to(client) == (reverse("mfa_index") if role in WITH_SECOND_STEP else "")
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    assert led_to(client) == ""


def test_a_security_key_is_a_second_step_too(client: Client) -> None:
    user = made(Role.ORGANISER)
    client.force_login(user)
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={})
    assert led_to(client) == ""


def test_spare_codes_alone_are_none(client: Client) -> None:
    user = made(Role.ORGANISER)
    client.force_login(user)
    Authenticator.objects.create(user=user, type=Authenticator.Type.RECOVERY_CODES, data={})
    assert led_to(client) == reverse("mfa_index")


def test_an_administrator_without_it_opens_no_account_page_of_others(client: Client) -> None:
    client.force_login(made(Role.ADMINISTRATOR))
    assert led_to(client, "accounts:list") == reverse("mfa_index")
    assert led_to(client, "accounts:mine") == ""


def test_a_first_password_is_replaced_before_anything_else(client: Client) -> None:
    opened = open_account(
        username="moi-den", full_name="Vũ Văn Suối", roles=[Role.OBSERVER], actor=made(Role.ADMINISTRATOR)
    )
    assert not isinstance(opened, Refused)
    user, password = opened
    client.post(reverse("account_login"), {"login": "moi-den", "password": password})
    assert led_to(client) == reverse("account_change_password")
    form = {"oldpassword": password, "password1": PASSWORD, "password2": PASSWORD}
    client.post(reverse("account_change_password"), form)
    assert led_to(client) == ""
    user.refresh_from_db()
    assert not user.has_first_password


def test_a_renewed_password_is_a_first_one_again(client: Client) -> None:
    user = made(Role.OBSERVER)
    renew_password(user=user, actor=made(Role.ADMINISTRATOR, username="quan-tri"))
    client.force_login(User.objects.get(pk=user.pk))
    assert led_to(client) == reverse("account_change_password")


def test_the_demo_asks_for_neither(client: Client, settings: Settings) -> None:
    settings.GUONG_SECOND_STEP = False
    client.force_login(made(Role.ORGANISER))
    assert led_to(client) == ""


@pytest.mark.parametrize("pair", APART, ids=lambda pair: " and ".join(sorted(role.value for role in pair)))
def test_two_roles_that_watch_each_other_are_never_one_persons(pair: frozenset[Role]) -> None:
    refused = create_user(username="hai-vai", full_name="Vũ Văn Suối", roles=list(pair))
    assert isinstance(refused, Refused)
    assert refused.reason == "roles_apart"
    assert "Một người không giữ cùng lúc hai vai trò" in refused.sentence
    user = made(Role.OBSERVER)
    changed = set_roles(user=user, roles=list(pair), actor=made(Role.OBSERVER, username="khac"))
    assert isinstance(changed, Refused)
    assert [group.name for group in user.groups.all()] == [Role.OBSERVER.value]


def test_after_the_own_password_the_page_that_is_still_owed_comes(client: Client) -> None:
    administrator = made(Role.ADMINISTRATOR, username="quan-tri")
    opened = open_account(
        username="to-chuc", full_name="Vũ Thị Sen", roles=[Role.ORGANISER], actor=administrator
    )
    assert not isinstance(opened, Refused)
    user, first = opened
    client.force_login(user)
    typed = {"oldpassword": first, "password1": PASSWORD, "password2": PASSWORD}
    answer = client.post(reverse("account_change_password"), typed, follow=True)
    assert answer.redirect_chain == [("/", 302), (reverse("mfa_index"), 302)]
    assert "Đã đổi mật khẩu" in answer.content.decode()
