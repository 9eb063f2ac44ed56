"""The floor's entry in Django's list."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Base pages and static files."""

    name = "guong.ui"
    label = "ui"
