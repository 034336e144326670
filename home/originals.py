"""Lists in a language with few translations: what is not translated stands in its own."""

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left
from wagtail.models import Page


def untranslated(locale):
    """What is left in other languages when all published in `locale` is taken (a `Q`).

    Takes the number of a `Locale`. Of each text that is not published in it: the page first
    written, or of those published the oldest.
    """
    same = Page.objects.live().filter(translation_key=OuterRef("translation_key"))
    in_language = same.filter(locale=locale)
    older = same.filter(pk__lt=OuterRef("pk"), alias_of__isnull=True)
    return Q(alias_of__isnull=True) & ~Exists(in_language) & ~Exists(older)


def each_once(locale):
    """The pages in `locale`, the number of a `Locale`, and those `untranslated` (a `Q`)."""
    return Q(locale=locale) | untranslated(locale)


def with_originals(model, index):
    """The published pages of `model` to list below `index`, each text once.

    Those below `index`, and of the texts that are not published in its language the
    originals, from below the other languages' pages of the same list. Returns a queryset.
    """
    lists = type(index).objects.filter(translation_key=index.translation_key).live()
    elsewhere = Q(list_path__in=lists.values("path")) & untranslated(index.locale_id)
    # Translations of a page stand as deep in the tree, so their paths are as long.
    return (
        model.objects.live()
        .filter(depth=index.depth + 1)
        .alias(list_path=Left(F("path"), len(index.path)))
        .filter(Q(list_path=index.path) | elsewhere)
        .select_related("locale", "alias_of__locale")
    )
