"""What was decided on before has its digest too, so that nothing else is published."""

import hashlib

from django.db import migrations


def _digest(item):
    texts = (item.title, item.document_number, item.body)
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def give_digests(apps, _editor):
    reviews = apps.get_model("disclosure", "SecrecyReview").objects
    for review in reviews.filter(item__status="approved", approved_digest="").select_related("item"):
        review.approved_digest = _digest(review.item)
        review.save(update_fields=["approved_digest"])


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0003_items_know_their_lexicon")]

    operations = [migrations.RunPython(give_digests, migrations.RunPython.noop)]
