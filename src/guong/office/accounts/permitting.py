"""What an officer may do: the permissions of the roles, and nothing else."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Permission
from django.db.models import QuerySet

from guong.office.accounts.models import User


class ByRoles(AuthenticationBackend):  # type: ignore[misc]  # allauth bears no types
    """Signs in as allauth does. A permission given to an account past its roles counts for nothing and isn't asked for."""

    def _get_user_permissions(self, _: User) -> QuerySet[Permission]:
        return Permission.objects.none()
