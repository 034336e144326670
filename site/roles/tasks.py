"""Work in the background."""

from django_tasks import task


@task(backend="background")
def send_notification(event, page_id, step, user_id):
    """Tell one person of one event of a review."""
    from roles.notifications import send

    send(event, page_id, step, user_id)
