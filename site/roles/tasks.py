"""Work in the background."""

from django_tasks import task


@task(backend="background")
def send_notification(event, page_id, step, user_id):
    """Tell one person of one event of a review."""
    from roles.notifications import send

    send(event, page_id, step, user_id)


@task(backend="background")
def send_comment_mail(page_id, user_id):
    """Tell one person that somebody wrote or settled comments on a page."""
    from roles.notifications import send

    send("commented", page_id, "", user_id)
