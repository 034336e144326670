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


def submit_pages(*, pages, locales, by):
    """Set up the translation of `pages` into `locales`, page by page.

    Does nothing for a language that a page is translated into already, so that doing it
    again changes nothing. Each page is a transaction of its own. Returns a `Report`.
    """
    report = Report()
    for page in pages:
        try:
            created, there = submit_page(page=page, locales=locales, by=by)
        except ValidationError as error:
            report.failed.append((page.title, "; ".join(error.messages)))
        else:
            report.created += created
            report.there += there
    return report


@transaction.atomic
def submit_page(*, page, locales, by):
    """Set up the translation of one page. Returns how many were made and how many were there."""
    there = set(
        Page.objects.filter(
            translation_key=page.translation_key, alias_of__isnull=True, locale__in=locales
        ).values_list("locale_id", flat=True)
    )
    wanted = [locale for locale in locales if locale.pk not in there]
    if wanted:
        translate_object(page.specific, wanted, user=by)
    return len(wanted), len(there - {page.locale_id})
