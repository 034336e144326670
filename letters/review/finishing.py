"""What follows when the last step of a review is approved."""


def publish_approved(workflow_state, user=None):
    """Publish the text that was approved, as Wagtail does: for whoever approved it last.

    They may not publish it in any other way. Raises `PublishPermissionError` for somebody
    who could not publish it if it had no review.
    """
    from wagtail.models import Page  # imports this module

    thing = workflow_state.content_object
    permissions = thing.permissions_for_user(user) if user and isinstance(thing, Page) else None
    is_last_step = getattr(permissions, "needs_review", False)
    thing.get_latest_revision().publish(user=user, skip_permission_checks=is_last_step)
