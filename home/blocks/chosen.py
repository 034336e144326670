"""Pages that blocks lead to, in the language being read."""

from django.utils.translation import get_language
from wagtail import blocks
from wagtail.models import Page


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
    keys = {value.chosen.translation_key for value in values if value.chosen}
    pages = Page.objects.filter(translation_key__in=keys).live().select_related("locale")
    language, found = get_language(), {}
    for page in pages if keys else []:
        found[page.translation_key, page.locale.language_code == language] = page
        found[page.pk] = page
    for value in values:
        chosen = value.chosen
        value._found = chosen and (
            found.get((chosen.translation_key, True)) or found.get(chosen.pk)
        )
        value._found = value._found or False
