"""The address that answers, while an editor types, how the text is read."""

from django.http import JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from letters.directory.choosing import choose_organisation
from letters.directory.knowing import knows_hidden

from . import preview
from .checks import keep_column
from .corrections import CorrectionError, correct
from .reading import read
from .state import EditState

# Five thousand names in the longest script, their state, and the shell of the form around.
MAX_BYTES = 6 * 1024 * 1024


@never_cache
@require_POST
def signatory_preview(request):
    """Return preview, counts and state of the posted text as JSON; nothing is stored.

    With `column`, only that column of a pasted table is kept, and its text returned. With
    `line`, the kind and language of the name on that line are corrected first, or with
    `organisation` too, the organisation is chosen that it belongs to.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_BYTES:
        error = _("This text is too long for a preview. Keep only the names.")
        return JsonResponse({"error": error}, status=413)
    text = request.POST.get("text", "")
    column = _small_number(request.POST.get("column"))
    if column is not None:
        text = keep_column(text, column)
    reading = read(text, EditState.load(request.POST.get("state", "")))
    error = _correction_error(request, reading) if request.POST.get("line") else ""
    rows = _small_number(request.POST.get("rows")) or 0
    context = preview.context(reading, rows, with_hidden=knows_hidden(request.user))
    return JsonResponse(
        {
            "html": render_to_string("letters/admin/signatory_preview.html", context),
            "summary": preview.summary(reading),
            "text": text if column is not None else None,
            "state": reading.state.dump(),
            "error": error,
        },
        status=400 if error else 200,
    )


def _small_number(text):
    return int(text) if text and text.isdecimal() and len(text) < 6 else None


def _correction_error(request, reading):
    """Make the correction asked for; return what is wrong with it, or ""."""
    data = request.POST
    by_line = dict(zip(map(str, reading.line_numbers), reading.records, strict=False))
    record = by_line.get(data["line"])
    if record is None:
        return _("There is no name on this line any more.")
    try:
        if "organisation" in data:
            choose_organisation(reading.state, record, data["organisation"], request.user)
            return ""
        correct(reading.state, record, data.get("kind", ""), data.get("lang", ""))
    except CorrectionError as problem:
        return str(problem)
    return ""
