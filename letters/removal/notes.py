"""What staff write for one another: comments of a review, notes, labels of the history.

Nobody but staff reads them and little hangs on their wording, so that an ellipsis takes the
place of the name. What readers see is prose, which a person rewrites: `mentions`.
"""

from collections import namedtuple

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.embeds.models import Embed
from wagtail.models import COMMENTS_RELATION_NAME, Comment, CommentReply, Revision, TaskState
from wagtail_localize.models import (
    SegmentOverride,
    String,
    StringSegment,
    StringTranslation,
    TranslationSource,
)

from letters.models import PagePDF

from .places import Found
from .spellings import mentions, replaced

Note = namedtuple("Note", "fields page subject")
NOTES = {}


def register_notes(model, *fields, page=None, subject=None):
    """Have the name taken out of text or JSON fields of `model`, by an app's `ready`.

    `page` is the lookup of the primary key of the page that a note belongs to, else a note
    stays when only one text is meant. A row is deleted where nothing but the name stood in
    `subject`, and where what is left of it is there already.
    """
    NOTES[model] = Note(fields, page, subject)


class Notes:
    """The notes of all apps."""

    label = _("notes and comments of staff")

    def find(self, target):
        """Rows in whose notes the name stands, and what they say without it."""
        for model, note in NOTES.items():
            rows = model._base_manager.order_by("pk")
            if target.pages is not None:
                if not note.page:
                    continue
                rows = rows.filter(**{f"{note.page}__in": sorted(map(str, target.pages))})
            for row in target.holding(rows, *note.fields, any_case=True):
                changed = {name: replaced(getattr(row, name), target) for name in note.fields}
                if any(changed[name] != getattr(row, name) for name in note.fields):
                    yield Found(self, row, changed)

    def change(self, row, changed):
        """Write it without the name, or delete it."""
        model = type(row)
        left = changed.get(NOTES[model].subject)
        if left is not None and not any(map(str.isalnum, left)):
            row.delete()
            return
        try:
            with transaction.atomic():
                model._base_manager.filter(pk=row.pk).update(**changed)
        except IntegrityError:
            row.delete()


class CommentsInVersions:
    """Comments beside a text, of which every version keeps a copy."""

    label = _("comments in earlier versions")

    def find(self, target):
        """Versions of pages with the name in a comment."""
        revisions = Revision.page_revisions.order_by("pk")
        if target.pages is not None:
            revisions = revisions.filter(object_id__in=map(str, target.pages))
        field = f"content__{COMMENTS_RELATION_NAME}"
        for revision in target.holding(revisions, field, any_case=True):
            comments = revision.content.get(COMMENTS_RELATION_NAME)
            changed = replaced(comments, target)
            if changed != comments:
                yield Found(self, revision, revision.content | {COMMENTS_RELATION_NAME: changed})

    def change(self, revision, content):
        """Save the content."""
        Revision.objects.filter(pk=revision.pk).update(content=content)


class UnusedStrings:
    """Sentences of earlier texts, and their translations, which are kept for other texts."""

    label = _("sentences kept for translators")

    def find(self, target):
        """Those that no text to be translated has now."""
        if target.pages is not None:
            return
        used = StringSegment.objects.values("string")
        for model, key in ((String, "pk__in"), (StringTranslation, "translation_of__in")):
            rows = model.objects.exclude(**{key: used}).order_by("pk")
            for row in target.holding(rows, "data", any_case=True):
                if mentions(row.data, target.spellings):
                    yield Found(self, row)

    def change(self, row, _changed):
        """Delete it."""
        type(row).objects.filter(pk=row.pk).delete()


register_notes(TaskState, "comment", page="workflow_state__object_id")
register_notes(Comment, "text", page="page")
register_notes(CommentReply, "text", page="comment__page")
register_notes(PagePDF, "problem", page="page")
# Labels and messages of programs, written anew with the next save.
register_notes(Revision, "object_str", page="object_id")
register_notes(TranslationSource, "object_repr")
register_notes(StringTranslation, "field_error")
register_notes(SegmentOverride, "field_error")
register_notes(Embed, "html", "title", "author_name")
