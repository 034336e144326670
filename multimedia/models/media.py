"""Sound and film of the library, and what makes them reach everybody."""

import secrets

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.admin.panels import FieldPanel
from wagtailmedia.edit_handlers import MediaChooserPanel
from wagtailmedia.models import AbstractMedia

from multimedia import containers, webvtt
from multimedia.files import delete_when_committed
from multimedia.panels import ReadingPanel, TrackForm


def stored_name(media, name):
    """Where a file of `media` is stored: under a name that says nothing of who or where."""
    return f"media/{secrets.token_hex(8)}.{containers.extension_of(name)}"


class Media(AbstractMedia):
    """A recording. Its captions and transcripts are kept beside it, one for each language."""

    file = models.FileField(_("file"), upload_to=stored_name)
    # As for pictures: another class of the same name has taken the usual reverse names.
    tags = TaggableManager(blank=True, verbose_name=_("tags"), related_name="recordings")
    other_file = models.FileField(
        _("the same in another format"),
        upload_to=stored_name,
        blank=True,
        help_text=_("For browsers that cannot play the first one, such as MP4 beside WebM."),
    )
    poster = models.ForeignKey(
        "multimedia.Image",
        verbose_name=_("still picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown until the film is played. Films only."),
    )
    described_version = models.ForeignKey(
        "self",
        verbose_name=_("version with audio description"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The same film in which a voice also says what is to be seen."),
    )
    no_speech = models.BooleanField(
        _("nobody speaks"),
        default=False,
        help_text=_("No word is said or sung, so that there is nothing to caption."),
    )

    admin_form_fields = (
        *("title", "file", "other_file", "collection", "duration", "width", "height"),
        *("poster", "described_version", "no_speech", "tags"),
    )

    class Meta(AbstractMedia.Meta):
        default_related_name = "recordings"
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")

    @property
    def sources(self):
        """Address and type of each file (`src`, `type`), the preferred one first."""
        return [
            {"src": self.address(number), "type": containers.content_type(file.name)}
            for number, file in enumerate((self.file, self.other_file), start=1)
            if file
        ]

    def address(self, number=1):
        """Where one of its files is served: an address that stays when the file is replaced."""
        file = self.other_file if number == 2 else self.file
        return reverse("recording", args=[self.pk, number, containers.extension_of(file.name)])

    @property
    def url(self):
        """The address of the preferred file."""
        return self.address()

    @cached_property
    def size(self):
        """The bytes of the preferred file; None where it is missing."""
        try:
            return self.file.size
        except OSError:
            return None

    @property
    def still(self):
        """The picture to show until a film is played; None where that may not be shown, or
        only behind a notice."""
        poster = self.poster
        return poster if poster and poster.is_for_all else None

    def tracks_for(self, code):
        """Its words of all kinds (`Track`), those in the language `code` first."""
        return sorted(
            self.tracks.all(), key=lambda track: (track.language != code, track.language, track.pk)
        )

    def words_in(self, code, kind):
        """Its words of one kind in a language, else in the first there is, else None."""
        return next((track for track in self.tracks_for(code) if track.kind == kind), None)

    @property
    def is_captioned(self):
        """Whether words that are spoken can be read while the film runs."""
        kinds = {track.kind for track in self.tracks.all()}
        return bool(kinds & {Track.Kind.CAPTIONS, Track.Kind.SUBTITLES})

    @property
    def has_transcript(self):
        """Whether everything that is heard can be read."""
        return any(track.kind == Track.Kind.TRANSCRIPT for track in self.tracks.all())


@receiver(post_delete, sender=Media)
def delete_other_file(instance, **kwargs):
    """Leave no file behind; wagtailmedia deletes the first one."""
    delete_when_committed(instance.other_file)


class Track(models.Model):
    """What is said and heard in a recording, in one language: timed (WebVTT) or to be read."""

    class Kind(models.TextChoices):
        """What the words are for; the values are those of HTML, which knows no transcripts."""

        CAPTIONS = "captions", _("Captions (words and sounds)")
        SUBTITLES = "subtitles", _("Subtitles (a translation of the words)")
        DESCRIPTIONS = "descriptions", _("Descriptions of what is to be seen")
        CHAPTERS = "chapters", _("Chapters")
        TRANSCRIPT = "transcript", _("Transcript (everything, to be read)")

    recording = models.ForeignKey(
        Media, verbose_name=_("recording"), on_delete=models.CASCADE, related_name="tracks"
    )
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.CAPTIONS)
    text = models.TextField(
        _("text"),
        blank=True,
        help_text=_(
            "In the format WebVTT; a transcript as plain paragraphs. Or choose a file below."
        ),
    )

    panels = [
        MediaChooserPanel("recording"),
        FieldPanel("language"),
        FieldPanel("kind"),
        FieldPanel("text"),
        FieldPanel("upload"),
        ReadingPanel(heading=_("Check")),
    ]
    base_form_class = TrackForm

    class Meta:
        verbose_name = _("words of a recording")
        verbose_name_plural = _("words of recordings")
        constraints = [
            models.UniqueConstraint(
                fields=["recording", "language", "kind"],
                name="track_once_per_language",
                violation_error_message=_(
                    "The recording has words of this kind in this language already."
                ),
            )
        ]

    def __str__(self):
        return f"{self.recording} – {self.get_kind_display()}, {self.get_language_display()}"

    @property
    def is_timed(self):
        """Whether the words come at their times."""
        return self.kind != self.Kind.TRANSCRIPT

    @property
    def reading(self):
        """The timed text, read and checked (`webvtt.Reading`)."""
        return webvtt.read(self.text, kind=self.kind, duration=self.recording.duration)

    def clean(self):
        """Refuse what players cannot use, line by line."""
        super().clean()
        if not self.text.strip():
            raise ValidationError({"text": _("Write a text or choose a file.")})
        if self.recording_id and self.is_timed and (errors := self.reading.errors):
            raise ValidationError({"text": [str(problem) for problem in errors]})

    @property
    def url(self):
        """Where players fetch it."""
        return reverse("track", args=[self.pk])
