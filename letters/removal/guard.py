"""Keeps a removed name from coming back with a text that was open in a browser."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .records import name_of, without


class RefuseRemovedNames:
    """For the form of a signed page: says which names were removed, and when."""

    def clean(self):
        """Refuse removed names. Nothing of what was typed is lost."""
        cleaned = super().clean()
        blocks = cleaned.get("signatories") or []
        lists = [block.value for block in blocks if block.block_type == "signatory_list"]
        names = [record.raw for value in lists for record in value["names"]]
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
    found = revision.content.get("signatories")
    text = revision.content.get("translation_key")
    if not found or not text:
        return
    kept, count = _without_removed(found, UUID(str(text)))
    if count:
        revision.content = revision.content | {"signatories": kept}
        type(revision).objects.filter(pk=revision.pk).update(content=revision.content)


def strip_from_page(page):
    """The same for a signed page."""
    kept, count = _without_removed(list(page.signatories.raw_data), page.translation_key)
    if count:
        page.signatories = kept
        type(page).objects.filter(pk=page.pk).update(signatories=page.signatories)


def _without_removed(value, text):
    """`value` without removed names, and how many it held. Any model may have a field of this
    name, so that nothing is taken for granted about its shape."""
    from .memory import removed_among

    names = set()
    without(value, lambda record: names.add(name_of(record)))  # matches nothing
    names.discard(None)
    removed = removed_among(names, text) if names else {}
    return without(value, lambda record: name_of(record) in removed) if removed else (value, 0)
