"""The database itself refuses to change or remove an entry of the journal."""

from django.db import migrations

_SENTENCE = "journal is append-only"

_SQLITE = [
    f"""CREATE TRIGGER journal_entry_no_{act} BEFORE {act} ON journal_entry
        BEGIN SELECT RAISE(ABORT, '{_SENTENCE}'); END"""
    for act in ("update", "delete")
]

_POSTGRESQL = [
    f"""CREATE FUNCTION journal_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{_SENTENCE}'; END $$""",
    """CREATE TRIGGER journal_entry_no_change BEFORE UPDATE OR DELETE ON journal_entry
        FOR EACH ROW EXECUTE FUNCTION journal_entry_refuse()""",
]


def forbid(apps, schema_editor):
    statements = _SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL
    for statement in statements:
        schema_editor.execute(statement)


def allow(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for act in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER journal_entry_no_{act}")
    else:
        schema_editor.execute("DROP TRIGGER journal_entry_no_change ON journal_entry")
        schema_editor.execute("DROP FUNCTION journal_entry_refuse()")


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [migrations.RunPython(forbid, allow)]
