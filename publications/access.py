"""Who may have a document: everybody where a published page offers it, else those who work here.

Only pages can hold documents: running text elsewhere, such as the footer, has no button for them.
"""

from wagtail.models import Page
from wagtail.permissions import policy_registry

from home.visibility import may_read_any, published_pages_with, without_private

from .models import Document, PublicationFile


def is_public(document):
    """Whether everybody may read a page that offers `document`, and its collection is open."""
    if document.collection.get_view_restrictions():
        return False
    return without_private(_pages_with(document)).exists()


def may_be_had(document, request):
    """Whether whoever asks may have `document` though it is not public: from a page that is
    published for some, or because they may choose or change it in the admin.

    What its collection asks of them comes on top.
    """
    policy = policy_registry.get_by_type(Document)
    rights = ["choose", "change", "delete"]
    if policy.user_has_any_permission_for_instance(request.user, rights, document):
        return True
    return may_read_any(_pages_with(document), request)


def _pages_with(document):
    """The published pages that offer a document.

    Those of a publication all offer the files of one, and hold copies that may be older.
    """
    offered = PublicationFile.objects.offered().filter(document=document)
    keys = offered.order_by().values("page__translation_key")
    pages = published_pages_with([document], but_in="files")
    return pages | Page.objects.live().filter(translation_key__in=keys)
