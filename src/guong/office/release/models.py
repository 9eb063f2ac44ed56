"""What the room keeps itself: the office's own words, the steps of each result, aggregates of earlier years."""

from django.conf import settings
from django.db import models

from guong.core.release_steps import ReleaseStep
from guong.office.release.imported_models import ImportedResult, ImportedRound
from guong.office.release.ledger_models import ReleasedSums, ResultEdition

__all__ = ["ImportedResult", "ImportedRound", "ReleasedSums", "ReportWords", "ResultEdition", "StepTaken"]


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


class StepTaken(models.Model):
    """One act on the way of one person's result (`core.release_steps`); rows are added, never changed.

    ``step`` is where the result stands after the act; ``is_back`` tells a step back, whose reason is the ``note``.
    ``number`` counts the acts on this result, so that two officers never take the same step twice. Rows go with a
    rehearsal, the only conference that is ever deleted.
    """

    conference = models.ForeignKey("conferences.Conference", models.CASCADE, related_name="release_steps")
    subject_key = models.CharField(max_length=32)
    number = models.PositiveIntegerField()
    step = models.CharField("bước", max_length=20, choices=[(step.value, step.label) for step in ReleaseStep])
    is_back = models.BooleanField("lùi lại", default=False)
    taken_on = models.DateField("ngày")
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.CharField("ghi chú", max_length=300, blank=True)

    class Meta:
        ordering = ("number",)
        verbose_name = "bước công bố"
        verbose_name_plural = "bước công bố"
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "subject_key", "number"], name="one_act_a_number_of_a_result"
            )
        ]

    def __str__(self) -> str:
        return self.get_step_display()
