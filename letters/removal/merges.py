"""What the history keeps of merged organisations besides their names: where they are found."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from letters.directory.merging import MERGE
from letters.models import Organisation, OrganisationName

from .places import Found

COPIES = ("facts", "kept_facts")
TELLING = ("website", "country")


class MergeEntries:
    """Entries about merges of an organisation that is gone after the removal."""

    label = _("addresses and countries kept of merged organisations")

    def find(self, target):
        """Entries about organisations that lose their last name, one merged into them or not."""
        if target.pages is not None:
            return
        entries = list(ModelLogEntry.objects.filter(action=MERGE).order_by("pk"))
        going = _names_going(target) if entries else set()
        gone = _gone(target, entries, going) if entries else set()
        for entry in entries:
            names = _names_of(entry)
            ends = int(entry.object_id) in gone or entry.data["removed"] in gone
            if ends or (names and names <= going):
                data = _without_facts(entry.data)
                if data != entry.data:
                    yield Found(self, entry, data)

    def change(self, entry, data):
        """Keep the entry, with nothing in place of these facts: it cannot be undone any more."""
        ModelLogEntry.objects.filter(pk=entry.pk).update(data=data)


def _names_going(target):
    """The keys of the names that are removed from the directory."""
    names = OrganisationName.objects.all()
    if target.organisation:
        names = names.filter(organisation=target.organisation)
    else:
        names = names.filter(text__in=target.names)
    return set(names.values_list("pk", flat=True))


def _gone(target, entries, going):
    """The keys of organisations without a name afterwards, and of what became part of them."""
    gone = {target.organisation} if target.organisation else set()
    losing = set(
        OrganisationName.objects.filter(pk__in=going).values_list("organisation", flat=True)
    )
    left = OrganisationName.objects.filter(organisation__in=losing).exclude(pk__in=going)
    gone |= losing - set(left.values_list("organisation", flat=True))
    there = set(Organisation.objects.values_list("pk", flat=True))  # taken out again, too
    while more := {entry.data["removed"] for entry in entries if int(entry.object_id) in gone} - (
        gone | there
    ):
        gone |= more
    return gone


def _names_of(entry):
    """The keys of the names that the merged organisation brought, moved or there already."""
    return {row[0] for row in entry.data["names"] + entry.data["folded"]}


def _without_facts(data):
    blank = dict.fromkeys(TELLING, "")
    return data | {name: data[name] | blank for name in COPIES}
