"""Word files that offices brought as the frame of their papers."""

from django.db import models


class WordTemplate(models.Model):
    """One office's own template: for papers of this unit and of those beneath it that have none of their own.

    The unit is a key as text: this room doesn't know the rooms above it. The file was looked through when it came
    (`render.own_template.check_template`).
    """

    unit_key = models.CharField("mã đơn vị", max_length=40, unique=True)
    file = models.BinaryField("tệp")
    file_name = models.CharField("tên tệp", max_length=130)
    set_by = models.CharField("người đặt", max_length=200)
    set_on = models.DateField("ngày đặt")

    class Meta:
        ordering = ["unit_key"]
        verbose_name = "mẫu Word của cơ quan"
        verbose_name_plural = "mẫu Word của cơ quan"

    def __str__(self) -> str:
        return f"{self.unit_key}: {self.file_name}"
