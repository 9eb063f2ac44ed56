"""A plan and its rounds. A plan is one year's order to collect feedback; each round has conferences (DESIGN §3)."""

import uuid

from django.db import models
from django.db.models import Q


def new_key() -> str:
    """Return a fresh opaque key: 32 hexadecimal digits."""
    return uuid.uuid4().hex


class PlanState(models.TextChoices):
    """A plan is written, then issued; an issued plan's text no longer changes."""

    DRAFT = "draft", "Đang soạn"
    ISSUED = "issued", "Đã ban hành"


class RoundKind(models.TextChoices):
    """Whose heads a round asks about; the value is the form's key (``forms/questionnaires.yaml``)."""

    SCHOOLS = "school_head", "Các trường học"
    WARDS = "ward_head", "Các phường"


class Plan(models.Model):
    """One year's plan of a lead body, e.g. ``167-KH/QU`` (seed 001). ``version`` grows with every change.

    ``rules`` is the chosen sheet as `core.plan_rules.as_data` writes it, without name; empty: the defaults. An issued
    plan may be written in only while ``amendment_reason`` tells why a new edition is being made.
    """

    key = models.CharField("mã", max_length=32, unique=True, default=new_key, editable=False)
    body = models.ForeignKey(
        "registry.Unit", models.PROTECT, related_name="+", verbose_name="cơ quan ban hành"
    )
    number = models.CharField("số, ký hiệu", max_length=80, blank=True)
    year = models.PositiveSmallIntegerField("năm")
    title = models.CharField("trích yếu", max_length=500)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    superior_body = models.CharField("cơ quan cấp trên", max_length=200, blank=True)
    issuing_body = models.CharField("tên cơ quan ban hành in trên văn bản", max_length=200)
    lead_body = models.CharField("cơ quan chủ trì", max_length=200)
    locality = models.CharField("địa danh", max_length=80, blank=True)
    signing_authority = models.CharField("thẩm quyền ký", max_length=120, blank=True)
    signer_post = models.CharField("chức vụ người ký", max_length=120, blank=True)
    signer_name = models.CharField("họ tên người ký", max_length=200, blank=True)
    rules = models.JSONField(default=dict)
    amendment_reason = models.CharField("lý do sửa đổi", max_length=300, blank=True)
    state = models.CharField("tình trạng", max_length=10, choices=PlanState, default=PlanState.DRAFT)
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="copies")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-year", "number"]
        verbose_name = "kế hoạch"
        verbose_name_plural = "kế hoạch"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "number"], condition=~Q(number=""), name="plan_number_once_a_year"
            )
        ]

    def __str__(self) -> str:
        return self.number or f"Kế hoạch năm {self.year} (chưa có số)"

    @property
    def may_be_written(self) -> bool:
        """Tell whether the text may be changed: a draft, or an issued plan whose new edition is being made."""
        return self.state == PlanState.DRAFT or bool(self.amendment_reason)


class Round(models.Model):
    """One round of a plan: schools in May, wards in October. Months in post are counted on ``reference_date``.

    ``opens_on`` is the day on which the round's boxes are opened together; empty while undecided.
    """

    key = models.CharField("mã", max_length=32, unique=True, default=new_key, editable=False)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="rounds", verbose_name="kế hoạch")
    kind = models.CharField("loại đợt", max_length=40, choices=RoundKind)
    name = models.CharField("tên đợt", max_length=200)
    begins_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến ngày")
    reference_date = models.DateField("ngày tính thời gian giữ chức vụ")
    opens_on = models.DateField("ngày mở hòm phiếu", null=True, blank=True)
    opening_place = models.CharField("nơi mở hòm phiếu", max_length=200, blank=True)

    class Meta:
        ordering = ["begins_on", "pk"]
        verbose_name = "đợt"
        verbose_name_plural = "đợt"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("begins_on")), name="round_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Section(models.TextChoices):
    """The parts of a plan's text that are lists of lines, in the order in which it is read (seed 001)."""

    PURPOSE = "purpose", "Mục đích"
    REQUIREMENT = "requirement", "Yêu cầu"
    CONTENT = "content", "Nội dung lấy ý kiến"
    SUBJECT = "subject", "Người được góp ý"
    VOTER = "voter", "Người tham gia góp ý"
    METHOD = "method", "Cách thức triển khai"
    CLOSING = "closing", "Lời kết"


class Part(models.Model):
    """A piece of a plan in its order; ``place`` counts from 1 within its list."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="%(class)s_parts")
    place = models.PositiveSmallIntegerField(default=1)

    class Meta:
        abstract = True
        ordering = ["place", "pk"]


class Line(Part):
    """A line of the text. ``kind`` says which round's heads or voters a line is about; empty: all."""

    section = models.CharField("mục", max_length=20, choices=Section)
    kind = models.CharField("loại đợt", max_length=40, choices=RoundKind, blank=True)
    text = models.TextField("nội dung")

    class Meta(Part.Meta):
        verbose_name = "dòng của kế hoạch"
        verbose_name_plural = "dòng của kế hoạch"

    def __str__(self) -> str:
        return self.text


class LegalBasis(Part):
    """A paper that the plan rests on (R-001-01)."""

    number = models.CharField("số, ký hiệu", max_length=80, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=200, blank=True)
    title = models.CharField("trích yếu", max_length=600)

    class Meta(Part.Meta):
        verbose_name = "căn cứ"
        verbose_name_plural = "căn cứ"

    def __str__(self) -> str:
        return self.number or self.title


class Recipient(Part):
    """A line of "Nơi nhận" with its purpose, e.g. ``để báo cáo`` (R-001-21)."""

    name = models.CharField("nơi nhận", max_length=300)
    purpose = models.CharField("mục đích gửi", max_length=80, blank=True)

    class Meta(Part.Meta):
        verbose_name = "nơi nhận"
        verbose_name_plural = "nơi nhận"

    def __str__(self) -> str:
        return self.name


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


class Edition(models.Model):
    """A plan as it was issued: frozen text and rules, numbered from 1; ``reason`` says why a later one was made.

    ``text`` is what `selectors.text_of` gave, ``paper_key`` the filed paper (`papers.Paper.key`).
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField("bản")
    issued_on = models.DateField("ngày ban hành")
    reason = models.CharField("lý do sửa đổi", max_length=300, blank=True)
    rules = models.JSONField()
    text = models.JSONField()
    paper_key = models.CharField("mã văn bản", max_length=32, blank=True)

    class Meta:
        ordering = ["number"]
        verbose_name = "bản kế hoạch"
        verbose_name_plural = "các bản kế hoạch"
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="edition_once")]

    def __str__(self) -> str:
        return f"{self.plan}, bản {self.number}"


class SeenDifference(models.Model):
    """A difference from last year's plan that an officer looked at; ``code`` is that of `core.plan_differences`."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="seen_differences")
    code = models.CharField(max_length=64)

    class Meta:
        verbose_name = "khác biệt đã xem"
        verbose_name_plural = "khác biệt đã xem"
        constraints = [models.UniqueConstraint(fields=["plan", "code"], name="difference_seen_once")]

    def __str__(self) -> str:
        return self.code
