"""Let a letter say whether names from the directory stand beside the signed ones."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("letters", "0010_checks")]

    operations = [
        migrations.AddField(
            model_name=name,
            name="names_shown",
            field=models.CharField(
                choices=[
                    ("signed", "As signed only"),
                    ("both", "As signed, and in the language of the reader"),
                ],
                default="both",
                help_text=(
                    "What was signed always stands first and is never altered. Names that the "
                    "directory has in the language of the reader can stand after it."
                ),
                max_length=8,
                verbose_name="names shown",
            ),
        )
        for name in ("openletterpage", "statementpage")
    ]
