"""What translations keep of their source page's signatories."""

import json

from django.db import transaction
from wagtail.models import Revision
from wagtail_localize.models import TranslationSource

# What a translation holds only as a copy of its source page.
COPIED_FIELDS = ["signatories", "stated_total", "anonymous_count", "names_shown"]


@transaction.atomic
def copy_signatories_to_translations(letter):
    """Bring the copies of a letter's signatories up to date wherever translating left one.

    Translations *show* the signatories of their source page; this is for the copies that
    lie in the database all the same: in the translated pages, their latest revisions and
    the text that translators were given. A name withdrawn from the source is gone there too.
    Takes the source page (`SignedPage`); does nothing for any other.
    """
    if letter.source.pk != letter.pk:
        return
    values = {name: getattr(letter, name) for name in COPIED_FIELDS}
    content = json.loads(letter.to_json())
    letter.get_translations().update(**values)
    _write_into_texts(letter, {name: content[name] for name in COPIED_FIELDS})


def _write_into_texts(letter, serialised):
    """Write values into all revisions of translations and what translators were given."""
    # Revisions are found by text: their object_id is a string.
    keys = [str(pk) for pk in letter.get_translations().values_list("pk", flat=True)]
    page_type = letter.cached_content_type
    revisions = Revision.objects.filter(content_type=page_type, object_id__in=keys)
    for revision in revisions.iterator(chunk_size=50):
        revision.content |= serialised
        revision.save(update_fields=["content"])
    for source in TranslationSource.objects.filter(object_id=letter.translation_key):
        source.content_json = json.dumps(json.loads(source.content_json) | serialised)
        source.save(update_fields=["content_json"])


@transaction.atomic
def take_signatories_from_translations(letter):
    """Empty the copies that translations hold of a letter's signatories and convenors.

    Takes a source page (`SignedPage`) that is about to be deleted, and leaves it as it is;
    does nothing for any other.
    """
    emptied = type(letter).objects.get(pk=letter.pk)
    if emptied.source.pk != emptied.pk:
        return
    emptied.signatories = []
    emptied.stated_total, emptied.anonymous_count = None, 0
    copy_signatories_to_translations(emptied)
    if hasattr(letter, "convenors"):
        letter.convenors.model.objects.filter(page__in=letter.get_translations()).delete()
        _write_into_texts(letter, {"convenors": []})
