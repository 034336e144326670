"""Handing texts to translators."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page
from wagtail_localize.operations import translate_object


@dataclass
class Report:
    """How many translations were set up, how many were there, and (title, reason) of failures."""

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
            created, there = submit_text(text=text, locales=locales, by=by)
        except ValidationError as error:
            report.failed.append((str(text), "; ".join(error.messages)))
        else:
            report.created += created
            report.there += there
    return report


@transaction.atomic
def submit_text(*, text, locales, by):
    """Set up the translation of one text. Returns how many were made and how many were there."""
    if isinstance(text, Page):
        same = Page.objects.filter(alias_of__isnull=True)
    else:
        same = type(text).objects.all()
    found = same.filter(translation_key=text.translation_key, locale__in=locales)
    there = set(found.values_list("locale_id", flat=True))
    wanted = [locale for locale in locales if locale.pk not in there]
    if wanted:
        translate_object(text.specific if isinstance(text, Page) else text, wanted, user=by)
    return len(wanted), len(there - {text.locale_id})
