"""The room's entry in Django's list."""

from django.apps import AppConfig


class ScheduleConfig(AppConfig):
    """Lịch hội nghị."""

    name = "guong.office.schedule"
    verbose_name = "Lịch hội nghị"
