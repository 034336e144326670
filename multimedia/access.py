"""Who may see a recording: everybody where a published page shows it, else those who work here."""

from home.visibility import may_read_any, published_pages_with, without_private

from .models import Media


def is_public(media):
    """Whether everybody may read a page that shows `media`."""
    return without_private(_pages_with(media)).exists()


def may_be_seen(media, request):
    """Whether whoever asks may see `media` though it is not public: on a page that is published
    for some, or because they log in to the admin."""
    if request.user.has_perm("wagtailadmin.access_admin"):
        return True
    return may_read_any(_pages_with(media), request)


def _pages_with(media):
    """The published pages that show a recording, or one that it is the described version of."""
    return published_pages_with([media, *Media.objects.filter(described_version=media).only("pk")])
