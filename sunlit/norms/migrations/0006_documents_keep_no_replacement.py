from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("norms", "0005_replacements_become_relations")]

    operations = [
        migrations.RemoveConstraint(
            model_name='normativedocument',
            name='a_norm_does_not_replace_itself',
        ),
        migrations.RemoveField(
            model_name='normativedocument',
            name='replaced_by',
        ),
    ]
