"""The history tells when somebody published a text that nobody else had approved."""

from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import log
from wagtail.models import PageLogEntry, TaskState, WorkflowState

from letters.receivers import SIGNED_PAGES

from .rules import is_reviewed

SKIP_REVIEW = "letters.skip_review"
PUBLISHING = {"wagtail.publish", "wagtail.publish.schedule"}


def connect():
    """Follow what is written into the history of pages."""
    post_save.connect(entry_saved, sender=PageLogEntry, dispatch_uid="letters past their review")


def entry_saved(instance, created, raw=False, **kwargs):
    """Add an entry where a person published past the review; programs are no persons."""
    if raw or not created or instance.action not in PUBLISHING or instance.user is None:
        return
    page = instance.page
    if page.specific_class not in SIGNED_PAGES or not is_reviewed(page, instance.user):
        return
    approved = TaskState.objects.filter(
        revision=instance.revision_id,
        status=TaskState.STATUS_APPROVED,
        workflow_state__status=WorkflowState.STATUS_APPROVED,
    )
    if not approved.exists():
        log(page, SKIP_REVIEW, user=instance.user, revision=instance.revision)


@hooks.register("register_log_actions")
def review_log_action(actions):
    """How the history tells of it."""
    actions.register_action(
        SKIP_REVIEW,
        _("Publish without review"),
        _("Published without the review: nobody else had approved this text"),
    )
