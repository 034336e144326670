"""The first page of the admin: what awaits whoever looks at it."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.home import (
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.models import Page
from wagtail.permissions import policy_registry

from letters.pdf.admin import PDFProblemsPanel

from .comment_mails import viewsets
from .counts import counts
from .held_back import held_back
from .reviews import sent_back, to_approve, under_review
from .scheduled import scheduled
from .translating import translations
from .waiting import NothingPanel, WaitingList

# One line for each kind of work.
LISTS = [
    WaitingList("held-back", _("Not published at their time"), held_back, 90),
    WaitingList("sent-back", _("Sent back to you"), sent_back, 100),
    WaitingList("to-approve", _("Waiting for your approval"), to_approve, 110),
    WaitingList("counts", _("Counts of signatories that do not add up"), counts, 130),
    WaitingList("translations", _("Translations behind or unfinished"), translations, 140),
    WaitingList("scheduled", _("Will be published by itself"), scheduled, 150),
    WaitingList("under-review", _("Your texts under review"), under_review, 160),
]
# Ours say the same with a number of queries that does not grow, and fit on a phone.
REPLACED = (UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)


@hooks.register("construct_homepage_panels", order=100)
def waiting_panels(request, panels):
    """Add the lists that hold something, or say that there is nothing to do."""
    found = [waiting.panel_for(request.user) for waiting in LISTS]
    found = [panel for panel in found if panel]
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    if not found and not _pdfs_failed(request, panels):
        found = [NothingPanel()]
    panels += found


@hooks.register("register_admin_viewset", order=1)
def editors_with_our_mails():
    """After those of other apps, whose place they take."""
    return viewsets()


@hooks.register("construct_page_chooser_queryset")
def pages_to_choose(pages, request):
    """Offer drafts to those only who may edit them: others need not know of them."""
    if request.user.is_superuser:
        return pages
    editable = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(
        request.user, {"change", "publish"}
    )
    known = Page.objects.filter(Q(live=True) | Q(pk__in=editable.values("pk")))
    # A search filters by indexed columns only, such as the key.
    return pages.filter(pk__in=known.values("pk"))


@hooks.register("before_move_page")
def only_who_may_move_is_asked(request, page, destination):
    """Wagtail names the page in its question before it looks at permissions."""
    if not page.permissions_for_user(request.user).can_move():
        raise PermissionDenied


def _pdfs_failed(request, panels):
    for panel in panels:
        if isinstance(panel, PDFProblemsPanel):
            problems = panel.get_context_data({"request": request})
            return bool(problems["install_line"] or problems["failures"])
    return False
