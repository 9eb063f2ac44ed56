"""What the room keeps itself: the office's own words in a round's report. Figures are never stored here."""

from django.db import models


class ReportWords(models.Model):
    """The editable blocks of a round's report; ``assessment``, ``proposals`` and ``recipients`` hold a line each.

    ``version`` grows with every change, so that two officers never overwrite each other's words unnoticed.
    """

    of_round = models.OneToOneField(
        "plans.Round", models.CASCADE, related_name="report_words", verbose_name="đợt"
    )
    assessment = models.TextField("Đánh giá chung", blank=True)
    proposals = models.TextField("Kiến nghị, đề xuất", blank=True)
    signer_role = models.CharField("Chức vụ người ký", max_length=200)
    signer_name = models.CharField("Họ và tên người ký", max_length=200, blank=True)
    recipients = models.TextField("Nơi nhận", blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "lời văn của báo cáo"
        verbose_name_plural = "lời văn của báo cáo"

    def __str__(self) -> str:
        return str(self.of_round)
