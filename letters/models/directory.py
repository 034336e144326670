"""The public directory of organisations."""

from django.utils.translation import gettext_lazy as _

from home.models import IndexPage

from .organisations import Organisation


class OrganisationIndexPage(IndexPage):
    """Every organisation that signed, and what."""

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    template = "letters/organisation_index_page.html"

    class Meta:
        verbose_name = _("directory of organisations")
        verbose_name_plural = _("directories of organisations")

    def entries(self):
        """The organisations that visitors may see, with their names."""
        return Organisation.objects.public().with_names().order_by("pk")
