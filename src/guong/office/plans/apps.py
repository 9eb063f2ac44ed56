"""The room's entry in Django's list."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Kế hoạch."""

    name = "guong.office.plans"
    verbose_name = "Kế hoạch"
