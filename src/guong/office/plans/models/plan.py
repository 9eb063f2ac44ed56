"""A plan, its rounds, its editions. A plan is one year's order to collect feedback; each round has conferences (DESIGN §3)."""

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
    deciding_body = models.CharField("cơ quan quyết định ban hành", max_length=200, blank=True)
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
    def is_draft(self) -> bool:
        """Tell whether no edition of the plan has been issued yet."""
        return self.state == PlanState.DRAFT

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

    @property
    def with_year(self) -> str:
        """The name with the plan's year, as lists of several years write it."""
        return f"{self.name}, năm {self.plan.year}"


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
