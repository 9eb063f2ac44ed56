"""Filed papers, their numbers and the files that hold them."""

import secrets
import uuid

from django.db import models

from guong.office.papers.template_models import WordTemplate

__all__ = ["FileFormat", "LongTask", "NumberSeries", "Paper", "PaperFile", "TaskState", "WordTemplate"]


def new_key() -> str:
    """Return a fresh opaque key: 32 hexadecimal digits."""
    return uuid.uuid4().hex


def new_file_name() -> str:
    """Return a name that nobody can guess: 256 random bits as 64 hexadecimal digits."""
    return secrets.token_hex(32)


class FileFormat(models.TextChoices):
    """Formats in which a paper is kept; the value is the ending of the file."""

    DOCX = "docx", "Word"
    PDF = "pdf", "PDF"
    XLSX = "xlsx", "Excel"


class TaskState(models.TextChoices):
    """Where a long task stands."""

    RUNNING = "running", "Đang làm"
    DONE = "done", "Đã xong"
    REFUSED = "refused", "Chưa làm được"
    FAILED = "failed", "Gặp lỗi"


class NumberSeries(models.Model):
    """The last number given by an issuing body in a year; its row is locked while a number is given."""

    issuer = models.CharField("cơ quan ban hành", max_length=200)
    year = models.PositiveSmallIntegerField("năm")
    last = models.PositiveIntegerField("số cuối", default=0)

    class Meta:
        verbose_name = "sổ cấp số"
        verbose_name_plural = "sổ cấp số"
        constraints = [models.UniqueConstraint(fields=["issuer", "year"], name="series_once_a_year")]

    def __str__(self) -> str:
        return f"{self.issuer} {self.year}"


class Paper(models.Model):
    """A filed paper. Unit and conference are keys as text: this room doesn't know the rooms above it.

    ``permission`` is the codename that a reader needs beside the unit; empty: every reader of papers may have it.
    ``number`` is 0 where the body's own register gave the printed number: such papers stand outside the series.
    ``subject_key`` is set where a conference has papers of one kind about several people: names don't tell them apart.
    """

    # Not kept in the table: tells whoever files a paper that it was there already.
    was_there = False

    key = models.CharField("mã", max_length=32, unique=True, default=new_key, editable=False)
    issuer = models.CharField("cơ quan ban hành", max_length=200)
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveIntegerField("số")
    printed_number = models.CharField("số, ký hiệu", max_length=60)
    kind = models.CharField("loại", max_length=40)
    title = models.CharField("trích yếu", max_length=400)
    unit_key = models.CharField("mã đơn vị", max_length=40)
    conference_key = models.CharField("mã hội nghị", max_length=64, blank=True)
    subject_key = models.CharField("mã người được góp ý", max_length=32, blank=True)
    issued_on = models.DateField("ngày ban hành")
    content_code = models.CharField("mã nội dung", max_length=40)
    permission = models.CharField("quyền đọc", max_length=40, blank=True)
    filed_by = models.CharField("người lưu", max_length=200)

    class Meta:
        ordering = ["-year", "-number", "issuer"]
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "year", "number"],
                condition=models.Q(number__gt=0),
                name="paper_number_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.printed_number} {self.title}"


class PaperFile(models.Model):
    """One rendering of a paper, in ``papers/<name>.<format>`` of the data folder."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="files")
    format = models.CharField("định dạng", max_length=8, choices=FileFormat)
    name = models.CharField("tên tệp", max_length=64, unique=True, default=new_file_name, editable=False)
    size = models.PositiveBigIntegerField("cỡ")
    sha256 = models.CharField("SHA-256", max_length=64)

    class Meta:
        ordering = ["format"]
        verbose_name = "tệp văn bản"
        verbose_name_plural = "tệp văn bản"
        constraints = [models.UniqueConstraint(fields=["paper", "format"], name="paper_format_once")]

    def __str__(self) -> str:
        return f"{self.name}.{self.format}"


class LongTask(models.Model):
    """A task that runs beside the pages: who began it, what came of it, the file it made.

    ``to`` and ``back`` are addresses of this server: the page that follows, and the one where the task began.
    """

    key = models.CharField("mã", max_length=32, unique=True, default=new_key, editable=False)
    owner = models.ForeignKey("accounts.User", models.CASCADE, related_name="+", verbose_name="cán bộ")
    subject = models.CharField("việc", max_length=120)
    title = models.CharField("tên việc", max_length=400)
    back = models.CharField("trang bắt đầu", max_length=300)
    to = models.CharField("trang tiếp theo", max_length=300, blank=True)
    unit_key = models.CharField("mã đơn vị", max_length=40)
    permission = models.CharField("quyền", max_length=40)
    begun_on = models.DateField("ngày bắt đầu")
    state = models.CharField("trạng thái", max_length=8, choices=TaskState, default=TaskState.RUNNING)
    sentence = models.TextField("kết quả", blank=True)
    file_name = models.CharField("tên tệp", max_length=120, blank=True)
    file = models.BinaryField("tệp", default=bytes)

    class Meta:
        verbose_name = "việc dài"
        verbose_name_plural = "việc dài"

    def __str__(self) -> str:
        return self.title
