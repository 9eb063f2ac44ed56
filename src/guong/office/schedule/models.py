"""Who is sent to a conference, how often it was moved, and its photographs. Nobody here votes."""

import secrets
import uuid

from django.db import models


def new_key() -> str:
    """Return a fresh opaque key: 32 hexadecimal digits."""
    return uuid.uuid4().hex


def new_file_name() -> str:
    """Return a name that nobody can guess: 256 random bits as 64 hexadecimal digits."""
    return secrets.token_hex(32)


class DelegateRole(models.TextChoices):
    """What somebody does at a conference without voting (seed 000: Dự, chỉ đạo; seed 001 III.2: cử cán bộ)."""

    LEADER = "leader", "Dự, chỉ đạo"
    IN_CHARGE = "in_charge", "Phụ trách"
    SIGNING_DESK = "signing_desk", "Bàn ký nhận"
    TECHNICAL = "technical", "Hỗ trợ kỹ thuật"
    OBSERVER = "observer", "Đại biểu giám sát"


class Delegate(models.Model):
    """Somebody sent to a conference. ``proposed``: the program named an observer whom nobody has accepted yet."""

    conference = models.ForeignKey("conferences.Conference", models.CASCADE, related_name="delegates")
    role = models.CharField("nhiệm vụ", max_length=20, choices=DelegateRole)
    full_name = models.CharField("họ và tên", max_length=200)
    post = models.CharField("chức vụ", max_length=200, blank=True)
    organisation = models.CharField("cơ quan, đơn vị cử", max_length=200)
    proposed = models.BooleanField("mới đề xuất", default=False)

    class Meta:
        ordering = ["conference", "pk"]
        verbose_name = "người được cử dự hội nghị"
        verbose_name_plural = "người được cử dự hội nghị"
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "full_name", "organisation"], name="delegate_once_a_conference"
            )
        ]

    def __str__(self) -> str:
        return self.full_name


class Move(models.Model):
    """A conference was moved: what was announced before, what holds now, and why; both are printed sentences."""

    conference = models.ForeignKey("conferences.Conference", models.CASCADE, related_name="moves")
    before = models.CharField("lịch cũ", max_length=300)
    after = models.CharField("lịch mới", max_length=300)
    reason = models.CharField("lý do", max_length=300)

    class Meta:
        ordering = ["pk"]
        verbose_name = "lần đổi lịch"
        verbose_name_plural = "lần đổi lịch"

    def __str__(self) -> str:
        return self.after


class PaperTerms(models.Model):
    """What the papers of a round say beyond plan and register: who signs for the lead body, where lists go and until when.

    ``contact`` names a desk or a post, never a person's telephone number.
    """

    round = models.OneToOneField("plans.Round", models.CASCADE, related_name="paper_terms")
    signer_authority = models.CharField("ký thay mặt", max_length=120, blank=True)
    signer_role = models.CharField("chức vụ người ký", max_length=120)
    signer_name = models.CharField("họ tên người ký", max_length=200, blank=True)
    lists_by = models.DateTimeField("gửi danh sách trước")
    send_to = models.CharField("nơi nhận danh sách", max_length=200)
    contact = models.CharField("đầu mối liên hệ", max_length=200)
    waiting_room = models.CharField("nơi người được góp ý chờ", max_length=120)

    class Meta:
        verbose_name = "mục chung của giấy tờ"
        verbose_name_plural = "mục chung của giấy tờ"

    def __str__(self) -> str:
        return self.signer_role


class Photograph(models.Model):
    """A photograph of a conference, in ``photographs/<name>.jpg`` of the data folder, without any metadata."""

    conference = models.ForeignKey("conferences.Conference", models.CASCADE, related_name="photographs")
    key = models.CharField("mã", max_length=32, unique=True, default=new_key, editable=False)
    name = models.CharField("tên tệp", max_length=64, unique=True, default=new_file_name, editable=False)
    caption = models.CharField("chú thích", max_length=300)
    width = models.PositiveIntegerField("rộng")
    height = models.PositiveIntegerField("cao")
    size = models.PositiveIntegerField("cỡ tệp")
    sha256 = models.CharField("SHA-256", max_length=64)

    class Meta:
        ordering = ["pk"]
        verbose_name = "ảnh"
        verbose_name_plural = "ảnh"

    def __str__(self) -> str:
        return self.caption
