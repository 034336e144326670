"""Writes names wherever staff and programs write in passing; for `canary_scenario.py`."""

import hashlib

from django.utils import timezone
from wagtail.embeds.models import Embed
from wagtail.models import Comment, CommentReply, PageLogEntry, Revision, TaskState, Workflow
from wagtail_localize.models import (
    SegmentOverride,
    String,
    StringTranslation,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.strings import StringValue

from letters.models import PagePDF
from translating.models import Assignment, GlossaryTerm, GlossaryTranslation, ReleaseSet


def write_notes(page, names, *, user, language):
    """Have `names` stand in every kind of note about a published page."""
    text = " & ".join(names)
    Workflow.objects.first().start(page, user)
    TaskState.objects.update(comment=text)
    for name in names:
        comment = Comment.objects.create(page=page, user=user, text=name, contentpath="title")
        CommentReply.objects.create(comment=comment, user=user, text=f"“{name}”?")
        term = GlossaryTerm.objects.create(term=f"Of {name}", definition=name)
        for term_text in (name, "x"):
            GlossaryTranslation.objects.create(
                entry=term, locale=language, text=term_text, note=name
            )
    Assignment.objects.create(page=page, locale=language, user=user, note=text)
    ReleaseSet.objects.create(name=f"With {names[0]}"[:120], problems=[{"message": text}])
    ReleaseSet.objects.create(name=f"With {names[1]}"[:120])
    type(page).objects.get(pk=page.pk).save_revision(user=user)  # with the comments
    _write_for_translators(page, names, text, language)
    PageLogEntry.objects.filter(page=page).update(label=text)
    Revision.objects.for_instance(page).update(object_str=text)
    PagePDF.objects.filter(page=page).update(problem={"code": "typst", "message": text})
    Embed.objects.create(
        url="https://example.org/film",
        hash=hashlib.md5(b"film", usedforsecurity=False).hexdigest(),
        type="video",
        html=f"<p>{text}</p>",
        title=text,
        author_name=names[0],
        last_updated=timezone.now(),
    )


def _write_for_translators(page, names, text, language):
    context = TranslationContext.objects.filter(object_id=page.translation_key).first()
    for name in names:
        StringTranslation.objects.create(
            translation_of=String.from_value(page.locale, StringValue(f"Led by {name}.")),
            locale=language,
            context=context,
            data=name,
            field_error=text,
        )
    SegmentOverride.objects.create(
        locale=language, context=context, data_json='""', has_error=True, field_error=text
    )
    TranslationSource.objects.update(object_repr=text[:200])
