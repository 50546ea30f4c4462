from datetime import timedelta

from django.db import migrations


def relate(apps, schema_editor):
    document = apps.get_model("norms", "NormativeDocument")
    relation = apps.get_model("norms", "NormRelation")
    for one in document.objects.exclude(replaced_by=None).order_by("pk"):
        lapses = one.valid_until + timedelta(days=1) if one.valid_until else None
        ended = min(
            [day for day in (one.repealed_on, one.lapsed_on, lapses) if day],
            default=one.issued_on,
        )
        relation.objects.create(
            kind="replaces", actor_id=one.replaced_by_id, target=one, since=ended
        )


def refer(apps, schema_editor):
    relation = apps.get_model("norms", "NormRelation")
    for one in relation.objects.filter(kind="replaces").order_by("pk").select_related("target"):
        one.target.replaced_by_id = one.actor_id
        one.target.save(update_fields=["replaced_by"])


class Migration(migrations.Migration):

    dependencies = [("norms", "0004_documents_have_texts_and_relations")]

    operations = [migrations.RunPython(relate, refer)]
