"""Units, people, posts and staff lists. Kinds and units are dated: districts ended on 1 July 2025 (DESIGN §3)."""

import uuid

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


class EmploymentKind(models.TextChoices):
    """Kind of employment; the values are those of `guong.core.eligibility.Employment`."""

    PERMANENT = "permanent", "Biên chế"
    CONTRACT = "contract", "Hợp đồng"


def new_key() -> str:
    """Return a fresh opaque key: 32 hexadecimal digits."""
    return uuid.uuid4().hex


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
    """A unit: a school, a ward, the lead body. ``key`` is the code that lists use, e.g. ``TH-01``."""

    key = models.CharField("mã đơn vị", max_length=40, unique=True)
    name = models.CharField("tên đơn vị", max_length=200)
    kind = models.ForeignKey(UnitKind, models.PROTECT, verbose_name="loại", related_name="units")
    level = models.CharField("cấp", max_length=20, choices=Level)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name="đơn vị cấp trên", related_name="children", null=True, blank=True
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


class Person(models.Model):
    """A person on staff or in a post. Nothing is noted about anyone; ``code`` only tells namesakes apart."""

    key = models.CharField("mã", max_length=32, unique=True, default=new_key, editable=False)
    full_name = models.CharField("họ và tên", max_length=200)
    code = models.CharField("mã cán bộ", max_length=40, blank=True)

    class Meta:
        verbose_name = "cán bộ"
        verbose_name_plural = "cán bộ"

    def __str__(self) -> str:
        return self.full_name


class Post(models.Model):
    """A person in a post of a unit, from ``starts_on`` to ``ends_on`` (both included, open if empty)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts", verbose_name="người giữ chức")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name="đơn vị")
    title = models.CharField("chức vụ", max_length=200)
    is_head = models.BooleanField("là người đứng đầu", default=False)
    starts_on = models.DateField("giữ chức từ")
    ends_on = models.DateField("đến", null=True, blank=True)

    class Meta:
        ordering = ["unit", "starts_on", "id"]
        verbose_name = "chức vụ"
        verbose_name_plural = "chức vụ"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="post_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.title}"


class StaffEntry(models.Model):
    """A person on the staff list of a unit."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="staff_entries", verbose_name="cán bộ")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="staff", verbose_name="đơn vị")
    position = models.CharField("chức vụ, công việc", max_length=200)
    employment = models.CharField("hình thức lao động", max_length=20, choices=EmploymentKind)
    is_party_member = models.BooleanField("đảng viên", default=False)
    active = models.BooleanField("đang làm việc", default=True)

    class Meta:
        ordering = ["id"]
        verbose_name = "dòng danh sách cán bộ"
        verbose_name_plural = "danh sách cán bộ"
        constraints = [models.UniqueConstraint(fields=["person", "unit"], name="staff_person_once_a_unit")]

    def __str__(self) -> str:
        return f"{self.person}, {self.unit}"


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
