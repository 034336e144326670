"""Who may see a recording: everybody where a published page shows it, else those who work here."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from .models import Media


def is_public(media):
    """Whether everybody may read a page that shows `media`."""
    return any(not page.get_view_restrictions().exists() for page in _pages_with(media))


def may_be_seen(media, request):
    """Whether whoever asks may see `media` though it is not public: on a page that is published
    for some, or because they log in to the admin."""
    if request.user.has_perm("wagtailadmin.access_admin"):
        return True
    return any(
        all(limit.accept_request(request) for limit in page.get_view_restrictions())
        for page in _pages_with(media)
    )


def _pages_with(media):
    """The published pages that show a recording, or one that it is the described version of."""
    shown = [media.pk, *Media.objects.filter(described_version=media).values_list("pk", flat=True)]
    kinds = ContentType.objects.get_for_models(Media, Page)
    uses = ReferenceIndex.objects.filter(
        to_content_type=kinds[Media],
        to_object_id__in=map(str, shown),
        base_content_type=kinds[Page],
    )
    numbers = map(int, uses.values_list("object_id", flat=True).distinct())
    return Page.objects.live().filter(pk__in=list(numbers))
