"""What the lists of signed texts share."""

from home.facets import CountryFacet, KindFacet, ThemeFacet, YearFacet
from home.models import IndexPage


class SignedIndexPage(IndexPage):
    """A list of statements or letters, newest first."""

    entry_model = None
    facets = (KindFacet, ThemeFacet, CountryFacet, YearFacet)

    class Meta:
        abstract = True

    def entries(self):
        """The published texts below this page, newest first."""
        return (
            self.entry_model.objects.child_of(self)
            .live()
            .public()
            .defer("body", "signatories", "updates", "corrections", "attachments")
            .select_related("locale", "social_image")
            .order_by("-date", "-pk")
        )
