from datetime import date

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def begin_the_time(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Nobody knows when those who already left have left: their time begins today."""
    for name in ("StaffEntry", "WardEntry"):
        apps.get_model("registry", name).objects.filter(active=False).update(left_on=date.today())


class Migration(migrations.Migration):
    dependencies = [("registry", "0003_accounts_of_people")]

    operations = [
        migrations.AddField(
            "staffentry", "left_on", models.DateField("thôi có tên từ", null=True, blank=True)
        ),
        migrations.AddField(
            "wardentry", "left_on", models.DateField("thôi có tên từ", null=True, blank=True)
        ),
        migrations.RunPython(begin_the_time, migrations.RunPython.noop, elidable=True),
    ]
