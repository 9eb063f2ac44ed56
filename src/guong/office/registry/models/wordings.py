"""How offices word the headings of their own lists, learnt once."""

from django.db import models


class HeadingWording(models.Model):
    """An officer's answer to which column of a list is which; ``fingerprint`` is that of the list's headings.

    ``sheet`` is the key of a sheet of the template, empty where the list is to be left out; ``columns`` maps the
    template's column keys to the list's headings in folded form.
    """

    fingerprint = models.CharField("dấu nhận biết", max_length=64, unique=True)
    sheet = models.CharField("trang", max_length=20, blank=True)
    columns = models.JSONField("cột", default=dict)

    class Meta:
        verbose_name = "cách ghi tên cột"
        verbose_name_plural = "cách ghi tên cột"

    def __str__(self) -> str:
        return f"{self.sheet}: {self.fingerprint[:8]}"
