"""The room's entry in Django's list."""

from django.apps import AppConfig


class RemarksConfig(AppConfig):
    """Biên tập ý kiến."""

    name = "guong.office.remarks"
    verbose_name = "Biên tập ý kiến"
