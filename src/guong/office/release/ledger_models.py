"""The ledger: which texts of which result went out, in which edition, by which way (DESIGN §5, decision 0021)."""

from django.db import models


class ResultEdition(models.Model):
    """One person's table as it went out, or as a recount would have it.

    Edition 1 is the opening's result; ``counts`` (formats §11, one subject) are filled from edition 2 on, the corrections.
    ``texts`` are the printed cells, empty until the edition first went out; then they never change. ``ways`` lists how it
    went out: name, who and day. Only a rehearsal is ever deleted, and its editions with it. A held edition (``held_for``) is shown to nobody, the one before it stays.
    """

    conference = models.ForeignKey("conferences.Conference", models.CASCADE, related_name="result_editions")
    subject_key = models.CharField(max_length=32)
    number = models.PositiveSmallIntegerField("lần", default=1)
    counts = models.JSONField(default=dict, blank=True)
    texts = models.JSONField(default=dict, blank=True)
    ways = models.JSONField(default=list, blank=True)
    held_for = models.CharField("lý do chưa công bố", max_length=20, blank=True)
    minutes = models.CharField("biên bản đếm lại", max_length=200, blank=True)
    reason = models.CharField("lý do đính chính", max_length=300, blank=True)
    signers = models.CharField("người xác nhận", max_length=400, blank=True)

    class Meta:
        ordering = ("number",)
        verbose_name = "lần công bố kết quả"
        verbose_name_plural = "lần công bố kết quả"
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "subject_key", "number"], name="one_edition_a_number_of_a_result"
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject_key}, lần {self.number}"


class ReleasedSums(models.Model):
    """The sums of a round as a numbered paper or an export printed them; ``digest`` is that of the texts."""

    of_round = models.ForeignKey("plans.Round", models.PROTECT, related_name="released_sums")
    digest = models.CharField(max_length=64)
    texts = models.JSONField()
    ways = models.JSONField(default=list)

    class Meta:
        verbose_name = "số liệu chung đã công bố"
        verbose_name_plural = "số liệu chung đã công bố"
        constraints = [
            models.UniqueConstraint(fields=["of_round", "digest"], name="one_row_a_text_of_a_rounds_sums")
        ]

    def __str__(self) -> str:
        return self.digest[:16]
