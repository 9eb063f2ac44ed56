"""The room's entry in Django's list."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Sổ bộ."""

    name = "guong.office.registry"
    verbose_name = "Sổ bộ"
