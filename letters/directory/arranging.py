"""Where each name stands in an alphabetical list, written down so that lists need not ask.

An organisation stands in the list once under each letter or script that one of its names
begins with, and once in the list of all. `OrganisationName.listing` says for what a name
counts there, `group` under which letter, and `place` sorts them.
"""

from itertools import groupby

from django.db.models.signals import post_delete, post_save

from letters.models.organisations import OrganisationName

from . import groups

AT_A_TIME = 200
FIELDS = ("group", "place", "listing")
Listing = OrganisationName.Listing
KINDS = OrganisationName.Kind.values
FULL = {OrganisationName.Kind.NAME, OrganisationName.Kind.TRANSLATION}


def connect():
    """Follow names that are saved or deleted one by one."""
    for signal, verb in ((post_save, "saved"), (post_delete, "deleted")):
        signal.connect(
            name_changed, sender=OrganisationName, dispatch_uid=f"name {verb}, list arranged"
        )


def name_changed(instance, raw=False, **kwargs):
    """Arrange the names of its organisation."""
    if not raw:
        arrange([instance.organisation_id])


def arrange(organisations=None, model=OrganisationName):
    """Bring up to date where the names of organisations (primary keys) stand, or of all.

    Whoever writes names in any other way than saving them one by one calls this. Returns
    how many names were changed.
    """
    names = model.objects.order_by("organisation", "pk")
    if organisations is None:
        return _arrange(names)
    keys = sorted(set(organisations))
    parts = (keys[start : start + AT_A_TIME] for start in range(0, len(keys), AT_A_TIME))
    return sum(_arrange(names.filter(organisation__in=part)) for part in parts)


def _arrange(names):
    changed = []
    for _organisation, own in groupby(names.iterator(2000), lambda name: name.organisation_id):
        changed += _arranged(list(own))
    names.model.objects.bulk_update(changed, FIELDS, batch_size=AT_A_TIME)
    return len(changed)


def _arranged(names):
    """Those of one organisation's names that do not say yet where they stand."""
    names.sort(key=lambda name: (not name.preferred, KINDS.index(name.kind), name.pk))
    has_full = any(name.kind in FULL for name in names)
    seen = set()
    for name in names:
        group, listing = groups.group_of(name.sort_key), Listing.NOT
        if not seen:
            listing = Listing.CALLED
        elif group not in seen and (name.kind in FULL or name.preferred or not has_full):
            listing = Listing.HEADS
        if listing:
            seen.add(group)
        values = (group, name.sort_key.encode(), listing)
        if (name.group, bytes(name.place), name.listing) != values:
            name.group, name.place, name.listing = values
            yield name
