"""wagtail-localize's interface for programs to things that are no pages."""

from django.core.exceptions import PermissionDenied
from wagtail.snippets.permissions import user_can_access_snippets
from wagtail_localize.views.snippets_api import SnippetViewSet


class SnippetView(SnippetViewSet):
    """Lists, and tells of one thing, to those who have a right on things of its kind."""

    def get_queryset(self):
        """All things of the kind."""
        if not user_can_access_snippets(self.request.user, [self.get_model()]):
            raise PermissionDenied
        return super().get_queryset()
