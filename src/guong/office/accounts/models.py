"""Officers' accounts and the permissions that roles are made of."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models


def new_key() -> str:
    """Return a fresh opaque key: 32 hexadecimal digits."""
    return uuid.uuid4().hex


class User(AbstractUser):
    """An officer. No time of the last sign-in is kept.

    ``locked_on``: since when the account is locked, empty while it is open. ``ended_on``: the day on which its name was
    erased; what is left of it is a random key to which acts of others may still lead.
    """

    key = models.CharField("mã", max_length=32, unique=True, default=new_key, editable=False)
    full_name = models.CharField("họ và tên", max_length=200)
    has_first_password = models.BooleanField("còn dùng mật khẩu ban đầu", default=False)
    locked_on = models.DateField("khoá từ ngày", null=True, blank=True)
    ended_on = models.DateField("xoá tên ngày", null=True, blank=True)
    # No column, and Django leaves out the signal that would write it.
    last_login = None
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]

    class Meta:
        verbose_name = "tài khoản"
        verbose_name_plural = "tài khoản"

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        """Return the name as officers write it."""
        return self.full_name or self.username

    def get_short_name(self) -> str:
        """Return the same: Vietnamese names aren't split."""
        return self.get_full_name()


class Access(models.Model):  # noqa: DJ008  # never has an instance
    """No table: it carries the permissions of the office."""

    class Meta:
        managed = False
        default_permissions = ()
        permissions = [
            ("organise_conference", "Tổ chức hội nghị"),
            ("run_hall", "Điều hành hội trường"),
            ("enter_paper", "Nhập phiếu giấy"),
            ("count_votes", "Kiểm phiếu"),
            ("edit_remarks", "Biên tập, tổng hợp ý kiến"),
            ("read_results", "Đọc kết quả"),
            ("read_at_standing_board", "Đọc kết quả đã trình Thường trực"),
            ("read_at_committee", "Đọc kết quả đã trình Ban Thường vụ"),
            ("read_own_result", "Đọc kết quả của chính mình"),
            ("observe", "Giám sát"),
            ("manage_registry", "Quản lý sổ bộ"),
            ("manage_accounts", "Quản lý tài khoản"),
        ]


class HallPass(models.Model):
    """A desk that stays usable past the idle limit: one browser session, one conference, until ``ends_at`` (decision 0019).

    ``session_digest`` is SHA-256 (hex) of the session's mark; ``place_key``, ``title`` and ``address`` are the
    conference's, as values. Nothing says whether or when the pass was used.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="hall_passes")
    session_digest = models.CharField(max_length=64, unique=True)
    place_key = models.CharField(max_length=32, db_index=True)
    unit_key = models.CharField(max_length=64)
    title = models.CharField(max_length=300)
    address = models.CharField(max_length=200)
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        verbose_name = "chế độ hội trường"
        verbose_name_plural = "chế độ hội trường"

    def __str__(self) -> str:
        return self.title


class OneTimeLink(models.Model):
    """A link of the demo that signs in once; ``digest`` is SHA-256 (hex) of its secret."""

    digest = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(User, models.CASCADE, related_name="one_time_links")

    class Meta:
        verbose_name = "đường dẫn dùng một lần"
        verbose_name_plural = "đường dẫn dùng một lần"

    def __str__(self) -> str:
        return f"{self.user}"
