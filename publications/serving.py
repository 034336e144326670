"""Handing out documents: whole or in parts, under names in any script, never as a page."""

import re

from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.documents.models import document_served

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
PIECE = 64 * 1024
RANGE = re.compile(r"bytes=(\d*)-(\d*)")


@require_safe
def serve_document(request, document_id, name):
    """The document of this number, under its name or any that it had before."""
    document = get_object_or_404(Document, pk=document_id)
    if name != document.filename and not document.versions.filter(name=name).exists():
        raise Http404(_("There is no such document."))
    for check in hooks.get_hooks("before_serve_document"):
        answer = check(document, request)
        if isinstance(answer, HttpResponse):
            return answer
    try:
        file = document.file.storage.open(document.file.name)
        headers = _headers(document, file.size)
    except OSError:
        raise Http404(_("There is no such document.")) from None
    document_served.send(sender=Document, instance=document, request=request)
    unchanged = get_conditional_response(
        request, etag=headers["ETag"], response=HttpResponse(headers=headers)
    )
    if unchanged.status_code in {304, 412} or request.method == "HEAD":
        file.close()
        return unchanged
    return _whole_or_part(request, file, headers)


def _headers(document, size):
    """What every answer says about the file."""
    extension = document.file_extension.lower()
    private = document.collection.get_view_restrictions()
    return {
        "Content-Type": TYPES.get(extension, "application/octet-stream"),
        "Content-Length": str(size),
        "Content-Disposition": content_disposition_header(
            extension not in SHOWN_BY_BROWSERS, document.filename
        ),
        "Content-Encoding": "identity",  # parts are counted in bytes of the file itself
        "Accept-Ranges": "bytes",
        "ETag": f'"{document.get_file_hash()}"',
        "Cache-Control": "private, no-store" if private else "public, no-cache",
        "X-Content-Type-Options": "nosniff",
    }


def _whole_or_part(request, file, headers):
    size = int(headers["Content-Length"])
    wanted = RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))
    if request.headers.get("If-Range", headers["ETag"]) != headers["ETag"]:
        wanted = None  # the part belongs to a file that was replaced
    if not wanted or wanted[0] == "bytes=-":
        response = FileResponse(file)
        response.headers = response.headers.__class__(headers)
        return response
    start, end = _part(*wanted.groups(), size)
    if start >= size or start > end:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    headers |= {
        "Content-Length": str(end - start + 1),
        "Content-Range": f"bytes {start}-{end}/{size}",
    }
    return StreamingHttpResponse(Part(file, start, end), status=206, headers=headers)


def _part(first, last, size):
    """The first and the last byte that a range means."""
    if not first:
        return max(0, size - int(last)), size - 1 if int(last) else -1
    return int(first), min(int(last), size - 1) if last else size - 1


class Part:
    """Some bytes of a file, piece by piece."""

    def __init__(self, file, start, end):
        self.file = file
        self.left = end - start + 1
        file.seek(start)

    def __iter__(self):
        while self.left > 0 and (piece := self.file.read(min(PIECE, self.left))):
            self.left -= len(piece)
            yield piece

    def close(self):
        """Close the file, however much of it was read."""
        self.file.close()
