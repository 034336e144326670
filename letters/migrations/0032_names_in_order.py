"""Where names stand in alphabetical lists is written down."""

from django.db import migrations, models

from letters.directory.arranging import arrange


def fill(apps, schema_editor):
    """Write it down for the names that are there."""
    arrange(model=apps.get_model("letters", "OrganisationName"))


class Migration(migrations.Migration):

    dependencies = [
        ("letters", "0031_numbers_in_figures"),
    ]

    operations = [
        migrations.AddField(
            model_name="organisationname",
            name="group",
            field=models.CharField(default="", editable=False, max_length=4),
        ),
        migrations.AddField(
            model_name="organisationname",
            name="listing",
            field=models.PositiveSmallIntegerField(
                choices=[(0, "Not"), (1, "Heads"), (2, "Called")], default=0, editable=False
            ),
        ),
        migrations.AddField(
            model_name="organisationname",
            name="place",
            field=models.BinaryField(default=b"", serialize=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
