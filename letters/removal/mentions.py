"""Where a name stands in prose, which only a person can rewrite."""

from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.models import FormState
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, ModelLogEntry, Page, PageLogEntry, Revision
from wagtail.search.models import IndexEntry
from wagtail_localize.models import String, StringSegment, StringTranslation

from letters.models import DismissedCheck, OrganisationName, RemovedSignatory, Signature

from .notes import NOTES
from .records import without
from .spellings import decoded, mentions

# Rows that follow from others, that are emptied anyway, or that hold no name by design.
DERIVED = [DismissedCheck, FormState, ModelLogEntry, PageLogEntry, RemovedSignatory, Signature]
TEXT_FIELDS = (models.CharField, models.TextField, models.JSONField, StreamField)
FEW = 200


@dataclass(frozen=True)
class Mention:
    """One thing whose text holds the name, and where to edit it."""

    what: str
    where: str
    address: str = ""


def find_mentions(target):
    """Look through the text of every table; return up to `FEW` mentions (`Mention`)."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        names = left_to_people(model)
        if not names:
            continue
        for row in target.holding(model._base_manager.order_by("pk"), *names, any_case=True):
            if not _is_left_alone(row, target):
                continue
            for name in names:
                if _mentions(getattr(row, name), target):
                    found.setdefault(_mention(row, name))
            if len(found) >= FEW:
                return list(found)
    return list(found)


def left_to_people(model):
    """The text fields of `model` in which a name is reported and not removed (a list)."""
    options = model._meta
    ours = options.managed and not options.proxy
    if not ours or model in DERIVED or options.app_label == IndexEntry._meta.app_label:
        return []
    notes = NOTES[model].fields if model in NOTES else ()
    return [
        field.name
        for field in model._meta.local_concrete_fields
        if isinstance(field, TEXT_FIELDS)
        and not field.primary_key
        and field.name not in ("path", "url_path", "password")
        and field.name not in notes
    ]


def _is_left_alone(row, target):
    """Whether the row stays when the target is removed, and belongs to what is looked at."""
    if target.pages is not None:
        if isinstance(row, Revision):
            return row.object_id in map(str, target.pages)
        return isinstance(row, Page) and row.pk in target.pages
    if isinstance(row, OrganisationName):
        return row.organisation_id != target.organisation and row.text not in target.names
    if isinstance(row, String | StringTranslation):
        sentence = row.pk if isinstance(row, String) else row.translation_of_id
        return StringSegment.objects.filter(string=sentence).exists()
    return not (isinstance(row, DBTaskResult) and row.finished_at)


def _mentions(value, target):
    """Whether the name stands in `value` apart from the records that are taken out."""
    if hasattr(value, "raw_data"):
        value = list(value.raw_data)
    elif isinstance(value, dict):
        value = {key: item for key, item in value.items() if key != COMMENTS_RELATION_NAME}
    elif isinstance(value, str):
        value = decoded(value) or value
    rest, _count = without(value, target.matches)
    return mentions(rest, target.spellings)


def _mention(row, name):
    thing, where = row, row._meta.get_field(name).verbose_name
    if isinstance(row, Revision):
        thing = row.content_object or row
        where = _("drafts and earlier versions")
    elif owner := getattr(row, "page", None) or getattr(row, "document", None):
        thing, where = owner, row._meta.verbose_name
    if isinstance(thing, Page):
        what = thing.get_admin_display_title()
    else:
        what = f"{thing._meta.verbose_name} #{thing.pk}"
    return Mention(str(what), str(where), AdminURLFinder().get_edit_url(thing) or "")
