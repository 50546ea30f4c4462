"""The tree over the leaves is stored, and SQLite refuses to replace what it must not change."""

import django.db.models.deletion
from django.db import migrations, models

SENTENCE = "The ledger is append-only."

# In SQLite, INSERT OR REPLACE removes a row without asking the triggers on DELETE.
KEYS = {
    "ledger_entry": "id = NEW.id OR uuid = NEW.uuid",
    "ledger_leaf": 'id = NEW.id OR entry_id = NEW.entry_id OR "index" = NEW."index"',
}


def forbid_replacing(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for table, keys in KEYS.items():
            schema_editor.execute(
                f"CREATE TRIGGER {table}_refuses_replacing BEFORE INSERT ON {table} "
                f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {keys}) "
                f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
            )


def let_entries_wait(apps, schema_editor):
    Entry = apps.get_model("ledger", "Entry")
    Waiting = apps.get_model("ledger", "Waiting")
    unplaced = Entry.objects.filter(leaf=None).order_by("id").values_list("id", flat=True)
    Waiting.objects.bulk_create(
        [Waiting(entry_id=entry_id) for entry_id in unplaced], batch_size=500
    )


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0002_entries_never_change'),
    ]

    operations = [
        migrations.CreateModel(
            name='Waiting',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='waiting', serialize=False, to='ledger.entry')),
            ],
            options={
                'verbose_name': 'entry without a place',
                'ordering': ['entry_id'],
            },
        ),
        migrations.CreateModel(
            name='Tile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.PositiveSmallIntegerField(verbose_name='level of the tile')),
                ('index', models.BigIntegerField(verbose_name='index')),
                ('hashes', models.BinaryField(max_length=8192, verbose_name='hashes')),
            ],
            options={
                'verbose_name': 'tile of the tree',
                'ordering': ['level', 'index'],
                'constraints': [models.UniqueConstraint(fields=('level', 'index'), name='ledger_one_tile_at_each_place')],
            },
        ),
        migrations.RunPython(let_entries_wait, migrations.RunPython.noop),
        migrations.RunPython(forbid_replacing, migrations.RunPython.noop),
    ]
