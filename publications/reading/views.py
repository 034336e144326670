"""What an editor does about what was found in a document, each with one click."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.log_actions import log

from publications.models import Document

from .cleaning import clean_document
from .making import read_document
from .problems import explain
from .requests import request_reading
from .run import UnreadableError


def _document(request, pk):
    """The document, if the user may change it. Raises `PermissionDenied`."""
    document = get_object_or_404(Document, pk=pk)
    if not document.is_editable_by_user(request.user):
        raise PermissionDenied
    return document


def _back(document):
    return redirect("wagtaildocs:edit", document.pk)


@require_POST
def clean(request, pk):
    """Take the names out of the file, and read the new one at once."""
    document = _document(request, pk)
    try:
        count = clean_document(document, by=request.user)
    except UnreadableError as error:
        messages.error(request, explain(error.problem))
    else:
        read_document(document.pk)
        messages.success(request, _gone(count))
    return _back(document)


def _gone(count):
    """What was done, with `count` earlier files."""
    message = _("The names are gone. The file with them was deleted.")
    if not count:
        return message
    earlier = ngettext(
        "So was %(counter)s earlier file.", "So were %(counter)s earlier files.", count
    )
    return f"{message} {earlier % {'counter': count}}"


@require_POST
def accept_title(request, pk):
    """Call the document what its file calls itself."""
    document = _document(request, pk)
    title = document.reading.title if hasattr(document, "reading") else ""
    if title:
        document.title = title[:255]
        document.save(update_fields=["title"])
        log(document, "wagtail.edit", user=request.user)
        messages.success(request, _("The document has its new title."))
    return _back(document)


@require_POST
def read_again(request, pk):
    """Have the file read anew in the background."""
    document = _document(request, pk)
    request_reading(document, again=True)
    messages.success(request, _("The file is being read in the background."))
    return _back(document)
