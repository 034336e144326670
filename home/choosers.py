"""Choosing things that not everybody in the admin may know of."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from wagtail.snippets.permissions import user_can_access_snippets
from wagtail.snippets.views.chooser import SnippetChooserViewSet


class GuardedChooserViewSet(SnippetChooserViewSet):
    """A chooser for those who have a right on things of its kind; Wagtail's asks for none."""

    def construct_view(self, view_class, **kwargs):
        """The view, behind the question for that right."""
        view = super().construct_view(view_class, **kwargs)

        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not user_can_access_snippets(request.user, [self.model]):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded
