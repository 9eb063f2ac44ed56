"""The room's entry in Django's list."""

from django.apps import AppConfig


class CountingConfig(AppConfig):
    """Kiểm phiếu."""

    name = "guong.office.counting"
    verbose_name = "Kiểm phiếu"
