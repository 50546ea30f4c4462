"""What an agency had set of its own, and its province settles, also stands among its numbers."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SETTLED = ("norms.validity", "norms.validity_trial", "norms.file")


def copy(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let each such limit stand as a number of the province too, from the same day on."""
    promised = apps.get_model("organization", "PromisedLimit")
    numbers = apps.get_model("organization", "ProvincialNumber")
    for one in promised.objects.filter(rule__in=SETTLED).order_by("pk"):
        numbers.objects.create(
            agency_id=one.agency_id,
            name=one.rule,
            value=str(one.amount),
            unit=one.unit,
            since=one.since,
            document=one.document,
        )


class Migration(migrations.Migration):
    dependencies = [("organization", "0007_provincial_numbers_have_units")]

    operations = [migrations.RunPython(copy, migrations.RunPython.noop)]
