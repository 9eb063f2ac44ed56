"""The room's entry in Django's list."""

from django.apps import AppConfig


class PaperPollsConfig(AppConfig):
    """Bỏ phiếu giấy tại chỗ."""

    name = "guong.office.paperpolls"
    verbose_name = "Bỏ phiếu giấy tại chỗ"
