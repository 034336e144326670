"""What editors are told of a page that must not be published."""

from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages

from .models import BasePage
from .publishing import HELD_BACK, NotReadyError, check_ready


class NotReadyMiddleware:
    """Leads an editor whose page was not published back to it, and says why."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Answer in place of the view that tried to publish."""
        if not isinstance(exception, NotReadyError):
            return None
        page = exception.page
        text = _now("“%(title)s” was not published. %(problems)s")
        words = {"title": page.get_admin_display_title(), "problems": exception}
        messages.error(request, text % words)
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            # The dialogs of a review read this.
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)


@hooks.register("before_publish_page")
def check_before(request, page):
    """Keep what was typed as a draft: Wagtail's editor publishes past the page's own method."""
    if isinstance(page, BasePage):
        check_ready(page)


# Before the editor of translations answers in place of Wagtail's own.
@hooks.register("before_edit_page", order=-10)
def say_what_is_missing(request, page):
    """Say above the editor what keeps the newest version from being published."""
    if request.method != "GET" or page.alias_of_id or not isinstance(page, BasePage):
        return
    problems = page.get_latest_revision_as_object().publication_problems()
    if not problems:
        return
    if page.live and not page.has_unpublished_changes:
        text = _now("Something is wrong with this page, and it is public. %(problems)s")
    else:
        text = _now("This page cannot be published yet. %(problems)s")
    messages.warning(request, text % {"problems": " ".join(problems)})


@hooks.register("register_log_actions")
def log_actions(actions):
    """How the history calls it."""
    actions.register_action(
        HELD_BACK, _("Hold back at the time of publication"), _("Held back: it was not ready")
    )
