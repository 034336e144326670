"""Where names lie as records: pages, their revisions, what translators were given.

Each place finds what it would change without writing, and changes one thing found.
"""

import json
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision
from wagtail_localize.models import OverridableSegment, SegmentOverride, TranslationSource

from letters.receivers import SIGNED_PAGES

from .records import without


@dataclass(frozen=True)
class Found:
    """Something that holds the name: a stored object, what becomes of it, how many times."""

    place: Any
    stored: Any
    changed: Any = None
    count: int = 1
    page: int | None = None  # primary key, where it belongs to a page

    def change(self):
        """Write it without the name."""
        self.place.change(self.stored, self.changed)


class SignedPages:
    """The signatories as the page shows them, or would if it were published."""

    label = _("names on pages")

    def find(self, target):
        """Pages of all languages, aliases and copies included."""
        for model in SIGNED_PAGES:
            pages = model.objects.order_by("pk")
            if target.pages is not None:
                pages = pages.filter(pk__in=target.pages)
            for page in target.holding(pages, "signatories"):
                kept, count = without(list(page.signatories.raw_data), target.matches)
                if count:
                    yield Found(self, page, kept, count, page.pk)

    def change(self, page, signatories):
        """Save the list alone; signatures, search index and translations follow from it."""
        page.signatories = signatories
        page.save(clean=False, update_fields=["signatories"])


class Revisions:
    """Drafts and earlier versions, of pages and of organisations."""

    label = _("drafts and earlier versions")

    def find(self, target):
        """Revisions of any type whose content holds a record."""
        revisions = Revision.objects.order_by("pk")
        if target.pages is not None:
            revisions = revisions.filter(object_id__in=map(str, target.pages))
        for revision in target.holding(revisions, "content"):
            kept, count = without(revision.content, target.matches)
            if count:
                is_page = "translation_key" in revision.content and "path" in revision.content
                page = int(revision.object_id) if is_page else None
                yield Found(self, revision, kept, count, page)

    def change(self, revision, content):
        """Save the content, and a label that does not repeat the name of an organisation."""
        fields = {"content": content}
        if "names" in content:
            fields["object_str"] = f"#{revision.object_id}"
        Revision.objects.filter(pk=revision.pk).update(**fields)


class TranslationData:
    """The copies that translators work from."""

    label = _("copies for translators")
    fields = {
        TranslationSource: "content_json",
        OverridableSegment: "data_json",
        SegmentOverride: "data_json",
    }

    def find(self, target):
        """Sources, and values that a translation overrides."""
        for model, name in self.fields.items():
            rows = model.objects.order_by("pk")
            if target.text:
                key = "object_id" if model is TranslationSource else "context__object_id"
                rows = rows.filter(**{key: target.text})
            for row in target.holding(rows, name):
                kept, count = without(json.loads(getattr(row, name)), target.matches)
                if count:
                    yield Found(self, row, json.dumps(kept), count)

    def change(self, row, text):
        """Save the text alone."""
        type(row).objects.filter(pk=row.pk).update(**{self.fields[type(row)]: text})
