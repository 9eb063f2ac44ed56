"""The room as Django sees it."""

from django.apps import AppConfig


class PaperDeskConfig(AppConfig):
    """Room of the paper desk."""

    name = "guong.office.paperdesk"
    label = "paperdesk"
    verbose_name = "Nhập phiếu giấy"
    default_auto_field = "django.db.models.BigAutoField"
