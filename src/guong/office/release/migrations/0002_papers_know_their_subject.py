"""Papers about persons get the person's key; before, the name at the end of the title told them apart.

Two people of one name in one conference stay without a key: their papers are made anew, the old ones remain in the
archive.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_KINDS = ("tally_minutes", "personal_summary")


def name_subjects(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Set ``subject_key`` where exactly one person of the paper's conference bears the name in its title."""
    subjects = apps.get_model("conferences", "ConferenceSubject").objects
    for paper in apps.get_model("papers", "Paper").objects.filter(kind__in=_KINDS, subject_key=""):
        people = subjects.filter(conference__key=paper.conference_key)
        about = [one.key for one in people if paper.title.endswith(f"đồng chí {one.name}")]
        if len(about) == 1:
            paper.subject_key = about[0]
            paper.save(update_fields=["subject_key"])


class Migration(migrations.Migration):
    """Fills what the archive's new column asks."""

    dependencies = [
        ("release", "0001_report_words"),
        ("papers", "0005_subject_key"),
        ("conferences", "0005_position_of_any_length"),
    ]

    operations = [migrations.RunPython(name_subjects, migrations.RunPython.noop)]
