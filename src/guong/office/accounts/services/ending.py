"""The end of accounts: a year after somebody was locked out the name is erased (Law 91/2025; security.md §2 no. 86)."""

from datetime import date

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction

from guong.core.personal_data import KIND_BY_KEY
from guong.office.accounts.models import HallPass, OneTimeLink, User
from guong.office.journal.services import record

_KIND = KIND_BY_KEY["accounts"]
NAMELESS = "Cán bộ đã thôi nhiệm vụ"


@transaction.atomic
def end_former_accounts(*, today: date) -> int:
    """Erase the names of accounts whose time since locking is over; returns how many, and journals the number. Safe to repeat.

    The row stays under its random key, because steps of a release lead to it; name, sign-in name, address, password,
    second steps and roles go. An open account never ends, nor one whose day of locking nobody knows.
    """
    locked = User.objects.filter(is_active=False, ended_on=None, locked_on__lt=today)
    over = [user for user in locked if user.locked_on and _KIND.is_over(user.locked_on, today)]
    for user in over:
        _end(user, today)
    if over:
        text = f"Chương trình xoá tên {len(over)} tài khoản đã khoá, hết thời hạn {_KIND.months} tháng."
        record(actor=None, act="accounts.ended", unit_key="", text=text)
    return len(over)


def _end(user: User, today: date) -> None:
    for model in (EmailAddress, Authenticator, HallPass, OneTimeLink):
        model._default_manager.filter(user=user).delete()
    user.groups.clear()
    user.user_permissions.clear()
    user.username, user.full_name, user.email = f"da-thoi-{user.key}", NAMELESS, ""
    user.set_unusable_password()
    user.ended_on = today
    user.save()
