"""The administrator makes accounts, changes roles, locks; never the own account."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.selectors import roles_of
from guong.office.accounts.services import create_user
from guong.office.journal.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> User:
    user = create_user(username="quan-tri", full_name="Vũ Văn Suối", roles=[Role.ADMINISTRATOR])
    assert isinstance(user, User)
    return user


@pytest.fixture
def desk(client: Client, administrator: User) -> Client:
    """The administrator's browser."""
    client.force_login(administrator)
    return client


def opened(desk: Client) -> tuple[User, str]:
    fields = {"full_name": "Đỗ Thị Sen Hồng", "username": "sen-hong", "roles": ["organiser"]}
    page = desk.post(reverse("accounts:new"), fields).content.decode()
    password = re.search(r"[0-9a-z]{4}(?:-[0-9a-z]{4}){3}", page)
    assert password is not None
    return User.objects.get(username="sen-hong"), password[0]


def test_a_new_account_signs_in_with_the_password_shown_once(desk: Client) -> None:
    user, password = opened(desk)
    assert roles_of(user=user) == [Role.ORGANISER]
    answer = Client().post(reverse("account_login"), {"login": "sen-hong", "password": password})
    assert answer.status_code == 302


def test_the_journal_has_the_act_but_not_the_password(desk: Client) -> None:
    _, password = opened(desk)
    entry = Entry.objects.get(act="accounts.open")
    assert "Cán bộ tổ chức" in entry.text
    assert password not in entry.text


def test_a_taken_user_name_is_told_at_its_field(desk: Client) -> None:
    opened(desk)
    fields = {"full_name": "Khác", "username": "sen-hong", "roles": ["observer"]}
    page = desk.post(reverse("accounts:new"), fields)
    assert page.status_code == 422
    assert 'href="#id_username"' in page.content.decode()


def test_an_account_without_a_role_is_not_made(desk: Client) -> None:
    page = desk.post(reverse("accounts:new"), {"full_name": "Khác", "username": "khac"})
    assert 'href="#id_roles"' in page.content.decode()
    assert not User.objects.filter(username="khac").exists()


def test_a_locked_officer_is_out_at_the_next_page(desk: Client) -> None:
    user, _ = opened(desk)
    other = Client()
    other.force_login(user)
    desk.post(reverse("accounts:lock", args=[user.key]))
    assert other.get(reverse("accounts:mine")).status_code == 302
    desk.post(reverse("accounts:lock", args=[user.key]))
    assert User.objects.get(pk=user.pk).is_active


def test_roles_are_replaced(desk: Client) -> None:
    user, _ = opened(desk)
    desk.post(reverse("accounts:one", args=[user.key]), {"roles": ["observer", "reporter"]})
    assert roles_of(user=user) == [Role.REPORTER, Role.OBSERVER]


def test_a_renewed_password_ends_the_old_one(desk: Client) -> None:
    user, password = opened(desk)
    desk.post(reverse("accounts:renew", args=[user.key]))
    assert not User.objects.get(pk=user.pk).check_password(password)


@pytest.mark.parametrize(("name", "fields"), [("one", {"roles": ["organiser"]}), ("lock", {})])
def test_nobody_changes_the_own_roles_or_lock(
    desk: Client, administrator: User, name: str, fields: dict[str, list[str]]
) -> None:
    page = desk.post(reverse(f"accounts:{name}", args=[administrator.key]), fields, follow=True)
    assert "quản trị viên khác" in page.content.decode()
    assert roles_of(user=administrator) == [Role.ADMINISTRATOR]
    assert User.objects.get(pk=administrator.pk).is_active
