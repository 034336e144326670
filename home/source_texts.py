"""Noticing that the words of a page changed after others were translated from it."""

import hashlib

from wagtail.models import Page
from wagtail.signals import page_published
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def connect():
    """Follow what is published."""
    page_published.connect(remember, dispatch_uid="words of a page")


def remember(instance, **kwargs):
    """Keep the fingerprint of a page's words, and when it became another.

    Only of the page first written; aliases have no words of their own. What gives
    translators nothing to do, such as names of signatories, changes nothing here.
    """
    from home.models import SourceText

    if instance.alias_of_id or not is_first_written(instance):
        return
    digest = words_digest(instance)
    known = SourceText.objects.filter(page=instance.pk).first()
    if known is None:
        # Of a page published before it was known there is nothing to say.
        moment = instance.first_published_at or instance.last_published_at
        SourceText.objects.create(page_id=instance.pk, digest=digest, changed_at=moment)
    elif known.digest != digest:
        known.digest, known.changed_at = digest, instance.last_published_at
        known.save()


def is_first_written(page):
    """Whether `page` is the oldest of its translations."""
    keys = Page.objects.filter(translation_key=page.translation_key).order_by("pk")
    return keys.values_list("pk", flat=True).first() == page.pk


def words_digest(page):
    """A fingerprint of everything on a page that is given to translators."""
    words = [
        f"{segment.path}\0{segment.string.data}"
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue)
    ]
    return hashlib.sha256("\0\0".join(sorted(words)).encode()).hexdigest()
