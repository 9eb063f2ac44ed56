"""A year after an account was locked its name is erased, by a moved clock (security.md §2 no. 86)."""

from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from guong.core.months import months_after
from guong.office.accounts import selectors
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user, end_former_accounts, set_active
from guong.office.journal.models import Entry
from guong.office.registry.models import Person, PersonAccount, UnitAssignment
from guong.office.registry.services import end_former_people
from tests.conferences.world import school

NAME, SIGNS_IN_AS, PASSWORD = "Đào Thị Bích Thuỷ", "bich-thuy", "một mật khẩu rất dài 7"

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> User:
    """Whoever locks."""
    return made("quantri", "Phùng Quốc Trị", Role.ADMINISTRATOR)


@pytest.fixture
def former(administrator: User) -> User:
    """An organiser with an address, a second step and a post in the register, locked today."""
    user = made(SIGNS_IN_AS, NAME, Role.ORGANISER)
    EmailAddress.objects.create(user=user, email="thuy@example.org")
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    unit, _ = school()
    UnitAssignment.objects.create(user=user, unit=unit)
    PersonAccount.objects.create(user=user, person=Person.objects.create(full_name=NAME))
    assert set_active(user=user, active=False, actor=administrator) == user
    return user


def made(username: str, full_name: str, *roles: Role) -> User:
    """An account with a password."""
    user = create_user(username=username, full_name=full_name, roles=roles, password=PASSWORD)
    assert isinstance(user, User)
    return user


def over() -> date:
    """The first day on which the time of somebody locked today is over: twelve months."""
    return months_after(timezone.localdate(), 12)


def test_the_name_goes_on_the_day_and_not_before(former: User) -> None:
    assert end_former_accounts(today=over() - timedelta(days=1)) == 0
    assert User.objects.get(pk=former.pk).full_name == NAME
    assert end_former_accounts(today=over()) == 1
    assert end_former_accounts(today=over()) == 0
    left = User.objects.values().get(pk=former.pk)
    assert not any(word in str(left) for word in (NAME, SIGNS_IN_AS, "example.org"))


def test_with_it_go_address_second_step_roles_and_password(former: User) -> None:
    end_former_accounts(today=over())
    user = User.objects.get(pk=former.pk)
    assert not EmailAddress.objects.filter(user=user).exists()
    assert not Authenticator.objects.filter(user=user).exists()
    assert not user.groups.exists()
    assert not user.has_usable_password()


def test_the_register_lets_go_of_account_and_person(former: User) -> None:
    end_former_accounts(today=over())
    assert end_former_people(today=over()) == 1
    assert not PersonAccount.objects.exists()
    assert not UnitAssignment.objects.exists()
    assert not Person.objects.filter(full_name=NAME).exists()


def test_an_open_account_never_ends_and_an_unlocked_one_begins_anew(
    former: User, administrator: User
) -> None:
    set_active(user=former, active=True, actor=administrator)
    assert end_former_accounts(today=date(2099, 1, 1)) == 0
    assert User.objects.get(pk=former.pk).locked_on is None


def test_an_ended_account_is_on_no_page_and_can_be_opened_by_nobody(
    former: User, administrator: User, client: Client
) -> None:
    end_former_accounts(today=over())
    assert [user.username for user in selectors.all_accounts()] == [administrator.username]
    client.force_login(administrator)
    assert client.get(reverse("accounts:one", args=[former.key])).status_code == 404


def test_the_act_stands_in_the_journal_without_the_name(former: User) -> None:
    end_former_accounts(today=over())
    assert Entry.objects.get(act="accounts.ended").text == (
        "Chương trình xoá tên 1 tài khoản đã khoá, hết thời hạn 12 tháng."
    )
