"""Merging two organisations of the directory into one.

    plan = plan_merge(keep=one, remove=other)            # writes nothing
    entry = merge_organisations(keep=one, remove=other, by=user)

The entry in the history says by numbers, never by names, what was where before: a name that
is removed from everywhere afterwards is not kept by it.
"""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from letters.models import Convenor, Organisation, OrganisationName, Signature
from letters.scripts import scripts_in

from . import references
from .arranging import arrange

MERGE = "letters.merge_organisations"
PERMISSIONS = ["letters.change_organisation", "letters.delete_organisation"]
FACTS = ["country", "website", "member", "suppressed"]


class MergeError(Exception):
    """Two organisations cannot be merged, or a merge cannot be taken back; says why."""


@dataclass
class MergePlan:
    """What merging changes."""

    keep: Organisation
    remove: Organisation
    moved: list = field(default_factory=list)  # (name, its kind afterwards)
    folded: list = field(default_factory=list)  # (name, the same name of the other)
    texts: int = 0  # published texts that it signed
    drafts: int = 0  # drafts, earlier versions and copies for translators that name it
    convened: int = 0
    facts: dict = field(default_factory=dict)  # of `keep` afterwards
    lost: list = field(default_factory=list)  # (name of a fact, value that is dropped)


def plan_merge(*, keep, remove):
    """Say what `merge_organisations` would change (a `MergePlan`), without writing."""
    if keep.pk == remove.pk:
        raise MergeError(_("Choose another organisation: one cannot be merged with itself."))
    plan = MergePlan(keep, remove)
    kept = list(OrganisationName.objects.filter(organisation=keep))
    by_text = {name.text: name for name in kept}
    for name in OrganisationName.objects.filter(organisation=remove).order_by("pk"):
        if name.text in by_text:
            plan.folded.append((name, by_text[name.text]))
        else:
            plan.moved.append((name, _kind_afterwards(name, kept)))
    signatures = Signature.objects.filter(organisation=remove)
    plan.texts = signatures.order_by().values("page").distinct().count()
    drafts = (found for found in references.find(remove.pk) if not _is_page(found.stored))
    plan.drafts = sum(1 for _found in drafts)
    plan.convened = Convenor.objects.filter(organisation=remove).count()
    _plan_facts(plan)
    return plan


def _kind_afterwards(name, kept):
    """A second full name in the same script or language is another spelling."""
    kinds = OrganisationName.Kind
    if not name.preferred or name.kind != kinds.NAME:
        return name.kind
    same = [
        other
        for other in kept
        if other.is_full
        and set(scripts_in(other.text)) & set(scripts_in(name.text))
        and (not name.language or not other.language or name.language == other.language)
    ]
    return kinds.ALIAS if same else kinds.TRANSLATION


def _plan_facts(plan):
    for name in FACTS:
        kept, removed = getattr(plan.keep, name), getattr(plan.remove, name)
        plan.facts[name] = str(kept or removed) if name == "country" else kept or removed
        if kept and removed and kept != removed:
            label = Organisation._meta.get_field(name).verbose_name
            plan.lost.append((label, getattr(removed, "name", removed)))


def _is_page(stored):
    return isinstance(stored, tuple(references.SIGNED_PAGES))


@transaction.atomic
def merge_organisations(*, keep, remove, by):
    """Make `remove` part of `keep` and return the entry in the history that can undo it.

    Names, signatures, convenors and the records in pages and drafts move; raises
    `MergeError`, or `PermissionDenied` for a user who may not.
    """
    check_permission(by)
    rows = Organisation.objects.select_for_update().in_bulk([keep.pk, remove.pk])
    if len(rows) < 2 and keep.pk != remove.pk:
        raise MergeError(_("One of the two organisations is not there any more."))
    plan = plan_merge(keep=rows[keep.pk], remove=rows[remove.pk])
    data = {
        "removed": remove.pk,
        "facts": facts_of(plan.remove) | {"created_at": plan.remove.created_at.isoformat()},
        "kept_facts": facts_of(plan.keep),
        "names": [[name.pk, name.kind, name.preferred] for name, _kind in plan.moved],
        "folded": [
            [twin.pk, name.language, name.kind, name.preferred] for name, twin in plan.folded
        ],
    }
    for name, kind in plan.moved:
        OrganisationName.objects.filter(pk=name.pk).update(
            organisation=keep.pk, kind=kind, preferred=False
        )
    data |= _move_convenors(plan) | {"records": _move_records(remove.pk, keep.pk)}
    Signature.objects.filter(organisation=remove.pk).update(organisation=keep.pk)
    Organisation.objects.get(pk=remove.pk).delete()
    return finish(keep.pk, plan.facts, MERGE, by, data)


def check_permission(by):
    """Raise `PermissionDenied` for a user who may not merge."""
    if by is not None and not by.has_perms(PERMISSIONS):
        raise PermissionDenied


def facts_of(organisation):
    """What an organisation says of itself besides its names, ready for JSON."""
    return {
        name: str(getattr(organisation, name)) if name == "country" else getattr(organisation, name)
        for name in FACTS
    }


def _move_convenors(plan):
    already = set(
        Convenor.objects.filter(organisation=plan.keep.pk).values_list("page_id", flat=True)
    )
    mine = Convenor.objects.filter(organisation=plan.remove.pk)
    twice = mine.filter(page__in=already)
    data = {"convenors_folded": list(map(list, twice.values_list("page_id", "sort_order")))}
    twice.delete()
    data["convenors"] = list(mine.values_list("pk", flat=True))
    mine.update(organisation=plan.keep.pk)
    return data


def _move_records(old_pk, new_pk):
    """Change every reference; return [type of what was changed, its key, ids of records]."""
    moved = []
    for found in references.find(old_pk):
        moved.append([found.stored._meta.label_lower, found.stored.pk, found.records])
        references.change(found, old_pk, new_pk)
    return moved


def finish(pk, facts, action, by, data):
    """Save the facts of an organisation and its revision; log what was done to it."""
    organisation = Organisation.objects.get(pk=pk)
    for name, value in facts.items():
        setattr(organisation, name, value)
    organisation.save()
    arrange([pk])
    revision = organisation.save_revision(user=by, clean=False)
    return log(organisation, action, user=by, data=data, revision=revision, content_changed=True)


def merged_into(pk):
    """The organisation (not hidden) that `pk` became part of, by however many merges; or None."""
    seen = set()
    while pk not in seen:
        seen.add(pk)
        entries = ModelLogEntry.objects.filter(action=MERGE, data__removed=pk)
        kept = entries.order_by("-pk").values_list("object_id", flat=True).first()
        if kept is None:
            return None
        pk = int(kept)
        found = Organisation.objects.with_names().filter(pk=pk).first()
        if found:
            return None if found.suppressed else found
    return None
