"""What the room keeps: proposals on personnel work, as records. Never a figure of any ballot."""

from django.db import models

from guong.core.personnel_proposals import Answer, Matter


class PersonnelProposal(models.Model):
    """One proposal on one person, and what became of it; words never change, a proposal is answered or withdrawn once.

    Rows go with a rehearsal, the only conference that is ever deleted.
    """

    subject = models.ForeignKey("conferences.ConferenceSubject", models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField("đề xuất")
    matter = models.CharField("việc", max_length=12, choices=[(one.value, one.label) for one in Matter])
    text = models.TextField("nội dung")
    proposed_on = models.DateField("ngày đề xuất")
    by_name = models.CharField("người ghi", max_length=200)
    answer = models.CharField(
        "kết luận", max_length=12, blank=True, choices=[(one.value, one.label) for one in Answer]
    )
    answer_text = models.TextField("nội dung kết luận", blank=True)
    answered_on = models.DateField("ngày ghi kết luận", null=True, blank=True)
    answer_by_name = models.CharField("người ghi kết luận", max_length=200, blank=True)

    class Meta:
        ordering = ["number"]
        verbose_name = "đề xuất công tác cán bộ"
        verbose_name_plural = "đề xuất công tác cán bộ"
        constraints = [
            models.UniqueConstraint(fields=["subject", "number"], name="one_proposal_a_number_of_a_person")
        ]

    def __str__(self) -> str:
        return f"{self.get_matter_display()}: {self.text[:60]}"
