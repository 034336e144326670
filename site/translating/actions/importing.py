"""Taking translated texts in."""

from django.db import transaction
from wagtail_localize.models import StringTranslation

from ..file_plans import checked, same
from ..segments import segments_of


@transaction.atomic
def import_texts(*, translation, values, by, tool_name=""):
    """Store translated texts: `values` is {key of the segment: HTML}.

    Texts that are the same already, and keys that are no longer there, are left alone.
    Returns how many were stored. Raises `ValueError` where one is not fit to be stored, and
    then stores none.
    """
    stored = 0
    for segment in segments_of(translation):
        html = values.get(segment.key)
        if html is None or same(html, segment.target):
            continue
        StringTranslation.objects.update_or_create(
            translation_of_id=segment.string_id,
            locale=translation.target_locale,
            context_id=segment.context_id,
            defaults={
                "data": checked(segment, html),
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "tool_name": tool_name,
                "last_translated_by": by,
                "has_error": False,
                "field_error": "",
            },
        )
        stored += 1
    return stored
