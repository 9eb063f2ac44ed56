"""The room's entry in Django's list."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Văn bản."""

    name = "guong.office.papers"
    verbose_name = "Văn bản"
