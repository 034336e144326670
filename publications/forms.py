"""The form of a document in the admin."""

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

from multimedia.uploads.documents import check_document
from publications.versions.actions import keep_version

NOT_YET_PUBLIC = _(
    "Readers can have the file once a page that offers it is published, and no longer than that."
)


class DocumentForm(BaseDocumentForm):
    """Judges files by their content, and keeps the file that a new one replaces."""

    def __init__(self, *args, user=None, **kwargs):
        self.by = user
        super().__init__(*args, user=user, **kwargs)
        if "file" in self.fields:
            self.fields["file"].help_text = NOT_YET_PUBLIC

    def clean_file(self):
        """Refuse what is not the document that its name says."""
        file = self.cleaned_data.get("file")
        if isinstance(file, UploadedFile):
            check_document(file)
        return file

    def save(self, commit=True):
        """Save the document; Wagtail would delete the old file."""
        replaced = self.original_file if "file" in self.changed_data else None
        if commit and replaced and self.instance.pk:
            keep_version(document=self.instance, file_name=replaced.name, by=self.by)
            self.original_file = None
        return super().save(commit=commit)
