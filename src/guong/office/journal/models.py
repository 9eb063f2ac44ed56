"""The journal's only table. Rows are added, never changed or removed: the database itself refuses it."""

from django.db import models


class Entry(models.Model):
    """One act of an officer. Actor and unit are text without foreign keys (DESIGN §2).

    ``digest`` is SHA-256 (hex) over all other fields and ``previous``, the digest of the entry before.
    """

    number = models.PositiveBigIntegerField("số", unique=True)
    recorded_at = models.DateTimeField("thời điểm")
    actor_key = models.CharField("mã người thực hiện", max_length=64)
    actor_name = models.CharField("người thực hiện", max_length=200)
    act = models.CharField("việc", max_length=64)
    unit_key = models.CharField("mã đơn vị", max_length=64, blank=True)
    text = models.TextField("nội dung")
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["-number"]
        verbose_name = "việc trong nhật ký"
        verbose_name_plural = "nhật ký"

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"
