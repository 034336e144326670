"""Documents."""

from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument


class Document(AbstractDocument):
    """A file of the library that visitors download."""

    # Wagtail's own class of the same name already takes the reverse name of this field.
    tags = TaggableManager(blank=True, verbose_name=_("tags"), related_name="publication_documents")

    admin_form_fields = WagtailDocument.admin_form_fields

    class Meta(AbstractDocument.Meta):
        # Likewise, of the user who uploaded it.
        default_related_name = "publication_documents"
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    def clean(self):
        """Check the name of the file; without one, as after a refusal, there is nothing to add."""
        if self.file:
            super().clean()
