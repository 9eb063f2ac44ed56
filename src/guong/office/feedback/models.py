"""What a head does with the own result: receives it, thinks it over, answers. Never a figure of any ballot."""

import uuid

from django.db import models


class Acknowledgement(models.Model):
    """The person has received the result; says nothing about agreeing with it.

    ``on_paper``: the person signed the receipt of the notice and ``noted_by`` is the officer who wrote that down.
    """

    subject = models.OneToOneField("conferences.ConferenceSubject", models.PROTECT, related_name="+")
    received_on = models.DateField("ngày nhận")
    on_paper = models.BooleanField("ký nhận trên giấy", default=False)
    noted_by = models.CharField("người ghi", max_length=200)

    class Meta:
        verbose_name = "xác nhận đã nhận kết quả"
        verbose_name_plural = "xác nhận đã nhận kết quả"

    def __str__(self) -> str:
        return f"{self.subject}"


class Reflection(models.Model):
    """The person's own view, for the person's eyes only (decision 0020).

    ``ratings`` holds the place of a level (0 is the best) by the item's key; items without one are left out.
    """

    subject = models.OneToOneField("conferences.ConferenceSubject", models.PROTECT, related_name="+")
    ratings = models.JSONField("tự đánh giá", default=dict)
    text = models.TextField("tự nhìn lại", blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "tự đánh giá"
        verbose_name_plural = "tự đánh giá"

    def __str__(self) -> str:
        return f"{self.subject}"


class Reply(models.Model):
    """What the person answers to the lead body, and what that body says to it. The words are never changed."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    subject = models.ForeignKey("conferences.ConferenceSubject", models.PROTECT, related_name="+")
    text = models.TextField("ý kiến")
    sent_on = models.DateField("ngày gửi")
    answer = models.TextField("trả lời", blank=True)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)
    answered_by = models.CharField("người trả lời", max_length=200, blank=True)

    class Meta:
        ordering = ["sent_on", "pk"]
        verbose_name = "ý kiến trao đổi"
        verbose_name_plural = "ý kiến trao đổi"

    def __str__(self) -> str:
        return f"{self.subject}"
