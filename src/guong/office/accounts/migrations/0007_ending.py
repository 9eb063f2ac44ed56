"""Since when an account is locked, and when its name was erased; time runs from today for those locked before."""

from typing import Any

from django.db import migrations, models
from django.utils import timezone


def begin_today(apps: Any, _: Any) -> None:
    """Nobody noted when an account was locked: the year begins now."""
    locked = apps.get_model("accounts", "User").objects.filter(is_active=False, locked_on=None)
    locked.update(locked_on=timezone.localdate())


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_hall_pass")]

    operations = [
        migrations.AddField(
            "user", "locked_on", models.DateField(blank=True, null=True, verbose_name="khoá từ ngày")
        ),
        migrations.AddField(
            "user", "ended_on", models.DateField(blank=True, null=True, verbose_name="xoá tên ngày")
        ),
        migrations.RunPython(begin_today, migrations.RunPython.noop),
    ]
