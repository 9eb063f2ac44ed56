"""The room's entry in Django's list."""

from django.apps import AppConfig


class OverviewConfig(AppConfig):
    """Tổng quan."""

    name = "guong.office.overview"
    verbose_name = "Tổng quan"
