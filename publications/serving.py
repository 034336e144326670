"""Handing out documents: whole or in parts, under names in any script, never as a page.

Only those that a published page offers, but for staff; see `publications.access`.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served

from home.ranges import whole_or_part
from publications.access import is_public, may_be_had
from publications.models import Document

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "txt": "text/plain; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
SHOWN_BY_BROWSERS = {"pdf"}
# Digits; no database counts further, and Python reads no number of thousands of them.
LONGEST_NUMBER = 18


@require_safe
def serve_document(request, document_id, name):
    """The document of this number, under its name or any that it had before."""
    if len(document_id) > LONGEST_NUMBER:
        raise Http404(_("There is no such document."))
    document = get_object_or_404(Document.objects.select_related("collection"), pk=document_id)
    if name != document.filename and not document.versions.filter(name=name).exists():
        raise Http404(_("There is no such document."))
    public = is_public(document)
    if not public and not may_be_had(document, request):
        raise Http404(_("There is no such document."))
    for check in hooks.get_hooks("before_serve_document"):
        answer = check(document, request)
        if isinstance(answer, HttpResponse):
            return answer
    try:
        file = document.file.storage.open(document.file.name)
        headers = _headers(document, file.size, public)
    except OSError:
        raise Http404(_("There is no such document.")) from None
    document_served.send(sender=Document, instance=document, request=request)
    unchanged = get_conditional_response(
        request, etag=headers["ETag"], response=HttpResponse(headers=headers)
    )
    if unchanged.status_code in {304, 412} or request.method == "HEAD":
        file.close()
        return unchanged
    return whole_or_part(request, file, headers)


def _headers(document, size, public):
    """What every answer says about the file."""
    extension = document.file_extension.lower()
    return {
        "Content-Type": TYPES.get(extension, "application/octet-stream"),
        "Content-Length": str(size),
        "Content-Disposition": content_disposition_header(
            extension not in SHOWN_BY_BROWSERS, document.filename
        ),
        "Content-Encoding": "identity",  # parts are counted in bytes of the file itself
        "Accept-Ranges": "bytes",
        "ETag": f'"{document.get_file_hash()}"',
        "Cache-Control": "public, no-cache" if public else "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
