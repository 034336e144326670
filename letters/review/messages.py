"""What somebody is told who wants to publish past the review."""

from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages


@hooks.register("before_edit_page")
def not_past_the_review(request, page):
    """Wagtail saves a draft then, without a word on why."""
    if _wants_to_publish(request) and getattr(
        page.permissions_for_user(request.user), "needs_review", False
    ):
        messages.warning(request, _explanation())


@hooks.register("before_create_page")
def not_new_past_the_review(request, parent_page, page_class):
    """The same for a page that is not there yet."""
    if _wants_to_publish(request) and getattr(
        parent_page.permissions_for_user(request.user), "needs_review", False
    ):
        messages.warning(request, _explanation())


def _wants_to_publish(request):
    return request.method == "POST" and "action-publish" in request.POST


def _explanation():
    return _(
        "Nothing was published: two people approve every statement and letter. It was saved as "
        "a draft. Submit it for review."
    )
