"""What the register keeps of the paper desk: counts by subject, never an order, a time or a single sheet."""

from django.db import models


class SheetCount(models.Model):
    """Sheets found in the box for one subject, counted by hand by two people before any sheet is keyed."""

    conference = models.ForeignKey(
        "conferences.Conference", on_delete=models.CASCADE, related_name="sheet_counts"
    )
    subject_key = models.CharField(max_length=32)
    counted = models.PositiveIntegerField()
    first_counter = models.CharField(max_length=200)
    second_counter = models.CharField(max_length=200)

    class Meta:
        ordering = ("subject_key",)
        constraints = (
            models.UniqueConstraint(fields=("conference", "subject_key"), name="one_sheet_count_a_subject"),
        )

    def __str__(self) -> str:
        return f"{self.subject_key}: {self.counted}"


class EntryLog(models.Model):
    """Totals of the double entry for one subject: invalid sheets by reason, cells on which the two differed."""

    conference = models.ForeignKey(
        "conferences.Conference", on_delete=models.CASCADE, related_name="entry_logs"
    )
    subject_key = models.CharField(max_length=32)
    first_typist = models.CharField(max_length=200)
    second_typist = models.CharField(max_length=200)
    third_verifier = models.CharField(max_length=200, blank=True, default="")
    invalid_no_stamp = models.PositiveIntegerField(default=0)
    invalid_blank = models.PositiveIntegerField(default=0)
    differences = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("subject_key",)
        constraints = (
            models.UniqueConstraint(fields=("conference", "subject_key"), name="one_entry_log_a_subject"),
        )

    def __str__(self) -> str:
        return f"{self.subject_key}: {self.first_typist}, {self.second_typist}"


class ScannedBatch(models.Model):
    """Totals of one batch that the scanning station sealed. Its key is drawn by lot and says no order."""

    conference = models.ForeignKey(
        "conferences.Conference", on_delete=models.CASCADE, related_name="scanned_batches"
    )
    key = models.CharField(max_length=32, primary_key=True)
    subject_key = models.CharField(max_length=32)
    sheets = models.PositiveIntegerField()
    no_stamp = models.PositiveIntegerField()
    blank = models.PositiveIntegerField()
    rows_read = models.PositiveIntegerField()
    rows_shown = models.PositiveIntegerField()
    differences = models.PositiveIntegerField()
    audited = models.PositiveIntegerField()
    audit_wrong = models.PositiveIntegerField()
    unfinished_digest = models.CharField(max_length=64, blank=True, default="")
    """SHA-256 of the file while it is being put into the urn, empty once all of it is there."""

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return f"{self.subject_key}: {self.sheets}"
