"""Which texts are reviewed by two people, and who may publish them without."""

from django.conf import settings
from django.db.models import Count, Q
from wagtail.models import PagePermissionTester, WorkflowPage

ENOUGH_STEPS = 2
_CACHE = "_letters_reviews"


def is_reviewed(page, user):
    """Whether a page, or a new one below it, has a review of two steps or more.

    Reviews are looked up once for each `user` object, which lives as long as a request, so
    that a list of pages costs no more than one page.
    """
    if not hasattr(user, _CACHE):
        setattr(user, _CACHE, _reviews())
    steps = [count for path, count in getattr(user, _CACHE) if page.path.startswith(path)]
    return bool(steps) and steps[0] >= ENOUGH_STEPS


def _reviews():
    """(path of a page, number of steps) of all active reviews, the deepest page first."""
    if not getattr(settings, "WAGTAIL_WORKFLOW_ENABLED", True):
        return []
    active = Q(workflow__workflow_tasks__task__active=True)
    steps = Count("workflow__workflow_tasks", filter=active)
    rows = WorkflowPage.objects.filter(workflow__active=True).annotate(steps=steps)
    return list(rows.order_by("-page__depth").values_list("page__path", "steps"))


class ReviewedPagePermissionTester(PagePermissionTester):
    """For a statement or letter: publishing is the last step of its review."""

    @property
    def needs_review(self):
        """Whether the user could publish the page if it had no review."""
        return super().can_publish() and self._is_held()

    def can_publish(self):
        """Not past the review."""
        return super().can_publish() and not self._is_held()

    def can_unschedule(self):
        """As for other pages: calling off is no publishing."""
        return super().can_publish()

    def can_set_view_restrictions(self):
        """As for other pages."""
        return super().can_publish()

    def _is_held(self):
        return not self.user.is_superuser and is_reviewed(self.page, self.user)


class ReviewedListPermissionTester(PagePermissionTester):
    """For a list of statements or letters: new texts, copies and aliases start as drafts."""

    @property
    def needs_review(self):
        """Whether the user could publish a new page here if it had no review."""
        return super().can_publish_subpage() and self._is_held()

    def can_publish_subpage(self):
        """Not past the review."""
        return super().can_publish_subpage() and not self._is_held()

    def _is_held(self):
        return not self.user.is_superuser and is_reviewed(self.page, self.user)
