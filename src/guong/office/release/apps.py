"""The room's entry in Django's list."""

from django.apps import AppConfig


class ReleaseConfig(AppConfig):
    """Kết quả."""

    name = "guong.office.release"
    verbose_name = "Kết quả"
