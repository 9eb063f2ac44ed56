"""The room's entry in Django's list."""

from django.apps import AppConfig


class RemediationConfig(AppConfig):
    """Kế hoạch khắc phục."""

    name = "guong.office.remediation"
    verbose_name = "Kế hoạch khắc phục"
