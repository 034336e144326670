"""Pages that blocks lead to, in the language being read."""

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Q
from django.utils.translation import get_language
from wagtail import blocks
from wagtail.models import Page


class ChosenPageBlock(blocks.PageChooserBlock):
    """A page chooser whose values know their number only until they are asked for more.

    Wagtail's own looks pages up once for every kind of block, and `find_pages` looks all of
    them up together anyway.
    """

    def bulk_to_python(self, values):
        """Return pages of which nothing is loaded, None for None."""
        return [pk and Page.from_db(DEFAULT_DB_ALIAS, ["id"], [pk]) for pk in values]

    def get_form_state(self, value):
        """Return what the chooser shows; nothing for a page that was deleted."""
        return super().get_form_state(value and self.to_python(value.pk))

    def render_basic(self, value, context=None):
        """Return a link, nothing for a page that was deleted."""
        return super().render_basic(value and self.to_python(value.pk), context)

    def deconstruct(self):
        """In migrations it is what it is built on."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, kwargs


class ChosenPageValue(blocks.StructValue):
    """A block with a page chooser in it. `chooser` names the field."""

    chooser = "page"
    _found = None

    @property
    def chosen(self):
        """The page as the editor chose it, or None."""
        return self.get(self.chooser)

    @property
    def found_page(self):
        """The published page in the language being read, else the chosen one, else None."""
        if self._found is None:
            find_pages([self])
        return self._found or None


def chosen_pages(value):
    """Yield every `ChosenPageValue` inside a value of any block."""
    if isinstance(value, ChosenPageValue):
        yield value
    if isinstance(value, blocks.StructValue):
        children = value.values()
    elif isinstance(value, blocks.StreamValue):
        children = [child.value for child in value]
    elif isinstance(value, blocks.list_block.ListValue):
        children = list(value)
    else:
        children = []
    for child in children:
        yield from chosen_pages(child)


def find_pages(values):
    """Look up, with one query for all `values`, what their `found_page` will give."""
    values = list(values)
    keys = {value.chosen.pk for value in values if value.chosen}
    # What was chosen need not be published to have a translation that is.
    same = Page.objects.filter(pk__in=keys).values("translation_key")
    pages = Page.objects.filter(Q(pk__in=keys) | Q(translation_key__in=same))
    chosen, found = {}, {}
    for page in pages.select_related("locale") if keys else []:
        chosen[page.pk] = page
        if page.live and page.locale.language_code == get_language():
            found[page.translation_key] = page
    for value in values:
        page = value.chosen and chosen.get(value.chosen.pk)
        if page:
            page = found.get(page.translation_key) or (page if page.live else None)
        value._found = page or False
