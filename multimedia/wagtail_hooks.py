"""What the admin shows of recordings beside wagtailmedia's own pages."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Track, Transcript


class TrackViewSet(SnippetViewSet):
    """Captions and chapters, each in one language."""

    model = Track
    icon = "openquote"
    list_display = ["__str__", "language", "kind"]
    list_filter = ["language", "kind"]
    search_fields = ["recording__title"]


class TranscriptViewSet(SnippetViewSet):
    """Transcripts, each in one language."""

    model = Transcript
    icon = "doc-full"
    list_display = ["__str__", "language"]
    list_filter = ["language"]
    search_fields = ["recording__title"]


class WordsViewSetGroup(SnippetViewSetGroup):
    """What makes recordings reach everybody."""

    items = (TrackViewSet, TranscriptViewSet)
    menu_icon = "openquote"
    menu_label = _("Captions")
    menu_order = 310


register_snippet(WordsViewSetGroup)
