"""What the register knows about a conference. The state of its poll is asked from the urn, never kept here.

No model here holds a time, an order or a channel of a single person's act (DESIGN §4.8).
"""

import uuid
from datetime import datetime, time

from django.db import models

from guong.core.eligibility import OffRoll


def new_key() -> str:
    """Return a fresh conference key: 32 hexadecimal characters."""
    return uuid.uuid4().hex


class Conference(models.Model):
    """One conference of one unit: who is asked about, when, where, under whose direction.

    ``version`` grows with every change of the conference's details, roll or board, so that two officers
    never overwrite each other's work unnoticed. ``round`` is empty for a conference outside any plan.
    """

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
    plain_http_decision = models.CharField(max_length=300, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("held_on", "begins_at", "pk")

    def __str__(self) -> str:
        return self.title

    @property
    def began(self) -> datetime:
        """The announced beginning, as papers name it (local time, without zone)."""
        return datetime.combine(self.held_on, self.begins_at)


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


class RollEntry(models.Model):
    """A person summoned. ``present`` is all that is known about attendance: no time, no channel."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="roll")
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    printed_name = models.CharField(max_length=200)
    position = models.TextField(blank=True)
    present = models.BooleanField(default=False)

    class Meta:
        ordering = ("place", "pk")
        constraints = (models.UniqueConstraint(fields=("conference", "person"), name="once_on_a_roll"),)

    def __str__(self) -> str:
        return self.printed_name


class OffRollEntry(models.Model):
    """A person of the unit's staff who is not summoned, with the reason in the plan's rules."""

    REASONS = (
        (OffRoll.IS_SUBJECT.value, "người được góp ý"),
        (OffRoll.CONTRACT_STAFF.value, "lao động hợp đồng"),
    )

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="off_roll")
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="+")
    printed_name = models.CharField(max_length=200)
    position = models.TextField(blank=True)
    reason = models.CharField(max_length=20, choices=REASONS)

    class Meta:
        ordering = ("reason", "printed_name")
        constraints = (models.UniqueConstraint(fields=("conference", "person"), name="once_off_a_roll"),)

    def __str__(self) -> str:
        return self.printed_name


class RollChange(models.Model):
    """A change of the roll after it was built, with the chair who decided it; printed in the minutes."""

    ACTS = (("added", "Bổ sung"), ("removed", "Rút khỏi danh sách"))

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="roll_changes")
    printed_name = models.CharField(max_length=200)
    act = models.CharField(max_length=10, choices=ACTS)
    reason = models.CharField(max_length=300)
    chair_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.printed_name}"


class BoardMember(models.Model):
    """A person named in the decision on the counting board, or the witness. They need no account."""

    HEAD, CLERK, MEMBER, WITNESS = "head", "clerk", "member", "witness"
    ROLES = (
        (HEAD, "Tổ trưởng"),
        (CLERK, "Thư ký tổ"),
        (MEMBER, "Thành viên"),
        (WITNESS, "Đại biểu chứng kiến"),
    )

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="board")
    role = models.CharField("Nhiệm vụ", max_length=10, choices=ROLES)
    full_name = models.CharField("Họ và tên", max_length=200)
    organisation = models.CharField("Đơn vị công tác", max_length=200, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.full_name


class Incident(models.Model):
    """Something that happened in the hall and goes into the minutes; never about how anybody voted."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="incidents")
    text = models.CharField("Sự việc", max_length=500)
    settled = models.CharField("Cách xử lý", max_length=500, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text


class DeskTotal(models.Model):
    """Paper sets handed out at the first desk: a total only, corrected by one up or down."""

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, related_name="desk_total")
    paper_sets = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.paper_sets)


class HallCount(models.Model):
    """The hand count as one of two people typed it; ``typist`` is 1 or 2 and both rows must agree.

    Fields mirror `guong.core.reconciliation.HandCount` (DESIGN §4.7).
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="hall_counts")
    typist = models.PositiveSmallIntegerField(choices=((1, "Người thứ nhất"), (2, "Người thứ hai")))
    typist_name = models.CharField(max_length=200)
    signatures = models.PositiveIntegerField()
    printed = models.PositiveIntegerField()
    drawn = models.PositiveIntegerField()
    left_over = models.PositiveIntegerField()
    paper_sets = models.PositiveIntegerField()
    exchanged = models.PositiveIntegerField()
    spoiled = models.PositiveIntegerField()
    replaced = models.PositiveIntegerField()
    not_returned = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("conference", "typist"), name="one_count_a_typist"),)

    def __str__(self) -> str:
        return f"{self.conference}: {self.typist_name}"


class Poll(models.Model):
    """The poll of a conference: its key and the files exchanged with the board's program (formats §9, §3).

    ``keys``, ``definition`` and ``questionnaire`` (the form's bytes as published) stay empty until the board's key file
    is accepted. ``pages`` holds the digests of the voter's page (file name to SHA-256 in hex) as it was served at the
    first opening, and once more for each later opening or closing at which it had changed.
    """

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, related_name="poll")
    poll_key = models.CharField(max_length=10, unique=True)
    request = models.BinaryField()
    request_digest = models.CharField(max_length=64)
    keys = models.BinaryField(default=bytes)
    definition = models.BinaryField(default=bytes)
    questionnaire = models.BinaryField(default=bytes)
    pages = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.poll_key


class Intent(models.Model):
    """An act on the urn: written as wanted before the call, as done after it (DESIGN §2).

    ``arguments`` holds totals only, never anything about a single slip. ``refused`` keeps the urn's reason.
    """

    WANTED, DONE, REFUSED = "wanted", "done", "refused"
    STATES = ((WANTED, "đang thực hiện"), (DONE, "đã thực hiện"), (REFUSED, "không thực hiện được"))

    poll_key = models.CharField(max_length=10, db_index=True)
    act = models.CharField(max_length=20)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=STATES, default=WANTED)
    reason = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.poll_key}: {self.act} ({self.state})"
