"""Making accounts, giving roles, the first administrator, the demo's links."""

import hashlib
import secrets
from collections.abc import Collection, Sequence

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.auth.password_validation import validate_password
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from guong.core import crockford
from guong.core.outcome import Refused
from guong.office.accounts.models import Access, OneTimeLink, User
from guong.office.accounts.roles import PERMISSIONS, Role, clashing
from guong.office.journal.services import record


def ensure_roles() -> dict[Role, Group]:
    """Make every role's group with exactly its permissions; safe to repeat."""
    with transaction.atomic():
        kind = ContentType.objects.get_for_model(Access)
        names = dict(Access._meta.permissions)
        groups = {}
        for role, codenames in PERMISSIONS.items():
            groups[role], _ = Group.objects.get_or_create(name=role.value)
            groups[role].permissions.set(
                Permission.objects.get_or_create(
                    content_type=kind, codename=codename, defaults={"name": names[codename]}
                )[0]
                for codename in codenames
            )
    return groups


def create_user(
    *, username: str, full_name: str, roles: Sequence[Role], password: str | None = None
) -> User | Refused:
    """Make an account with roles; without a password it can only enter through a one-time link.

    Refused: ``username_taken``, ``weak_password``, ``roles_apart``.
    """
    if clash := clashing(roles):
        return _apart(clash)
    if User.objects.filter(username__iexact=username).exists():
        return Refused(
            "username_taken", f"Tên đăng nhập “{username}” đã có người dùng. Đồng chí chọn tên khác."
        )
    user = User(username=username, full_name=full_name)
    if password is not None:
        try:
            validate_password(password, user)
        except ValidationError as problem:
            return Refused("weak_password", " ".join(problem.messages))
    user.set_password(password)
    with transaction.atomic():
        user.save()
        user.groups.set(ensure_roles()[role] for role in roles)
    return user


def create_first_administrator(*, username: str, full_name: str, password: str) -> User | Refused:
    """Make the first administrator from the command line. Refused: ``administrator_exists`` and as `create_user`."""
    with transaction.atomic():
        if User.objects.filter(groups__name=Role.ADMINISTRATOR.value).exists():
            return Refused(
                "administrator_exists",
                "Đã có quản trị viên. Tài khoản mới do quản trị viên tạo trong chương trình.",
            )
        user = create_user(
            username=username, full_name=full_name, roles=[Role.ADMINISTRATOR], password=password
        )
        if not isinstance(user, Refused):
            text = f"Tạo quản trị viên đầu tiên: {full_name}."
            record(actor=None, act="accounts.first_administrator", unit_key="", text=text)
        return user


def open_account(
    *, username: str, full_name: str, roles: Sequence[Role], actor: User
) -> tuple[User, str] | Refused:
    """Make an account with a first password, which is returned once and stored nowhere. Refused: `create_user`."""
    password = _first_password()
    with transaction.atomic():
        user = create_user(username=username, full_name=full_name, roles=roles, password=password)
        if isinstance(user, Refused):
            return user
        user.has_first_password = True
        user.save(update_fields=["has_first_password"])
        text = f"Tạo tài khoản cho {full_name}: {_labels(roles)}."
        record(actor=actor, act="accounts.open", unit_key="", text=text)
    return user, password


def renew_password(*, user: User, actor: User) -> str:
    """Give an officer who forgot the password a first password again, and return it."""
    password = _first_password()
    with transaction.atomic():
        user.set_password(password)
        user.has_first_password = True
        user.save(update_fields=["password", "has_first_password"])
        record(actor=actor, act="accounts.renew", unit_key="", text=f"Cấp lại mật khẩu cho {user.full_name}.")
    return password


def set_roles(*, user: User, roles: Sequence[Role], actor: User) -> User | Refused:
    """Replace an officer's roles. Refused: ``own_account``, ``roles_apart``."""
    if clash := clashing(roles):
        return _apart(clash)
    if user.pk == actor.pk:
        return Refused(
            "own_account", "Đồng chí không tự đổi vai trò của mình. Đề nghị một quản trị viên khác."
        )
    with transaction.atomic():
        groups = ensure_roles()
        user.groups.set(groups[role] for role in roles)
        text = f"Đổi vai trò của {user.full_name}: {_labels(roles)}."
        record(actor=actor, act="accounts.roles", unit_key="", text=text)
    return user


def set_active(*, user: User, active: bool, actor: User) -> User | Refused:
    """Lock or unlock an account; a locked one is signed out at its next page. Refused: ``own_account``."""
    if user.pk == actor.pk:
        return Refused(
            "own_account", "Đồng chí không tự khoá tài khoản của mình. Đề nghị một quản trị viên khác."
        )
    with transaction.atomic():
        user.is_active = active
        user.locked_on = None if active else user.locked_on or timezone.localdate()
        user.save(update_fields=["is_active", "locked_on"])
        text = f"{'Mở khoá' if active else 'Khoá'} tài khoản của {user.full_name}."
        record(actor=actor, act="accounts.active", unit_key="", text=text)
    return user


def one_time_link(*, user: User) -> str:
    """Return a path that signs ``user`` in once. Only in the demo; raises RuntimeError elsewhere."""
    if not settings.GUONG_DEMO:
        raise RuntimeError("one-time links exist in the demo only")
    secret = secrets.token_urlsafe(32)
    OneTimeLink.objects.create(digest=_digest(secret), user=user)
    return reverse("accounts:enter", args=[secret])


def use_link(*, secret: str) -> User | None:
    """Spend a one-time link and return its officer, or None if it doesn't exist or was used."""
    with transaction.atomic():
        link = (
            OneTimeLink.objects.select_for_update()
            .filter(digest=_digest(secret))
            .select_related("user")
            .first()
        )
        if link is None or not link.user.is_active:
            return None
        link.delete()
        return link.user


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _labels(roles: Sequence[Role]) -> str:
    return ", ".join(role.label for role in roles)


def _apart(clash: Collection[Role]) -> Refused:
    first, second = sorted(role.label for role in clash)
    return Refused(
        "roles_apart",
        f"Một người không giữ cùng lúc hai vai trò “{first}” và “{second}”. Đồng chí giao mỗi vai trò cho một người.",
    )


def _first_password() -> str:
    """Return 80 random bits in four groups, to be read from paper and replaced by its owner."""
    return "-".join("".join(secrets.choice(crockford.ALPHABET.lower()) for _ in range(4)) for _ in range(4))
