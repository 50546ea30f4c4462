"""The database refuses to change or delete what the ledger holds."""

from django.db import migrations

TABLES = ("ledger_entry", "ledger_leaf")
SENTENCE = "The ledger is append-only."

POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def _statements(vendor):
    if vendor == "sqlite":
        for table in TABLES:
            for action in ("UPDATE", "DELETE"):
                yield (
                    f"CREATE TRIGGER {table}_refuses_{action.lower()} BEFORE {action} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
                )
    elif vendor == "postgresql":
        yield POSTGRESQL_FUNCTION
        for table in TABLES:
            yield (
                f"CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION ledger_refuses()"
            )
            yield (
                f"CREATE TRIGGER {table}_refuses_truncate BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses()"
            )


def forbid_changes(apps, schema_editor):
    for statement in _statements(schema_editor.connection.vendor):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_records_kept")]

    operations = [migrations.RunPython(forbid_changes, migrations.RunPython.noop)]
