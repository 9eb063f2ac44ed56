"""The text of a plan in ordered pieces (seed 001, R-001-01 to R-001-21)."""

from django.db import models

from guong.office.plans.models.plan import Plan, RoundKind


class Section(models.TextChoices):
    """The parts of a plan's text that are lists of lines, in the order in which it is read (seed 001)."""

    PURPOSE = "purpose", "Mục đích"
    REQUIREMENT = "requirement", "Yêu cầu"
    CONTENT = "content", "Nội dung lấy ý kiến"
    SUBJECT = "subject", "Người được góp ý"
    VOTER = "voter", "Người tham gia góp ý"
    METHOD = "method", "Cách thức triển khai"


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
