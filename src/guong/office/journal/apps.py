"""The room's entry in Django's list."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Nhật ký."""

    name = "guong.office.journal"
    verbose_name = "Nhật ký"
