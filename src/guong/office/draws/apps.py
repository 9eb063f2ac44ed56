"""The room's entry in Django's list."""

from django.apps import AppConfig


class DrawsConfig(AppConfig):
    """Gắp thăm."""

    name = "guong.office.draws"
    verbose_name = "Gắp thăm"
