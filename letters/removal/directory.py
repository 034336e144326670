"""Names in the directory of organisations."""

from django.utils.translation import gettext_lazy as _

from letters.models import Organisation, OrganisationName

from .places import Found


class DirectoryNames:
    """Names of organisations, and the organisations that are left without any."""

    label = _("names in the directory")

    def find(self, target):
        """All names of the organisation that is meant, else the rows that say this name."""
        if target.pages is not None:
            return
        if target.organisation:
            names = OrganisationName.objects.filter(organisation=target.organisation)
        else:
            names = OrganisationName.objects.filter(text__in=target.names)
        for name in names.select_related("organisation"):
            yield Found(self, name)

    def change(self, name, _changed):
        """Delete it, and the organisation with its history if that was its last name."""
        name.delete()
        organisation = Organisation.objects.get(pk=name.organisation_id)
        if not organisation.names.exists():
            organisation.delete()
