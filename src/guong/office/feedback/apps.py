"""The room's entry in Django's list."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """Tiếp thu."""

    name = "guong.office.feedback"
    verbose_name = "Tiếp thu"
