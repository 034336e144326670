"""A picture whose file says something waits until somebody has looked at that."""

from datetime import timedelta

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from wagtail.models import UploadedFile

from .files import delete_when_committed

# Where each word of a picture's file is proposed.
PROPOSALS = {"description": "caption", "credit": "credit", "source": "copyright"}
KEPT_DAYS = 1


def proposals_for(form, words, is_empty):
    """Text by field of `form`: what `words` say for the fields for which `is_empty` is true."""
    said = {name: getattr(words, word) for name, word in PROPOSALS.items() if name in form.fields}
    return {
        name: text[: form.fields[name].max_length]
        for name, text in said.items()
        if text and is_empty(name)
    }


def mark_as_proposed(form, name):
    """Say beside a field of `form` where its text comes from."""
    note = _("Proposed from the file. Check it: it is public once saved.")
    if name == "source":
        note = _("Proposed from the file.")
    form.fields[name].help_text = form[name].help_text = f"{note} {form[name].help_text}"


class AskAboutWordsMixin:
    """For a form that takes file and words at once: before saving, shows what the file said.

    The cleaned file waits meanwhile, for nobody but who sent it.
    """

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.by = user
        self.waiting = None
        if "file" in self.fields:
            self.fields["waiting"] = forms.CharField(required=False, widget=forms.HiddenInput)
            if self.is_bound:
                self._take_what_waits()

    def _take_what_waits(self):
        number = self.data.get(self.add_prefix("waiting")) or ""
        name = self.add_prefix("file")
        if not self.by or not number.isdecimal() or self.files.get(name):
            return
        own = _waiting_pictures().filter(uploaded_by_user=self.by)
        self.waiting = own.filter(pk=number).first()
        if self.waiting:
            with self.waiting.file.open("rb") as file:
                upload = SimpleUploadedFile(file.name, file.read())
            self.files = MultiValueDict(self.files | {name: [upload]})

    def ask_about_words(self, file):
        """Raise `ValidationError` where a `CleanPicture` says what nobody has seen yet."""
        words = getattr(file, "words", None)
        if not words or not self.by:
            return
        proposals = proposals_for(self, words, self._was_left_empty)
        if not proposals:
            return
        waiting = UploadedFile(file=file, uploaded_by_user=self.by, for_content_type=_kind())
        waiting.save()
        self.data = self.data.copy()
        self.data[self.add_prefix("waiting")] = str(waiting.pk)
        self.fields["file"].required = False  # the dialogs would not send the form without one
        for name, text in proposals.items():
            self.data[self.add_prefix(name)] = text
            mark_as_proposed(self, name)
        raise ValidationError(
            _(
                "The file says something about the picture. It is proposed below and is no longer "
                "in the file. Change or delete it, then save; the file need not be chosen again."
            )
        )

    def _was_left_empty(self, name):
        return self.data.get(self.add_prefix(name)) == ""

    def forget_waiting(self):
        """Delete the file that waited, now that it is saved as a picture."""
        if self.waiting:
            _delete(self.waiting)


def forget_old_uploads():
    """Delete pictures that have waited for more than a day. Returns how many."""
    limit = timezone.now() - timedelta(days=KEPT_DAYS)
    old = [upload for upload in _waiting_pictures() if _since(upload) < limit]
    for upload in old:
        _delete(upload)
    return len(old)


def _since(upload):
    try:
        return upload.file.storage.get_modified_time(upload.file.name)
    except OSError:
        return timezone.now() - timedelta(days=2 * KEPT_DAYS)  # the file is gone


def _delete(upload):
    delete_when_committed(upload.file)
    upload.delete()


def _kind():
    from .models import Image  # pictures are built with this form

    return ContentType.objects.get_for_model(Image)


def _waiting_pictures():
    return UploadedFile.objects.filter(for_content_type=_kind())
