"""What one officer proposes for a remark, until the other has agreed to all of them. Gone when the desk ends."""

import uuid

from django.db import models

from guong.core.remarks.verdicts import LONGEST_NOTE, LONGEST_THEME, Reason, Verdict
from guong.office.remarks.models.desks import Desk


class DraftState(models.TextChoices):
    """Where a proposal stands."""

    PROPOSED = "proposed", "Chờ xác nhận"
    RETURNED = "returned", "Bị trả lại"
    CONFIRMED = "confirmed", "Đã xác nhận"


class Draft(models.Model):
    """A proposal for one remark. ``original`` is the key of the voter's remark, empty where a desk was opened again.

    Then the original is gone and ``source`` holds the words that were handed on before, ``was_edited`` whether they had
    been changed. ``version`` grows with every change: two officers never overwrite each other unnoticed.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="drafts")
    original = models.UUIDField(null=True, blank=True)
    source = models.TextField(blank=True)
    was_edited = models.BooleanField(default=False)
    verdict = models.CharField(max_length=10, choices=[(verdict.value, verdict.label) for verdict in Verdict])
    text = models.TextField(blank=True)
    theme = models.CharField(max_length=LONGEST_THEME, blank=True)
    reason = models.CharField(
        max_length=20, blank=True, choices=[(reason.value, reason.label) for reason in Reason]
    )
    note = models.CharField(max_length=LONGEST_NOTE, blank=True)
    state = models.CharField(max_length=10, choices=DraftState, default=DraftState.PROPOSED)
    answer = models.CharField("Lời trả lại", max_length=LONGEST_NOTE, blank=True)
    proposed_by = models.CharField(max_length=32)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("original",),
                condition=models.Q(original__isnull=False),
                name="one_draft_a_remark",
            ),
        )

    def __str__(self) -> str:
        return self.get_state_display()
