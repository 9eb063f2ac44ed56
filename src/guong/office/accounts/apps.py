"""The room's entry in Django's list."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Tài khoản."""

    name = "guong.office.accounts"
    verbose_name = "Tài khoản"
