"""Keeps a removed name from coming back with a text that was open in a browser."""

import json
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .records import without


class RefuseRemovedNames:
    """For the form of a signed page: says which names were removed, and when."""

    def clean(self):
        """Refuse removed names. Nothing of what was typed is lost."""
        cleaned = super().clean()
        blocks = cleaned.get("signatories") or []
        names = [record.raw for block in blocks for record in block.value["names"]]
        for message in _refusals(names, self.instance.translation_key):
            self.add_error("signatories", ValidationError(message))
        return cleaned


def _refusals(names, text):
    from .memory import KEPT_FOR, removed_among  # the form is part of the models

    for name, removed_at in removed_among(names, text).items():
        yield _(
            "“%(name)s” was removed from everywhere on %(day)s. Delete its line to save. "
            "If it shall stand here again, add it after %(end)s."
        ) % {
            "name": name,
            "day": date_format(localtime(removed_at)),
            "end": date_format(localtime(removed_at + KEPT_FOR)),
        }


def strip_from_revision(revision):
    """Take removed names out of a revision that has just been stored.

    The form refuses them before; this is for a save that was under way during the removal,
    and for whatever saves without the form.
    """
    stream = revision.content.get("signatories")
    text = revision.content.get("translation_key")
    if not stream or not text:
        return
    kept, count = _without_removed(json.loads(stream), UUID(text))
    if count:
        revision.content = revision.content | {"signatories": json.dumps(kept)}
        type(revision).objects.filter(pk=revision.pk).update(content=revision.content)


def strip_from_page(page):
    """The same for a signed page."""
    kept, count = _without_removed(list(page.signatories.raw_data), page.translation_key)
    if count:
        page.signatories = kept
        type(page).objects.filter(pk=page.pk).update(signatories=page.signatories)


def _without_removed(blocks, text):
    from .memory import removed_among

    names = {record["raw"] for block in blocks for record in block["value"].get("names") or []}
    removed = removed_among(names, text) if names else {}
    return without(blocks, lambda record: record.get("raw") in removed) if removed else (blocks, 0)
