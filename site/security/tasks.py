"""Work in the background."""

from django_tasks import task


@task(backend="background")
def send_password_links(digest, language):
    """Write to whoever forgot a password, if the address is one of staff."""
    from security.passwords import send_links

    send_links(digest, language)
