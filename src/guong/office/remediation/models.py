"""A head's plan: what falls short, what is done about it by when, what came of it. Never a figure of any ballot."""

import uuid

from django.db import models

from guong.core.evidence import EvidenceKind
from guong.core.remediation.life import Act, PlanState, Standing


def new_file_name() -> str:
    """Return a name that can't be guessed: 32 hexadecimal digits."""
    return uuid.uuid4().hex


class RemediationPlan(models.Model):
    """The plan that follows from one person's result; rules in `guong.core.remediation`.

    ``since`` is the day on which it came into its state. ``filed_by`` are the keys of officers who acted in the head's
    name (the plan came on paper). ``version`` grows with every change.
    """

    subject = models.OneToOneField("conferences.ConferenceSubject", models.PROTECT, related_name="+")
    state = models.CharField(
        "trạng thái", max_length=12, choices=[(one.value, one.label) for one in PlanState]
    )
    since = models.DateField("từ ngày")
    filed_by = models.JSONField("cán bộ nhập thay", default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "kế hoạch khắc phục"
        verbose_name_plural = "kế hoạch khắc phục"

    def __str__(self) -> str:
        return f"{self.subject}"

    @property
    def standing(self) -> Standing:
        """Where the plan stands, as the rules ask."""
        return Standing(PlanState(self.state), frozenset(self.filed_by))


class PlanItem(models.Model):
    """One point of a plan. The criterion's number and words are those of the form that was asked, kept as printed."""

    plan = models.ForeignKey(RemediationPlan, models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField("mục")
    criterion = models.CharField("nội dung", max_length=60, blank=True)
    criterion_printed = models.CharField("nội dung, như trên phiếu", max_length=500, blank=True)
    shortcoming = models.TextField("hạn chế", blank=True)
    cause = models.TextField("nguyên nhân", blank=True)
    measure = models.TextField("biện pháp", blank=True)
    expected = models.TextField("kết quả cần đạt", blank=True)
    owner = models.CharField("người thực hiện", max_length=300, blank=True)
    due_on = models.DateField("thời hạn", null=True, blank=True)
    share = models.PositiveSmallIntegerField("hoàn thành, %", default=0)

    class Meta:
        ordering = ["number", "pk"]
        verbose_name = "mục của kế hoạch"
        verbose_name_plural = "mục của kế hoạch"

    def __str__(self) -> str:
        return f"{self.number}. {self.shortcoming[:60]}"


class PlanMilestone(models.Model):
    """A step of a point, done on a day or not yet."""

    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="milestones")
    what = models.CharField("mốc", max_length=300)
    due_on = models.DateField("đến ngày")
    done_on = models.DateField("xong ngày", null=True, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = "mốc"
        verbose_name_plural = "mốc"

    def __str__(self) -> str:
        return self.what


class ProgressReport(models.Model):
    """What was done about a point by a day, in percent and words."""

    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="reports")
    reported_on = models.DateField("ngày báo cáo")
    share = models.PositiveSmallIntegerField("hoàn thành, %")
    text = models.TextField("nội dung")
    by_name = models.CharField("người báo cáo", max_length=200)

    class Meta:
        ordering = ["-reported_on", "-pk"]
        verbose_name = "báo cáo tiến độ"
        verbose_name_plural = "báo cáo tiến độ"

    def __str__(self) -> str:
        return f"{self.item}: {self.share} %"


class EvidenceFile(models.Model):
    """A file in ``evidence/<name>`` of the data folder; ``title`` is what people see.

    ``item`` empty: the signed plan itself, which an officer filed for a head who never logs in.
    """

    plan = models.ForeignKey(RemediationPlan, models.CASCADE, related_name="files")
    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="files", null=True, blank=True)
    name = models.CharField("tên tệp", max_length=32, unique=True, default=new_file_name, editable=False)
    title = models.CharField("tên hiển thị", max_length=200)
    kind = models.CharField("loại", max_length=4, choices=[(one.value, one.name) for one in EvidenceKind])
    size = models.PositiveIntegerField("cỡ")
    sha256 = models.CharField("SHA-256", max_length=64)
    added_on = models.DateField("ngày gửi")
    by_name = models.CharField("người gửi", max_length=200)

    class Meta:
        ordering = ["pk"]
        verbose_name = "tệp minh chứng"
        verbose_name_plural = "tệp minh chứng"

    def __str__(self) -> str:
        return self.title


class Passage(models.Model):
    """One act in the life of a plan, with its words; rows are added, never changed."""

    plan = models.ForeignKey(RemediationPlan, models.CASCADE, related_name="passages")
    act = models.CharField("việc", max_length=12, choices=[(one.value, one.name) for one in Act])
    on = models.DateField("ngày")
    by_name = models.CharField("người làm", max_length=200)
    text = models.TextField("lời ghi", blank=True)
    for_head = models.BooleanField("nhập thay", default=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = "diễn biến"
        verbose_name_plural = "diễn biến"

    def __str__(self) -> str:
        return self.act
