"""What accounts tell."""

from allauth.mfa.models import Authenticator
from django.contrib.sessions.backends.base import SessionBase
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from guong.office.accounts.access import session_digest
from guong.office.accounts.models import HallPass, User
from guong.office.accounts.roles import CAMPAIGN, WITH_SECOND_STEP, Role

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


def has_administrator() -> bool:
    """Return whether anybody may make accounts yet: the first one is made on the command line."""
    return User.objects.filter(groups__name=Role.ADMINISTRATOR.value).exists()


def unheld_roles() -> list[Role]:
    """Return the roles that a campaign needs and nobody has, in the order of its work."""
    held = set(User.objects.filter(is_active=True).values_list("groups__name", flat=True))
    return [role for role in CAMPAIGN if role.value not in held]


def officers() -> QuerySet[User]:
    """Return all active accounts by name."""
    return User.objects.filter(is_active=True).order_by("full_name")


def all_accounts() -> QuerySet[User]:
    """Return every account with its roles, locked ones last; not those whose names were erased."""
    return User.objects.filter(ended_on=None).prefetch_related("groups").order_by("-is_active", "full_name")


def account(*, key: str) -> User | None:
    """Return the account with this key, None for one whose name was erased."""
    return User.objects.filter(key=key, ended_on=None).first()


def roles_of(*, user: User) -> list[Role]:
    """Return an officer's roles."""
    held = {group.name for group in user.groups.all()}
    return [role for role in Role if role.value in held]


def hall_pass_of(*, user: User, session: SessionBase) -> HallPass | None:
    """Return the pass that runs in this browser session of the officer, None where none does."""
    return _running().filter(user=user, session_digest=session_digest(session)).first()


def hall_passes_at(*, place_key: str) -> QuerySet[HallPass]:
    """Return the passes that run at a conference, with their officers."""
    return _running().filter(place_key=place_key).select_related("user")


def hall_passes_of(*, user: User) -> QuerySet[HallPass]:
    """Return the officer's own passes that run, on whatever machine."""
    return _running().filter(user=user)


def _running() -> QuerySet[HallPass]:
    return HallPass.objects.filter(ends_at__gt=timezone.now())
