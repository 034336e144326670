"""How far the translation of a text into a language is."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, WorkflowState


class State(models.TextChoices):
    """The states, as the board shows them."""

    MISSING = "missing", _("Missing")
    IN_PROGRESS = "progress", _("In progress")
    IN_REVIEW = "review", _("Awaiting review")
    PUBLISHED = "published", _("Published")
    BEHIND = "behind", _("Behind its source")


def state_of(*, live, in_review, behind):
    """The state of a page that is a translation."""
    if in_review:
        return State.IN_REVIEW
    if not live:
        return State.IN_PROGRESS
    if behind:
        return State.BEHIND
    return State.PUBLISHED


def is_behind(page, source):
    """Whether words of the source changed since the page was translated from it.

    Both are pages fetched with their `source_text`. Of a page whose words nobody has kept
    there is nothing to say; see `home.source_texts`.
    """
    own, original = words_kept(page), words_kept(source)
    return bool(own and original and own.digest != original.digest)


def words_kept(page):
    """The `SourceText` of a page, or None."""
    return getattr(page, "source_text", None)


def under_review():
    """The part of a filter for pages that wait for a reviewer; for use within a subquery."""
    return Exists(
        WorkflowState.objects.filter(
            base_content_type__app_label="wagtailcore",
            base_content_type__model="page",
            object_id=Cast(OuterRef("pk"), models.TextField()),
            status=WorkflowState.STATUS_IN_PROGRESS,
        )
    )


def with_state(pages, state, locales):
    """Those of `pages`, first-written ones, that are in a state in one of the languages."""
    translations = Page.objects.filter(
        translation_key=OuterRef("translation_key"), alias_of__isnull=True
    ).exclude(pk=OuterRef("pk"))
    if state == State.MISSING:
        lacking = Q(pk__in=[])
        for locale in locales:
            there = Exists(translations.filter(locale=locale))
            lacking |= ~Q(locale=locale) & ~there
        return pages.filter(lacking)
    translations = translations.filter(locale__in=locales)
    waiting = under_review()
    if state == State.IN_REVIEW:
        return pages.filter(Exists(translations.filter(waiting)))
    settled = translations.filter(~waiting)
    if state == State.IN_PROGRESS:
        return pages.filter(Exists(settled.filter(live=False)))
    live = settled.filter(live=True)
    other_words = ~Q(source_text__digest=OuterRef("source_text__digest"))
    behind = Q(source_text__isnull=False) & other_words
    known = Q(source_text__isnull=False)
    if state == State.BEHIND:
        return pages.filter(known, Exists(live.filter(behind)))
    return pages.filter(Exists(live.exclude(behind)) | ~known & Exists(live))


def progress(keys, locales):
    """How much is translated: {(translation key, locale number): (translation number, percent)}.

    `keys` are those of the texts wanted. Four queries, however many there are.
    """
    from wagtail_localize.models import StringSegment, Translation

    translations = list(
        Translation.objects.filter(
            source__object_id__in=keys, target_locale__in=locales, enabled=True
        ).values_list("pk", "source_id", "source__object_id", "target_locale_id")
    )
    segments = StringSegment.objects.filter(source_id__in={row[1] for row in translations})
    totals = dict(
        segments.values("source_id").annotate(n=models.Count("pk")).values_list("source_id", "n")
    )
    done = segments.filter(
        context__translations__translation_of_id=F("string_id"),
        context__translations__locale__in=locales,
        context__translations__has_error=False,
    ).values("source_id", "context__translations__locale_id")
    counts = {
        (row["source_id"], row["context__translations__locale_id"]): row["n"]
        for row in done.annotate(n=models.Count("pk"))
    }
    result = {}
    for pk, source, key, locale in translations:
        total = totals.get(source, 0)
        translated = counts.get((source, locale), 0)
        # 100 only when nothing is left.
        result[key, locale] = (pk, 100 if translated >= total else 100 * translated // total)
    return result
