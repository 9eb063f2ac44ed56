"""People, their posts, and the lists on which they stand."""

import uuid

from django.db import models
from django.db.models import Q

from guong.office.registry.models.units import Unit


class EmploymentKind(models.TextChoices):
    """Kind of employment; the values are those of `guong.core.eligibility.Employment`."""

    PERMANENT = "permanent", "Biên chế"
    CONTRACT = "contract", "Hợp đồng"


class StaffCategory(models.TextChoices):
    """What a person on a staff list is; schools report the first three apart (seed 004)."""

    MANAGER = "manager", "Cán bộ quản lý"
    TEACHER = "teacher", "Giáo viên"
    EMPLOYEE = "employee", "Nhân viên"
    OFFICIAL = "official", "Cán bộ, công chức"
    OTHER = "other", "Viên chức, người lao động khác"


class WardClass(models.TextChoices):
    """The classes of a ward other than its office, which is its staff list; values as `core.eligibility.VoterClass`."""

    COMMITTEE = "committee", "Uỷ viên Ban Chấp hành Đảng bộ phường"
    CELL_SECRETARY = "cell_secretary", "Bí thư chi bộ trực thuộc"
    NEIGHBOURHOOD_HEAD = "neighbourhood_head", "Tổ trưởng tổ dân phố"
    FRONT_HEAD = "front_head", "Trưởng ban công tác mặt trận tổ dân phố"


def new_key() -> str:
    """Return a fresh opaque key: 32 hexadecimal digits."""
    return uuid.uuid4().hex


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
    """A person on the staff list of a unit: a school's staff, a ward's office."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="staff_entries", verbose_name="cán bộ")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="staff", verbose_name="đơn vị")
    position = models.CharField("chức vụ, công việc", max_length=200)
    category = models.CharField(
        "loại cán bộ", max_length=20, choices=StaffCategory, default=StaffCategory.OTHER
    )
    employment = models.CharField("hình thức lao động", max_length=20, choices=EmploymentKind)
    is_party_member = models.BooleanField("đảng viên", default=False)
    active = models.BooleanField("đang làm việc", default=True)
    left_on = models.DateField("thôi có tên từ", null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = "dòng danh sách cán bộ"
        verbose_name_plural = "danh sách cán bộ"
        constraints = [models.UniqueConstraint(fields=["person", "unit"], name="staff_person_once_a_unit")]

    def __str__(self) -> str:
        return f"{self.person}, {self.unit}"


class WardEntry(models.Model):
    """A person in one of a ward's classes (seed 001 II.2.b); ``area`` is the neighbourhood or cell.

    A person in two classes has two rows and is still one voter (`selectors.ward_voters`).
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="ward_entries", verbose_name="cán bộ")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="ward_entries", verbose_name="phường")
    ward_class = models.CharField("thành phần", max_length=20, choices=WardClass)
    position = models.CharField("chức vụ", max_length=200, blank=True)
    area = models.CharField("tổ dân phố, chi bộ", max_length=200, blank=True)
    active = models.BooleanField("đang giữ", default=True)
    left_on = models.DateField("thôi có tên từ", null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = "dòng thành phần phường"
        verbose_name_plural = "thành phần phường"
        constraints = [
            models.UniqueConstraint(fields=["person", "unit", "ward_class"], name="ward_class_once_a_person")
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_ward_class_display()}"
