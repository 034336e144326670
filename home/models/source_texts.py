"""When the words of a page last changed."""

from django.db import models
from wagtail.models import Page


class SourceText(models.Model):
    """The words of a published page as a fingerprint; see `home.source_texts`."""

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="source_text"
    )
    digest = models.CharField(max_length=64)
    changed_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"#{self.pk}"
