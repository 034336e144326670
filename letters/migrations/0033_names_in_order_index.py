"""Indexes by which alphabetical lists are read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    # Of its own: PostgreSQL builds no index on a table that the transaction has changed.

    dependencies = [
        ("letters", "0032_names_in_order"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="organisationname",
            index=models.Index(fields=["listing", "place"], name="organisations_in_order"),
        ),
        migrations.AddIndex(
            model_name="organisationname",
            index=models.Index(fields=["group", "place"], name="organisations_in_group"),
        ),
    ]
