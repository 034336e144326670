"""Lists in a language with few translations: what is not translated stands in its own."""

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left
from wagtail.models import Page


def with_originals(model, index):
    """The published pages of `model` to list below `index`, each text once.

    Those below `index`, and of the texts that are not published in its language the
    originals, from below the other languages' pages of the same list. Returns a queryset.
    """
    lists = type(index).objects.filter(translation_key=index.translation_key).live()
    same = Page.objects.live().filter(translation_key=OuterRef("translation_key"))
    in_language = same.filter(locale=index.locale_id)
    older = same.filter(pk__lt=OuterRef("pk"), alias_of__isnull=True)
    original = Q(alias_of__isnull=True) & ~Exists(in_language) & ~Exists(older)
    # Translations of a page stand as deep in the tree, so their paths are as long.
    return (
        model.objects.live()
        .filter(depth=index.depth + 1)
        .alias(list_path=Left(F("path"), len(index.path)))
        .filter(Q(list_path=index.path) | Q(list_path__in=lists.values("path")) & original)
        .select_related("locale", "alias_of__locale")
    )
