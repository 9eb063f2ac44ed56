"""What accounts tell."""

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from guong.office.accounts.models import User


def has_second_step(*, user: User) -> bool:
    """Return whether the officer confirms signing in with an authenticator."""
    return bool(Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())


def user_named(*, username: str) -> User | None:
    """Return the account with this user name."""
    return User.objects.filter(username__iexact=username).first()


def officers() -> QuerySet[User]:
    """Return all active accounts by name."""
    return User.objects.filter(is_active=True).order_by("full_name")
