"""Noticing that the words of a page changed after others were translated from it."""

import hashlib

from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published
from wagtail_localize.models import TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def connect():
    """Follow what is published."""
    page_published.connect(remember, dispatch_uid="words of a page")


def remember(instance, **kwargs):
    """Keep a fingerprint of the words of a published page, or of those it was translated from.

    Of the page first written: its own words, and when they became others. Of a translation:
    the words of the first one that its translators were given. Aliases have no words of
    their own. What gives translators nothing to do, such as names of signatories, changes
    nothing here.
    """
    from home.models import SourceText

    if instance.alias_of_id or not instance.live:
        return  # to be published later
    same = Page.objects.filter(translation_key=instance.translation_key)
    first = same.filter(alias_of__isnull=True).order_by("pk").first()
    is_first = first.pk == instance.pk
    digest = words_digest(instance) if is_first else _digest_of_basis(instance, first)
    known = SourceText.objects.filter(page=instance.pk).first()
    if known is None:
        # Of a page published before it was known there is nothing to say.
        moment = instance.first_published_at or timezone.now()
        SourceText.objects.create(page_id=instance.pk, digest=digest, changed_at=moment)
    elif known.digest != digest:
        known.digest, known.changed_at = digest, instance.last_published_at or timezone.now()
        known.save()


def remember_all():
    """Keep the fingerprints of pages that were published before there were any.

    What a translation was made from is what its translators were given, else what its
    original said when the translation was published. Returns for how many pages.
    """
    from home.models import SourceText

    missing = Page.objects.live().filter(depth__gt=1, alias_of=None, source_text=None)
    count = 0
    # Originals are the oldest, so they come before what was translated from them.
    for number in missing.order_by("pk").values_list("pk", flat=True):
        page = Page.objects.get(pk=number).specific
        moment = page.last_published_at or timezone.now()
        SourceText.objects.create(page_id=number, digest=_past_digest(page), changed_at=moment)
        count += 1
    return count


def _past_digest(page):
    same = Page.objects.filter(translation_key=page.translation_key, alias_of=None)
    first = same.order_by("pk").first()
    if first.pk == page.pk:
        return words_digest(page)
    then = None
    if page.last_published_at and not _given(page):
        earlier = first.revisions.filter(created_at__lte=page.last_published_at)
        then = earlier.order_by("-created_at").first()
    return words_digest(then.as_object()) if then else _digest_of_basis(page, first)


def _digest_of_basis(translation, first):
    given = _given(translation)
    return words_digest(given.as_instance() if given else first.specific)


def _given(translation):
    """What the translators of a page were given (`TranslationSource`), or None."""
    return TranslationSource.objects.filter(
        object_id=translation.translation_key,
        translations__target_locale=translation.locale_id,
        translations__enabled=True,
    ).first()


def words_digest(page):
    """A fingerprint of everything on a page that is given to translators."""
    return hashlib.sha256("\0".join(words_of(page)).encode()).hexdigest()


def words_of(text):
    """Everything in a page or other text that is given to translators (list of HTML)."""
    return [
        segment.string.data
        for segment in extract_segments(text)
        if isinstance(segment, StringSegmentValue)
    ]
