"""The day on which a round's boxes are opened together: who is there, which boxes came, which steps are done (DESIGN §4.6).

Steps and boxes carry their officer and hour; nothing here is about a single ballot.
"""

import uuid
from datetime import time

from django.db import models


def new_key() -> str:
    """Return a fresh key of an opening day: 32 hexadecimal characters."""
    return uuid.uuid4().hex


class OpeningDay(models.Model):
    """One sitting for many boxes. ``round`` is empty for conferences outside any plan; ``unit`` is the body that holds it.

    ``name`` is the round as papers name it in mid sentence, e.g. ``đợt các trường học tháng 5/2023``.
    """

    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    unit = models.ForeignKey("registry.Unit", on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(
        "plans.Round", on_delete=models.PROTECT, related_name="opening_days", null=True, blank=True
    )
    conferences = models.ManyToManyField("conferences.Conference", related_name="opening_days")
    name = models.CharField("Tên đợt", max_length=200)
    opens_on = models.DateField("Ngày mở hòm phiếu")
    opens_at = models.TimeField("Giờ mở hòm phiếu", default=time(14))
    place = models.CharField("Địa điểm", max_length=200)
    chair_name = models.CharField("Người chủ trì", max_length=200)
    chair_post = models.CharField("Chức vụ người chủ trì", max_length=200, blank=True)
    clerk_name = models.CharField("Thư ký", max_length=200)
    clerk_post = models.CharField("Chức vụ thư ký", max_length=200, blank=True)

    class Meta:
        ordering = ("-opens_on", "pk")

    def __str__(self) -> str:
        return self.name


class DayRole(models.TextChoices):
    """In which role somebody is present."""

    HEAD = "head", "Tổ trưởng"
    CLERK = "clerk", "Thư ký tổ"
    MEMBER = "member", "Thành viên"
    WITNESS = "witness", "Đại biểu chứng kiến"
    PRESENT = "present", "Thành phần dự"


class DayPerson(models.Model):
    """Somebody who is present beside chair and clerk."""

    day = models.ForeignKey(OpeningDay, on_delete=models.CASCADE, related_name="people")
    role = models.CharField(max_length=10, choices=DayRole)
    full_name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.full_name


class ReceivedBox(models.Model):
    """A box that arrived, with the seal code as its hall minutes print it (all of it or its last four digits).

    ``differs``: that code isn't the box's; it stays shut. ``left_out`` says why a box that arrived is not opened.
    ``envelopes`` are the closed paper envelopes that came with it.
    """

    day = models.ForeignKey(OpeningDay, on_delete=models.CASCADE, related_name="boxes")
    conference = models.ForeignKey(
        "conferences.Conference", on_delete=models.CASCADE, related_name="received_boxes"
    )
    giver_name = models.CharField("Người giao", max_length=200)
    giver_post = models.CharField("Nhiệm vụ người giao", max_length=200, blank=True)
    envelopes = models.PositiveSmallIntegerField("Số phong bì giấy", default=1)
    typed_code = models.CharField("Mã niêm phong in trong biên bản", max_length=19)
    differs = models.BooleanField(default=False)
    left_out = models.CharField("Lý do không mở", max_length=300, blank=True)
    received_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("day", "conference"), name="one_box_a_day"),)

    def __str__(self) -> str:
        return self.typed_code

    @property
    def is_shut(self) -> bool:
        """Tell whether the box stays shut."""
        return self.differs or bool(self.left_out)


class ResultIntake(models.Model):
    """One confirmed mã kết quả chung: who read it on the two programs, over how many results (decision 0008)."""

    day = models.ForeignKey(OpeningDay, on_delete=models.CASCADE, related_name="intakes")
    code = models.CharField(max_length=19)
    results = models.PositiveSmallIntegerField()
    first_confirmer = models.CharField(max_length=200)
    second_confirmer = models.CharField(max_length=200)
    same_machine = models.BooleanField(default=False)
    officer_name = models.CharField(max_length=200)
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("day", "code", "first_confirmer", "second_confirmer"), name="one_intake_a_code"
            ),
        )

    def __str__(self) -> str:
        return self.code


class DayStep(models.Model):
    """A step that is done: who did it, when, and what its minutes say beside what the register knows anyway."""

    day = models.ForeignKey(OpeningDay, on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(max_length=20)
    officer_name = models.CharField(max_length=200)
    done_at = models.DateTimeField()
    said = models.JSONField(default=dict)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("day", "step"), name="one_row_a_day_step"),)

    def __str__(self) -> str:
        return self.step
