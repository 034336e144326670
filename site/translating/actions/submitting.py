"""Handing texts to translators."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.operations import translate_object


@dataclass
class Report:
    """How many translations were set up, how many were there, and (title, reason) of failures
    and of what was left out."""

    created: int = 0
    there: int = 0
    failed: list = field(default_factory=list)


def submit_texts(*, texts, locales, by):
    """Set up the translation of `texts`, pages or other objects, into `locales`, one by one.

    Does nothing for a language that a text is translated into already, so that doing it
    again changes nothing. Each text is a transaction of its own. Returns a `Report`.
    """
    report = Report()
    for text in texts:
        try:
            created, there, shown = submit_text(text=text, locales=locales, by=by)
        except ValidationError as error:
            report.failed.append((str(text), "; ".join(error.messages)))
        else:
            report.created += created
            report.there += there
            if shown:
                report.failed.append((str(text), shown_by_alias(shown)))
    return report


def public_aliases(*, keys, locales):
    """The published aliases of pages, by their translation keys, in some languages.

    Made into a translation, such a page stays public: with words that nobody has translated,
    as if they were in its language.
    """
    aliases = Page.objects.live().filter(alias_of__isnull=False)
    return aliases.filter(translation_key__in=keys, locale__in=locales).select_related("locale")


def shown_by_alias(locales):
    """A sentence that says why languages are left out."""
    text = _(
        "Not translated, because readers are shown the original there, by a published alias: "
        "{languages}. Whoever may publish deletes the alias first."
    )
    return text.format(languages=", ".join(str(locale.get_display_name()) for locale in locales))


@transaction.atomic
def submit_text(*, text, locales, by):
    """Set up the translation of one text.

    Returns how many were made, how many were there, and the languages (`Locale`) left out
    because readers are shown the original there by an alias.
    """
    shown, same = [], type(text).objects.all()
    if isinstance(text, Page):
        aliases = public_aliases(keys=[text.translation_key], locales=locales)
        shown = [alias.locale for alias in aliases]
        same = Page.objects.filter(alias_of__isnull=True)
    found = same.filter(translation_key=text.translation_key, locale__in=locales)
    there = set(found.values_list("locale_id", flat=True))
    wanted = [locale for locale in locales if locale.pk not in there and locale not in shown]
    if wanted:
        translate_object(text.specific if isinstance(text, Page) else text, wanted, user=by)
    return len(wanted), len(there - {text.locale_id}), shown
