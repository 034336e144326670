"""Film and sound: our own, and that of others as a link."""

from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .gathering import FilmChooserBlock, PictureChooserBlock, SoundChooserBlock

PROVIDERS = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "youtube-nocookie.com": "YouTube",
    "vimeo.com": "Vimeo",
    "player.vimeo.com": "Vimeo",
    "archive.org": "Internet Archive",
    "dailymotion.com": "Dailymotion",
    "facebook.com": "Facebook",
}


class VideoValue(blocks.StructValue):
    """A film and the words on it."""

    @property
    def media(self):
        """The recording; None where it was deleted."""
        return self["video"]


class AudioValue(blocks.StructValue):
    """A sound and the words on it."""

    @property
    def media(self):
        """The recording; None where it was deleted."""
        return self["audio"]


class VideoBlock(blocks.StructBlock):
    """A film that we keep ourselves."""

    video = FilmChooserBlock(label=_("film"))
    title = blocks.CharBlock(
        label=_("title"), max_length=160, help_text=_("Also says what it is to screen readers.")
    )
    caption = blocks.CharBlock(label=_("caption"), required=False, default="", max_length=300)

    class Meta:
        icon = "media"
        label = _("film")
        description = _("A film of the library. It loads nothing before it is played.")
        template = "blocks/story/recording.html"
        preview_template = "blocks/story/previews/recording.html"
        value_class = VideoValue
        preview_value = {"video": None, "title": "The harbour in the evening", "caption": ""}


class AudioBlock(blocks.StructBlock):
    """Sound that we keep ourselves."""

    audio = SoundChooserBlock(label=_("sound"))
    title = blocks.CharBlock(label=_("title"), max_length=160)
    caption = blocks.CharBlock(label=_("caption"), required=False, default="", max_length=300)

    class Meta:
        icon = "media"
        label = _("sound")
        description = _("A recording of the library, with its chapters and its transcript.")
        template = "blocks/story/recording.html"
        preview_template = "blocks/story/previews/recording.html"
        value_class = AudioValue
        preview_value = {"audio": None, "title": "Waves", "caption": ""}


class VoiceQuoteValue(blocks.StructValue):
    """Words and their sound."""


class VoiceQuoteBlock(blocks.StructBlock):
    """Somebody's words, to be read and to be heard."""

    text = blocks.TextBlock(label=_("words"), rows=3)
    speaker = blocks.CharBlock(
        label=_("who says so"),
        required=False,
        default="",
        max_length=120,
        help_text=_("Leave it empty where a name could put somebody in danger."),
    )
    role = blocks.CharBlock(label=_("role"), required=False, default="", max_length=120)
    voice = SoundChooserBlock(
        label=_("the same, spoken"),
        required=False,
        help_text=_("A voice can be recognised: use one only where its owner agreed."),
    )

    class Meta:
        icon = "openquote"
        label = _("quote with voice")
        description = _("Somebody's words, with a recording of them.")
        template = "blocks/story/voice_quote.html"
        value_class = VoiceQuoteValue
        preview_value = {
            "text": "I never used to read it. I used to wrap fish in it.",
            "speaker": "A ferryman",
            "role": "",
            "voice": None,
        }


class OutsideVideoValue(blocks.StructValue):
    """The address of a film elsewhere."""

    @property
    def provider(self):
        """The name of who shows it: of a site that we know, else its domain."""
        host = (urlsplit(self.get("address") or "").hostname or "").removeprefix("www.")
        return PROVIDERS.get(host.removeprefix("m."), host)


class OutsideVideoBlock(blocks.StructBlock):
    """A film that others show, behind a picture of ours. Nothing of theirs is ever loaded."""

    address = blocks.URLBlock(label=_("address of its page"))
    title = blocks.CharBlock(label=_("title"), max_length=160)
    picture = PictureChooserBlock(
        label=_("picture"),
        required=False,
        help_text=_("One of ours: the film's own would be asked for at the other site."),
    )
    caption = blocks.CharBlock(label=_("caption"), required=False, default="", max_length=300)

    class Meta:
        icon = "link-external"
        label = _("film elsewhere")
        description = _("A picture with a link to a film on another site.")
        template = "blocks/story/outside_video.html"
        value_class = OutsideVideoValue
        preview_value = {
            "address": "https://example.org/film",
            "title": "The river from above",
            "picture": None,
            "caption": "",
        }
