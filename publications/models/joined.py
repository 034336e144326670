"""Pages fetched with what they show anyway, in the same query."""

from wagtail.models import PageManager
from wagtail.query import PageQuerySet


class JoinedQuerySet(PageQuerySet):
    """Pages with rows that they refer to."""

    def only(self, *fields):
        """Where single fields are asked for, such as those left out before, nothing is joined."""
        return super(JoinedQuerySet, self.select_related(None)).only(*fields)


class JoinedManager(PageManager.from_queryset(JoinedQuerySet)):
    """The manager by which Django itself fetches a page of the library."""

    def get_queryset(self):
        """All pages, each with its language and picture, a publication with all it shows."""
        wanted = ["locale", "social_image"]
        wanted += [name for name in ("series", "cover") if hasattr(self.model, f"{name}_id")]
        return super().get_queryset().select_related(*wanted)
