"""Bringing a table of names into the directory: first a plan, then what was planned.

plan = plan_import(rows)                  # writes nothing; says what and what is wrong
import_organisations(plan=plan, by=user)
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from letters.models import Organisation, OrganisationName
from letters.ordering import match_key, sort_key

from .arranging import arrange
from .following import follow_names
from .import_plans import UNCHANGED

IMPORT_PERMISSIONS = ["letters.add_organisation", "letters.change_organisation"]


class ImportRefusedError(Exception):
    """A plan with problems is not carried out unless its good rows alone are asked for."""


@transaction.atomic
def import_organisations(*, plan, by, good_rows_only=False):
    """Carry a plan out. With problems only if `good_rows_only`; else `ImportRefusedError`."""
    if by is not None and not by.has_perms(IMPORT_PERMISSIONS):
        raise PermissionDenied
    if plan.problems and not good_rows_only:
        raise ImportRefusedError(_("Nothing was imported: some rows are wrong."))
    names, edited, changed = [], [], []
    for change in plan.changes:
        if change.status == UNCHANGED:
            continue
        new = change.organisation is None
        organisation = _save(change)
        changed += [] if new else [organisation.pk]
        names += _new_names(change, organisation)
        for name, values in change.edited:
            for field_name, value in values.items():
                setattr(name, field_name, value)
            edited.append(name)
        action = "wagtail.create" if new else "wagtail.edit"
        log(organisation, action, user=by, title=change.title, content_changed=True)
    OrganisationName.objects.bulk_create(names, batch_size=500)
    OrganisationName.objects.bulk_update(edited, ["language", "kind", "preferred"], batch_size=200)
    arrange(name.organisation_id for name in [*names, *edited])
    follow_names({name.match_key for name in names}, organisations=changed)


def _save(change):
    organisation = change.organisation or Organisation()
    for name, value in change.facts.items():
        setattr(organisation, name, value)
    if change.facts or organisation.pk is None:
        organisation.save()
    return organisation


def _new_names(change, organisation):
    first = change.organisation is None and not any(row.preferred for row in change.rows)
    return [
        OrganisationName(
            organisation=organisation,
            text=row.name,
            language=row.language or "",
            kind=row.kind or OrganisationName.Kind.NAME,
            preferred=bool(row.preferred) or (first and number == 0),
            match_key=match_key(row.name),
            sort_key=sort_key(row.name)[:400],
        )
        for number, row in enumerate(change.added)
    ]
