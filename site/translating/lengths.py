"""Translations that do not fit into their field are marked when they are stored.

wagtail-localize looks at the length of a title when it publishes and at no other: whatever else
is too long ends in an error of the server, a title already where it is typed, as a page is given
it as the title of its draft at once. What is marked stands in its editor with the reason, counts
as not translated, and never reaches a page, whichever way it came in.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save, pre_save
from wagtail.models import Page
from wagtail_localize.models import (
    StringTranslation,
    TranslationSource,
    post_save_string_translation,
)
from wagtail_localize.strings import StringValue

from .segments import length_error, limit_of


def connect():
    """Look at everything that is stored; give pages the titles of their drafts ourselves."""
    pre_save.connect(mark, sender=StringTranslation, dispatch_uid="translations that are too long")
    post_save.disconnect(post_save_string_translation, sender=StringTranslation)
    post_save.connect(name_draft, sender=StringTranslation, dispatch_uid="titles of drafts")


def mark(instance, raw=False, update_fields=None, **kwargs):
    """Mark a translation that is too long for the place it is for."""
    if raw or instance.context is None or (update_fields and "data" not in update_fields):
        return
    value = _value(instance.data)
    limit = limit_of(_model(instance.context), instance.context.path)
    if value and (error := length_error(value.data, limit)):
        instance.has_error, instance.field_error = True, error


def name_draft(instance, raw=False, **kwargs):
    """Show a translated title in lists of the admin before it is published, unless it is wrong."""
    if raw or instance.has_error or instance.context is None or instance.context.path != "title":
        return
    if value := _value(instance.data):
        Page.objects.filter(
            translation_key=instance.context.object_id, locale=instance.locale_id
        ).update(draft_title=value.render_text())


def _model(context):
    """The type of what a text stands in."""
    # The object itself knows a page only as a page.
    found = TranslationSource.objects.filter(object_id=context.object_id)
    number = found.values_list("specific_content_type", flat=True).first()
    known = ContentType.objects.get_for_id(number) if number else context.object.content_type
    return known.model_class()


def _value(html):
    """The `StringValue` of what was written; None where it is no HTML, an error by itself."""
    try:
        return StringValue.from_translated_html(html)
    except ValueError:
        return None
