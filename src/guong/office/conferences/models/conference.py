"""What a conference is: who is asked about, when and where it meets."""

import uuid
from datetime import datetime, time

from django.db import models


def new_key() -> str:
    """Return a fresh conference key: 32 hexadecimal characters."""
    return uuid.uuid4().hex


class Conference(models.Model):
    """One conference of one unit: who is asked about, when, where, under whose direction.

    ``version`` grows with every change of the conference's details, roll or board, so that two officers
    never overwrite each other's work unnoticed. ``round`` is empty for a conference outside any plan. ``attendance`` says
    what the record of attendance is: ticks on the screen, or lists signed on paper whose totals are typed. Since
    ``names_ended_on`` the roll holds numbers only.
    """

    TICKS, LISTS = "ticks", "lists"
    ATTENDANCE = (
        (TICKS, "Điểm danh từng người trên máy"),
        (LISTS, "Danh sách ký trên giấy, cuối buổi nhập tổng số từng bàn"),
    )

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    unit = models.ForeignKey("registry.Unit", on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(
        "plans.Round", on_delete=models.PROTECT, related_name="conferences", null=True, blank=True
    )
    rehearsal = models.BooleanField("Hội nghị thử", default=False)
    title = models.CharField("Tên hội nghị", max_length=300)
    plan_number = models.CharField("Theo kế hoạch số", max_length=80)
    superior_body = models.CharField("Cơ quan cấp trên", max_length=200, blank=True)
    lead_body = models.CharField("Cơ quan chủ trì", max_length=200)
    locality = models.CharField("Địa danh ghi trên văn bản", max_length=80, blank=True)
    held_on = models.DateField("Ngày họp")
    begins_at = models.TimeField("Giờ bắt đầu", default=time(8))
    place = models.CharField("Địa điểm", max_length=200)
    reference_date = models.DateField("Ngày tính thời gian giữ chức vụ")
    questionnaire_key = models.CharField("Mẫu phiếu", max_length=40, default="school_head")
    chair_name = models.CharField("Người chủ trì", max_length=200)
    chair_post = models.CharField("Chức vụ người chủ trì", max_length=200, blank=True)
    clerk_name = models.CharField("Thư ký", max_length=200)
    clerk_post = models.CharField("Chức vụ thư ký", max_length=200, blank=True)
    roll_agreed = models.BooleanField(default=False)
    papers_printed = models.BooleanField(default=False)
    attendance = models.CharField(max_length=5, choices=ATTENDANCE, default=TICKS)
    plain_http_decision = models.CharField(max_length=300, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    names_ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("held_on", "begins_at", "pk")

    def __str__(self) -> str:
        return self.title

    @property
    def began(self) -> datetime:
        """The announced beginning, as papers name it (local time, without zone)."""
        return datetime.combine(self.held_on, self.begins_at)


class Cancellation(models.Model):
    """A conference that is not held (decision 0012): decided before its poll opened. The conference and all its rows stay.

    While an act ``cancel`` is wanted (`Intent`), the urn may still hold its poll as prepared; nothing opens it any more.
    """

    conference = models.OneToOneField(Conference, on_delete=models.PROTECT, related_name="cancellation")
    reason = models.CharField("Lý do huỷ", max_length=300)
    decided_by = models.CharField("Người quyết định", max_length=200)
    cancelled_on = models.DateField("Ngày huỷ")

    def __str__(self) -> str:
        return self.reason


class ConferenceSubject(models.Model):
    """A person asked about: opaque key (s1, s2), the post, printed name and the form's full subject line."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="subjects")
    key = models.CharField(max_length=32)
    post = models.ForeignKey("registry.Post", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    line = models.CharField(max_length=500)

    class Meta:
        ordering = ("key",)
        constraints = (
            models.UniqueConstraint(fields=("conference", "key"), name="one_subject_a_key"),
            models.UniqueConstraint(fields=("conference", "post"), name="one_subject_a_post"),
        )

    def __str__(self) -> str:
        return self.name
