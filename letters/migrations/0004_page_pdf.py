import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import letters.models.pdf


class Migration(migrations.Migration):

    dependencies = [
        ("letters", "0003_organisations_and_statements"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="PagePDF",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(choices=[("pending", "Waiting to be made"), ("built", "Made"), ("failed", "Failed")], default="pending", max_length=8, verbose_name="state")),
                ("file", models.FileField(blank=True, upload_to=letters.models.pdf.pdf_path, verbose_name="file")),
                ("size", models.PositiveIntegerField(default=0, verbose_name="size in bytes")),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("names_digest", models.CharField(blank=True, max_length=64)),
                ("change", models.PositiveIntegerField(default=0)),
                ("requested_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="asked for at")),
                ("problem", models.JSONField(blank=True, default=dict, verbose_name="problem")),
                ("built_at", models.DateTimeField(blank=True, null=True, verbose_name="made at")),
                ("page", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="pdf", to="wagtailcore.page", verbose_name="page")),
            ],
            options={
                "verbose_name": "PDF",
                "verbose_name_plural": "PDFs",
            },
        ),
    ]
