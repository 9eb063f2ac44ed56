"""What the bodies of a plan have to do, and how they made it known."""

from django.db import models
from django.db.models import Q

from guong.office.plans.models.plan import Plan
from guong.office.plans.models.text import Part


class Duty(Part):
    """A task of a body (seed 001 III). Body and task are text of the plan; what follows is kept up while it runs.

    ``paper_key`` names a filed paper that proves the work (`papers.Paper.key`).
    """

    body = models.CharField("cơ quan", max_length=200)
    task = models.TextField("nhiệm vụ")
    due_on = models.DateField("hạn", null=True, blank=True)
    done_on = models.DateField("xong ngày", null=True, blank=True)
    evidence = models.CharField("kết quả, minh chứng", max_length=500, blank=True)
    paper_key = models.CharField("mã văn bản", max_length=32, blank=True)

    class Meta(Part.Meta):
        verbose_name = "nhiệm vụ"
        verbose_name_plural = "nhiệm vụ"

    def __str__(self) -> str:
        return self.task


class Briefing(models.Model):
    """ "Đã quán triệt": a body made the plan known, when, where, and how many of how many came."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="briefings")
    body = models.CharField("cơ quan", max_length=200)
    held_on = models.DateField("ngày quán triệt")
    venue = models.CharField("nơi quán triệt", max_length=200)
    present = models.PositiveIntegerField("số người dự")
    expected = models.PositiveIntegerField("số người phải dự")

    class Meta:
        ordering = ["held_on", "pk"]
        verbose_name = "lần quán triệt"
        verbose_name_plural = "các lần quán triệt"
        constraints = [
            models.CheckConstraint(
                condition=Q(present__lte=models.F("expected")), name="briefing_present_at_most_expected"
            )
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.held_on}"
