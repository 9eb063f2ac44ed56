"""Signing in with an authenticator."""

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.selectors import has_second_step
from guong.office.accounts.services import create_user

pytestmark = pytest.mark.django_db
PASSWORD = "sen-hồng-nở-buổi-sớm"


@pytest.fixture
def secret(client: Client) -> str:
    """The authenticator's secret of an officer who has just switched the second step on."""
    cache.clear()
    create_user(username="sen-hong", full_name="Đỗ Thị Sen Hồng", roles=[Role.ORGANISER], password=PASSWORD)
    client.post(reverse("account_login"), {"login": "sen-hong", "password": PASSWORD})
    assert "Bật đăng nhập hai bước" in client.get(reverse("mfa_index")).content.decode()
    confirm_password(client)
    made = str(client.get(reverse("mfa_activate_totp")).context["form"].secret)
    answer = client.post(reverse("mfa_activate_totp"), {"code": code(made)})
    assert answer.status_code == 302, answer.content.decode()
    client.post(reverse("account_logout"))
    cache.clear()
    return made


def confirm_password(client: Client) -> None:
    """The password is asked again before anything that protects the account is changed."""
    asked = client.get(reverse("mfa_activate_totp"), follow=True).content.decode()
    assert "Xác nhận đúng là đồng chí" in asked
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def code(secret: str) -> str:
    return str(
        totp.format_hotp_value(totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time()))))
    )


def test_the_password_alone_no_longer_signs_in(client: Client, secret: str) -> None:
    answer = client.post(reverse("account_login"), {"login": "sen-hong", "password": PASSWORD}, follow=True)
    assert "Xác thực bước hai" in answer.content.decode()
    assert client.get(reverse("accounts:mine")).status_code == 302


def test_a_wrong_code_is_answered_in_vietnamese(client: Client, secret: str) -> None:
    client.post(reverse("account_login"), {"login": "sen-hong", "password": PASSWORD})
    answer = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Mã xác thực không đúng" in answer.content.decode()


def test_password_and_code_sign_in(client: Client, secret: str) -> None:
    client.post(reverse("account_login"), {"login": "sen-hong", "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": code(secret)})
    assert client.get(reverse("accounts:mine")).status_code == 200
    assert has_second_step(user=User.objects.get())


def test_every_page_of_the_second_step_is_in_vietnamese(client: Client, secret: str) -> None:
    client.post(reverse("account_login"), {"login": "sen-hong", "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": code(secret)})
    cache.clear()
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    for name in (
        "mfa_index",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_deactivate_totp",
    ):
        page = client.get(reverse(name), follow=True).content.decode()
        assert 'lang="vi"' in page
        assert "Gương" in page
        assert "Are you sure" not in page
