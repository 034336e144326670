"""Where an organisation is named by its number: records under texts, in pages and drafts."""

import json
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from wagtail.models import Revision
from wagtail_localize.models import TranslationSource

from letters.models import OpenLetterPage, StatementPage

SIGNED_PAGES = [OpenLetterPage, StatementPage]


@dataclass
class Reference:
    """Something stored that names the organisation, and the ids of the records that do."""

    stored: object
    records: list
    content: object  # what is stored, ready to be changed and saved


def find(organisation_pk):
    """Yield a `Reference` for every page, revision and translator's copy."""
    chosen = f'"organisation": "{organisation_pk}"'
    convenor = f'"organisation": {organisation_pk}'
    inner = json.dumps(chosen)[1:-1]  # in a string of JSON within JSON
    for model in SIGNED_PAGES:
        pages = _holding(model.objects.order_by("pk"), "signatories", chosen)
        for page in pages:
            yield from _reference(page, list(page.signatories.raw_data), organisation_pk)
    types = ContentType.objects.get_for_models(*SIGNED_PAGES).values()
    revisions = Revision.objects.filter(content_type__in=types).order_by("pk")
    for revision in _holding(revisions, "content", inner, convenor):
        yield from _reference(revision, revision.content, organisation_pk)
    for source in _holding(TranslationSource.objects.order_by("pk"), "content_json", inner):
        yield from _reference(source, json.loads(source.content_json), organisation_pk)


def change(reference, old_pk, new_pk, only=None):
    """Make the records of a reference, or `only` some of them by id, name another one."""
    content = _changed(reference.content, old_pk, new_pk, only)
    stored = reference.stored
    if isinstance(stored, Revision):
        Revision.objects.filter(pk=stored.pk).update(content=content)
    elif isinstance(stored, TranslationSource):
        text = json.dumps(content)
        TranslationSource.objects.filter(pk=stored.pk).update(content_json=text)
    else:
        # Alone: what else the page holds may be a draft. Its signatures follow.
        stored.signatories = content
        stored.save(clean=False, update_fields=["signatories"])


def _holding(queryset, field, *texts):
    condition = Q()
    for text in texts:
        condition |= Q(_text__contains=text)
    found = queryset.alias(_text=Cast(field, TextField())).filter(condition)
    for pk in list(found.values_list("pk", flat=True)):
        yield queryset.get(pk=pk)


def _reference(stored, content, pk):
    records = [_key(record) for record in _records(content) if _names(record, pk)]
    if records:
        yield Reference(stored, records, content)


def _records(content):
    """The records of signatories, and the convenors, in stored content of either shape."""
    if isinstance(content, dict):
        yield from _records(json.loads(content.get("signatories") or "[]"))
        yield from content.get("convenors") or []
        return
    for block in content:
        yield from block["value"].get("names") or []


def _names(record, pk):
    return record.get("organisation") in (pk, str(pk))


def _key(record):
    return record.get("id") or f"convenor-{record.get('pk')}"


def _changed(content, old_pk, new_pk, only):
    """`content` with another organisation in its records; changes it in place."""
    if isinstance(content, dict):
        signatories = json.loads(content.get("signatories") or "[]")
        _changed(signatories, old_pk, new_pk, only)
        content["signatories"] = json.dumps(signatories)
        records = content.get("convenors") or []
    else:
        records = list(_records(content))
    for record in records:
        if _names(record, old_pk) and (only is None or _key(record) in only):
            record["organisation"] = type(record["organisation"])(new_pk)
    return content
