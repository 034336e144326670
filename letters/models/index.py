"""What the lists of signed texts share."""

from home.facets import CountryFacet, KindFacet, ThemeFacet, YearFacet
from home.models import IndexPage
from home.visibility import without_private


class SignedIndexPage(IndexPage):
    """A list of statements or letters, newest first."""

    entry_model = None
    facets = (KindFacet, ThemeFacet, CountryFacet, YearFacet)

    class Meta:
        abstract = True

    def entries(self):
        """The published texts below this page, newest first."""
        later = ["body", "signatories", "updates", "corrections", "attachments"]
        texts = self.entry_model.objects.child_of(self).live().defer(*later)
        return without_private(texts).select_related("locale").order_by("-date", "-pk")
