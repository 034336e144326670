"""The glossary in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import GlossaryTerm


class GlossaryViewSet(SnippetViewSet):
    """Terms and what to write for them in each language."""

    model = GlossaryTerm
    icon = "openquote"
    list_display = ["term", "locale"]
    list_filter = ["locale"]
    search_fields = ["term", "definition", "translations__text"]
    search_backend_name = None
    menu_label = _("Glossary")


register_snippet(GlossaryViewSet)


@hooks.register("register_translating_menu_item")
def glossary_menu_item():
    """Beside the board."""
    return GlossaryTerm.snippet_viewset.get_menu_item(order=300)
