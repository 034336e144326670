"""Making two organisations again of two that were merged.

undo_merge(entry=entry, by=user)          # the entry that merging wrote in the history
"""

from django.db import transaction
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from letters.actions.signatures import derive_signatures
from letters.models import Convenor, Organisation, OrganisationName, Signature

from . import references
from .arranging import arrange
from .merging import MERGE, MergeError, check_permission, facts_of, finish

UNDO = "letters.undo_merge"


def can_undo(entry):
    """Whether a merge can still be taken back."""
    pk = entry.data["removed"]
    undone = ModelLogEntry.objects.filter(action=UNDO, data__merge=entry.pk).exists()
    return not undone and not Organisation.objects.filter(pk=pk).exists()


@transaction.atomic
def undo_merge(*, entry, by):
    """Make two organisations again of those that were merged; return the one that is back.

    What was changed since stays as it is. Raises `MergeError` when it is too late.
    """
    check_permission(by)
    keep = Organisation.objects.select_for_update().filter(pk=entry.object_id).first()
    if keep is None:
        raise MergeError(_("The organisation is not in the directory any more."))
    if entry.action != MERGE or not can_undo(entry):
        raise MergeError(_("This merge has been taken back already."))
    data = entry.data
    back = _restore(data, keep)
    Convenor.objects.filter(pk__in=data["convenors"], organisation=keep).update(organisation=back)
    for page, sort_order in data["convenors_folded"]:
        if Convenor.objects.filter(page=page, organisation=keep).exists():
            Convenor.objects.create(page_id=page, organisation=back, sort_order=sort_order)
    _restore_records(data["records"], keep.pk, back.pk)
    _restore_signatures(keep, back)
    finish(back.pk, {}, UNDO, by, {"merge": entry.pk, "kept": keep.pk})
    unchanged = {
        name: value
        for name, value in data["kept_facts"].items()
        if not data["kept_facts"][name] and facts_of(keep)[name] == data["facts"][name]
    }
    finish(keep.pk, unchanged, UNDO, by, {"merge": entry.pk, "restored": back.pk})
    return back


def _restore(data, keep):
    facts = dict(data["facts"])
    created_at = parse_datetime(facts.pop("created_at"))
    back = Organisation.objects.create(pk=data["removed"], **facts)
    Organisation.objects.filter(pk=back.pk).update(created_at=created_at)
    for pk, kind, preferred in data["names"]:
        OrganisationName.objects.filter(pk=pk, organisation=keep).update(
            organisation=back, kind=kind, preferred=preferred
        )
    for twin, language, kind, preferred in data["folded"]:
        name = OrganisationName.objects.filter(pk=twin, organisation=keep).first()
        if name:
            back.names.model.objects.create(
                organisation=back,
                text=name.text,
                language=language,
                kind=kind,
                preferred=preferred,
            )
    if not OrganisationName.objects.filter(organisation=back).exists():
        raise MergeError(_("None of its names is left, so it cannot be brought back."))
    arrange([back.pk])
    return back


def _restore_records(moved, keep_pk, back_pk):
    ids = {(label, key): set(records) for label, key, records in moved}
    for found in references.find(keep_pk):
        only = ids.get((found.stored._meta.label_lower, found.stored.pk))
        if only and only & set(found.records):
            references.change(found, keep_pk, back_pk, only)


def _restore_signatures(keep, back):
    """Let the pages say again whose their names are."""
    pages = Signature.objects.filter(organisation=keep).order_by().values("page").distinct()
    for model in references.SIGNED_PAGES:
        for page in model.objects.filter(pk__in=pages):
            derive_signatures(page)
