"""A desk for one person's remarks, its two seats, and what comes out of it."""

import uuid

from django.conf import settings
from django.db import models


class Desk(models.Model):
    """The remarks on one person of one conference. ``ended_on`` is empty while two officers work on them.

    ``end_asked_by`` is the key of the officer who thinks that the digest is done. ``withheld`` counts remarks not handed on
    by reason (`guong.core.remarks.verdicts.Reason`), final once the desk has ended.
    """

    conference = models.ForeignKey(
        "conferences.Conference", on_delete=models.CASCADE, related_name="remark_desks"
    )
    subject_key = models.CharField(max_length=32)
    end_asked_by = models.CharField(max_length=32, blank=True)
    ended_on = models.DateField("Ngày kết thúc biên tập", null=True, blank=True)
    withheld = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("conference", "subject_key"), name="one_desk_a_subject"),
        )

    def __str__(self) -> str:
        return f"{self.conference}: {self.subject_key}"


class Seat(models.Model):
    """An officer at a desk; at most two have one. ``read_on`` is the last day on which the journal noted a reading."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="seats")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="remark_seats")
    read_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("desk", "user"), name="one_seat_an_officer"),)

    def __str__(self) -> str:
        return str(self.user)


class DigestLine(models.Model):
    """A remark as it is handed on. Keys are random and lines written in a shuffled order once the desk has ended."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="lines")
    theme = models.CharField("Chủ đề", max_length=120)
    text = models.TextField("Ý kiến")
    edited = models.BooleanField("Đã biên tập", default=False)

    def __str__(self) -> str:
        return self.theme
