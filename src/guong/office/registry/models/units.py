"""The dated tree of units: kinds as data, ends, and what took over."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Level(models.TextChoices):
    """Level of a unit; schools by school level."""

    PRESCHOOL = "preschool", "Mầm non"
    PRIMARY = "primary", "Tiểu học"
    LOWER_SECONDARY = "lower_secondary", "THCS"
    WARD = "ward", "Phường, xã"
    DISTRICT = "district", "Quận, huyện"


SCHOOL_LEVELS = (Level.PRESCHOOL, Level.PRIMARY, Level.LOWER_SECONDARY)


class SuccessionKind(models.TextChoices):
    """How a unit passed into another one."""

    MERGED = "merged", "Sáp nhập"
    SPLIT = "split", "Chia tách"
    RENAMED = "renamed", "Đổi tên, chuyển đổi"


class UnitKind(models.Model):
    """A kind of organisation, valid over a time."""

    key = models.SlugField("mã", max_length=40, unique=True)
    name = models.CharField("tên", max_length=200)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến ngày", null=True, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = "loại đơn vị"
        verbose_name_plural = "loại đơn vị"

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A unit: a school, a ward, the lead body. ``key`` is the code that lists use, e.g. ``TH-01``.

    ``valid_to`` is its last day. ``parent`` is the Party superior; ``ward`` is set only where a school lies in a ward
    that isn't above it (seed 004: of 36 school cells one belongs to the district itself).
    """

    key = models.CharField("mã đơn vị", max_length=40, unique=True)
    name = models.CharField("tên đơn vị", max_length=200)
    kind = models.ForeignKey(UnitKind, models.PROTECT, verbose_name="loại", related_name="units")
    level = models.CharField("cấp", max_length=20, choices=Level)
    public = models.BooleanField("công lập", default=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name="đơn vị cấp trên", related_name="children", null=True, blank=True
    )
    ward = models.ForeignKey(
        "self", models.PROTECT, verbose_name="địa bàn", related_name="located", null=True, blank=True
    )
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến ngày", null=True, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = "đơn vị"
        verbose_name_plural = "đơn vị"
        constraints = [models.CheckConstraint(condition=Q(level__in=Level.values), name="unit_level_known")]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """``successor`` took over from ``predecessor`` on a day; a split has several rows, so has a merger."""

    predecessor = models.ForeignKey(Unit, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="precessions")
    kind = models.CharField("hình thức", max_length=10, choices=SuccessionKind)
    on = models.DateField("từ ngày")
    basis = models.CharField("căn cứ", max_length=200, blank=True)

    class Meta:
        ordering = ["on", "id"]
        verbose_name = "kế tục"
        verbose_name_plural = "kế tục"
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.CheckConstraint(
                condition=~Q(predecessor=models.F("successor")), name="succession_to_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class UnitAssignment(models.Model):
    """An officer sees this unit and all beneath it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="unit_assignments")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="assignments")

    class Meta:
        verbose_name = "phạm vi đơn vị"
        verbose_name_plural = "phạm vi đơn vị"
        constraints = [models.UniqueConstraint(fields=["user", "unit"], name="unit_assigned_once")]

    def __str__(self) -> str:
        return f"{self.user}: {self.unit}"
