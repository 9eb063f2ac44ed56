"""What accounts tell."""

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet

from guong.office.accounts.models import User
from guong.office.accounts.roles import WITH_SECOND_STEP, Role

_SECOND_STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_step(*, user: User) -> bool:
    """Return whether the officer confirms signing in with an authenticator or a security key."""
    return bool(Authenticator.objects.filter(user=user, type__in=_SECOND_STEPS).exists())


def owes_second_step(*, user: User) -> bool:
    """Return whether a role of the officer asks for a second step that isn't switched on; one query."""
    roles = [role.value for role in WITH_SECOND_STEP]
    switched_on = Authenticator.objects.filter(user=OuterRef("pk"), type__in=_SECOND_STEPS)
    asked = User.objects.filter(pk=user.pk, groups__name__in=roles)
    return bool(asked.filter(~Exists(switched_on)).exists())


def user_named(*, username: str) -> User | None:
    """Return the account with this user name."""
    return User.objects.filter(username__iexact=username).first()


def officers() -> QuerySet[User]:
    """Return all active accounts by name."""
    return User.objects.filter(is_active=True).order_by("full_name")


def all_accounts() -> QuerySet[User]:
    """Return every account with its roles, locked ones last."""
    return User.objects.prefetch_related("groups").order_by("-is_active", "full_name")


def account(*, key: str) -> User | None:
    """Return the account with this key."""
    return User.objects.filter(key=key).first()


def roles_of(*, user: User) -> list[Role]:
    """Return an officer's roles."""
    held = {group.name for group in user.groups.all()}
    return [role for role in Role if role.value in held]
