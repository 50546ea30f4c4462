"""The database refuses to change or delete a stored chart: the cases that run on it keep it."""

from django.db import migrations

TABLE = "flows_storedchart"
SENTENCE = "A stored flow chart never changes."

POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION flows_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def _statements(vendor):
    if vendor == "sqlite":
        for action in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {TABLE}_refuses_{action.lower()} BEFORE {action} ON {TABLE} "
                f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
            )
        yield (
            f"CREATE TRIGGER {TABLE}_refuses_replacing BEFORE INSERT ON {TABLE} "
            f"WHEN EXISTS (SELECT 1 FROM {TABLE} WHERE digest = NEW.digest) "
            f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
        )
    elif vendor == "postgresql":
        yield POSTGRESQL_FUNCTION
        yield (
            f"CREATE TRIGGER {TABLE}_refuses_change BEFORE UPDATE OR DELETE ON {TABLE} "
            "FOR EACH ROW EXECUTE FUNCTION flows_refuses()"
        )
        yield (
            f"CREATE TRIGGER {TABLE}_refuses_truncate BEFORE TRUNCATE ON {TABLE} "
            "FOR EACH STATEMENT EXECUTE FUNCTION flows_refuses()"
        )


def forbid_changes(apps, schema_editor):
    for statement in _statements(schema_editor.connection.vendor):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("flows", "0001_charts_and_runs")]

    operations = [migrations.RunPython(forbid_changes, migrations.RunPython.noop)]
