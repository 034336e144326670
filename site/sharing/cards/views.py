"""Handing out cards."""

from django.http import FileResponse, Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.published import published_page
from sharing.models import Card


@require_safe
def page_card(request, path):
    """The card of the published page at `path`. Whoever stores it asks again before using it."""
    card = Card.objects.for_page(published_page(request, path))
    if card is None:
        raise Http404(_("There is no picture of this page."))
    headers = {
        "ETag": f'"{card.digest[:32]}"',
        "Cache-Control": "public, no-cache",
        "X-Content-Type-Options": "nosniff",
    }
    unchanged = get_conditional_response(
        request, etag=headers["ETag"], response=HttpResponse(headers=headers)
    )
    if unchanged.status_code == 304:
        return unchanged
    try:
        file = card.file.open()
    except FileNotFoundError as error:  # taken away this very moment
        raise Http404(_("There is no picture of this page.")) from error
    return FileResponse(file, filename="card.png", content_type="image/png", headers=headers)
