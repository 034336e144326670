"""What follows when the last step of a review is approved."""

from django.utils.translation import gettext as _


def publish_approved(workflow_state, user=None):
    """Publish the text that was approved, as Wagtail does: for whoever approved it last.

    They may not publish it in any other way. Raises `PublishPermissionError` for somebody
    who could not publish it if it had no review, and `NotReadyError` where others have
    changed it since the last step began.
    """
    from wagtail.models import Page  # imports this module

    thing = workflow_state.content_object
    revision = thing.get_latest_revision()
    permissions = None
    if isinstance(thing, Page):
        _check_seen(workflow_state, thing, revision, user)
        permissions = user and thing.permissions_for_user(user)
    is_last_step = getattr(permissions, "needs_review", False)
    revision.publish(user=user, skip_permission_checks=is_last_step)


def _check_seen(workflow_state, page, revision, user):
    """What was saved meanwhile may have come between reading and approving."""
    from home.publishing import NotReadyError  # imports Wagtail's models, as above

    step = workflow_state.current_task_state
    is_own = user and revision.user_id == user.pk
    if step and revision.pk != step.revision_id and not is_own:
        problem = _(
            "The text was changed since this step of the review began. Read it again, save it "
            "yourself, and then approve it."
        )
        raise NotReadyError(page, [problem])
