"""What the lists of signed texts share."""

from home.facets import CountryFacet, KindFacet, ThemeFacet, YearFacet
from home.models import IndexPage
from home.originals import with_originals
from home.visibility import without_private
from letters.review.rules import ReviewedListPermissionTester


class SignedIndexPage(IndexPage):
    """A list of statements or letters, newest first."""

    entry_model = None
    facets = (KindFacet, ThemeFacet, CountryFacet, YearFacet)

    class Meta:
        abstract = True

    def entries(self):
        """The published texts of this list, newest first; untranslated ones in the original."""
        later = ["body", "signatories", "updates", "corrections", "attachments"]
        texts = with_originals(self.entry_model, self).defer(*later)
        return without_private(texts).order_by("-date", "-pk")

    def permissions_for_user(self, user):
        """What a user may do with the list and, but for who reviews them, with new texts."""
        return ReviewedListPermissionTester(user, self)
