"""The room as Django sees it."""

from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    """Room of the conferences."""

    name = "guong.office.conferences"
    label = "conferences"
    verbose_name = "Hội nghị"
    default_auto_field = "django.db.models.BigAutoField"
