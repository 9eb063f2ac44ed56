"""Results of earlier years that an officer brought in: aggregates that nobody can check, kept in the texts that may be shown."""

from django.db import models

from guong.office.release.kinds import ROUND_KINDS


class ImportedRound(models.Model):
    """One earlier round. A draft until an officer has looked at it (``taken_on``); then it is compared with, never changed.

    One that was taken out again (``withdrawn_on``) is shown nowhere; it stays as what later versions are held against.
    ``levels`` are the four names of the form, best first. ``source`` says which paper the figures come from.
    """

    body = models.ForeignKey("registry.Unit", models.PROTECT, related_name="+")
    kind = models.CharField("loại đợt", max_length=40, choices=ROUND_KINDS)
    year = models.PositiveSmallIntegerField("năm")
    name = models.CharField("tên đợt", max_length=200)
    form = models.CharField("mẫu phiếu", max_length=200)
    source = models.CharField("theo văn bản", max_length=300)
    levels = models.JSONField("bốn mức")
    by_name = models.CharField("người nhập", max_length=200)
    brought_on = models.DateField("ngày nhập")
    taken_on = models.DateField("ngày xác nhận", null=True, blank=True)
    withdrawn_on = models.DateField("ngày gỡ", null=True, blank=True)

    class Meta:
        ordering = ["-year", "kind", "pk"]
        verbose_name = "đợt nhập từ ngoài"
        verbose_name_plural = "đợt nhập từ ngoài"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "kind", "year"],
                condition=models.Q(taken_on__isnull=False, withdrawn_on__isnull=True),
                name="one_imported_round_a_kind_and_year",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.year}"


class ImportedResult(models.Model):
    """One person's aggregates, or the whole round's where no name stands. ``person`` is who that is in the register, if known.

    ``rows`` hold, for each criterion, its words, the texts that may be shown and what they tell of the counts
    (``known``: four ranges and that of the better two); empty where the group is too small. Exact counts aren't kept.
    ``is_held``: a few ballots make the difference to what was shown before, so the file's figures aren't shown (decision 0032).
    """

    imported = models.ForeignKey(ImportedRound, models.CASCADE, related_name="results")
    unit_name = models.CharField("đơn vị", max_length=500, blank=True)
    person_name = models.CharField("họ và tên", max_length=500, blank=True)
    person = models.ForeignKey("registry.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    returned = models.PositiveIntegerField("phiếu thu về")
    rows = models.JSONField("nội dung")
    is_held = models.BooleanField("giữ lại", default=False)

    class Meta:
        ordering = ["unit_name", "person_name", "pk"]
        verbose_name = "kết quả nhập từ ngoài"
        verbose_name_plural = "kết quả nhập từ ngoài"

    def __str__(self) -> str:
        return f"{self.person_name or 'Cả đợt'}, {self.imported}"
