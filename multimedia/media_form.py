"""The form of a recording in the admin."""

from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import cached_property
from wagtail.images.widgets import AdminImageChooser
from wagtailmedia.forms import BaseMediaForm
from wagtailmedia.widgets import AdminVideoChooser

from multimedia.uploads.media import FILM, SOUND, prepare_media

FILES = ("file", "other_file")


class MediaForm(BaseMediaForm):
    """Pictures and films are chosen from the library; a sound has neither."""

    class Meta(BaseMediaForm.Meta):
        widgets = BaseMediaForm.Meta.widgets | {
            "poster": AdminImageChooser,
            "described_version": AdminVideoChooser,
        }

    def __init__(self, *args, user=None, **kwargs):
        self.by = user
        super().__init__(*args, user=user, **kwargs)
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
        """A film or sound that browsers play, without what it tells of its making."""
        return self._checked("file")

    def clean_other_file(self):
        """Likewise."""
        return self._checked("other_file")

    def _checked(self, name):
        file = self.cleaned_data[name]
        if isinstance(file, UploadedFile):  # not the one that is there already
            prepare_media(file, FILM if self.instance.type == "video" else SOUND)
        return file

    def clean(self):
        """Look which files are replaced or taken away."""
        cleaned = super().clean()
        sent = {name: cleaned.get(name) for name in FILES}
        self.replaced = {
            name: self.initial[name]
            for name, file in sent.items()
            if self.initial.get(name) and (file is False or isinstance(file, UploadedFile))
        }
        return cleaned

    @cached_property
    def changed_data(self):
        """What was changed. Wagtail's view deletes the old file before the form is saved if it
        is among that; it stays, as a version."""
        return [name for name in super().changed_data if name != "file"]

    def save(self, commit=True):
        """Save, and keep the files that were replaced or taken away."""
        from multimedia.versions.actions import keep_version  # the models are built with this

        for place, file in self.replaced.items() if self.instance.pk else ():
            keep_version(media=self.instance, place=place, file_name=file.name, by=self.by)
        return super().save(commit)
