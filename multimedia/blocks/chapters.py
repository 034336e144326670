"""A story from top to bottom."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.body import BodyBlock, TextBlock
from home.blocks.body import PictureBlock as PlainPictureBlock

from .facts import ChartBlock, MapBlock, TimelineBlock
from .gathering import PictureChooserBlock
from .recordings import AudioBlock, OutsideVideoBlock, VideoBlock, VoiceQuoteBlock
from .scenes import GalleryBlock, SceneBlock


class PictureBlock(PlainPictureBlock):
    """A picture with its caption, as in any text."""

    image = PictureChooserBlock(label=_("picture"))

    class Meta:
        label = _("picture")


class CreditBlock(blocks.StructBlock):
    """Who did what."""

    role = blocks.CharBlock(label=_("what"), max_length=80, help_text=_("Words, drawings, sound"))
    names = blocks.CharBlock(
        label=_("who"),
        max_length=300,
        help_text=_("Only people who agreed to be named in public."),
    )

    class Meta:
        icon = "user"
        label = _("credit")


class CreditsBlock(blocks.StructBlock):
    """Everybody who made the story."""

    credits = blocks.ListBlock(CreditBlock(), label=_("credits"), min_num=1, max_num=30)

    class Meta:
        icon = "group"
        label = _("credits")
        description = _("Everybody who made the story. Stands at its end.")
        template = "blocks/story/credits.html"
        preview_value = {"credits": [{"role": "Drawings", "names": "A sample person"}]}


class CoveredBlock(blocks.StreamBlock):
    """What a content notice can stand before."""

    text = TextBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    voice_quote = VoiceQuoteBlock()
    video = VideoBlock()
    audio = AudioBlock()


class ContentNoticeBlock(blocks.StructBlock):
    """Says what comes and leaves it closed, so that the reader decides."""

    notice = blocks.CharBlock(
        label=_("what it shows"),
        max_length=200,
        help_text=_("In plain words: This part describes torture."),
    )
    content = CoveredBlock(label=_("behind the notice"), min_num=1)

    class Meta:
        icon = "warning"
        label = _("content notice")
        description = _("Distressing material, closed until the reader opens it.")
        template = "blocks/story/content_notice.html"
        preview_value = {
            "notice": "This part describes an arrest.",
            "content": [{"type": "text", "value": "<p>They came at night.</p>"}],
        }


class ChaptersBlock(BodyBlock):
    """All that a story can hold: what any text can, and what shows and sounds."""

    picture = PictureBlock()
    scene = SceneBlock()
    gallery = GalleryBlock()
    voice_quote = VoiceQuoteBlock()
    video = VideoBlock()
    audio = AudioBlock()
    outside_video = OutsideVideoBlock()
    timeline = TimelineBlock()
    map = MapBlock()
    chart = ChartBlock()
    content_notice = ContentNoticeBlock()
    credits = CreditsBlock()
