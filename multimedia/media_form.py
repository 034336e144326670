"""The form of a recording in the admin."""

from django.core.files.uploadedfile import UploadedFile
from wagtail.images.widgets import AdminImageChooser
from wagtailmedia.forms import BaseMediaForm
from wagtailmedia.widgets import AdminVideoChooser

from multimedia.uploads.media import FILM, SOUND, check_media


class MediaForm(BaseMediaForm):
    """Pictures and films are chosen from the library; a sound has neither."""

    class Meta(BaseMediaForm.Meta):
        widgets = BaseMediaForm.Meta.widgets | {
            "poster": AdminImageChooser,
            "described_version": AdminVideoChooser,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        left_out = set()
        if self.instance.type == "audio":
            left_out = {"poster", "described_version", "no_speech"}
        if self.prefix:
            # In the dialog that chooses a recording: no dialog opens from within another, and
            # the policy of the admin refuses the scripts that would come with the answer.
            left_out |= {"poster", "described_version"}
        for name in left_out:
            del self.fields[name]

    def clean_file(self):
        """A film or sound that browsers play."""
        return self._checked("file")

    def clean_other_file(self):
        """Likewise."""
        return self._checked("other_file")

    def _checked(self, name):
        file = self.cleaned_data[name]
        if isinstance(file, UploadedFile):  # not the one that is there already
            check_media(file, FILM if self.instance.type == "video" else SOUND)
        return file

    def save(self, commit=True):
        """Save, and delete a second file that was replaced or taken away."""
        before = self.initial.get("other_file")
        if before and "other_file" in self.changed_data:
            before.storage.delete(before.name)
        return super().save(commit)
