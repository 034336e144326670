"""Taking the names of people out of a file, except from its text."""

import hashlib
import io

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.log_actions import log

from publications.models import Document, DocumentVersion
from publications.versions.actions import forget_files

from .making import found_in
from .office import cleaned_office
from .run import UnreadableError

LOGGED = "publications.clean_document"


def cleaned(file):
    """The bytes of a PDF, an open file, without what names people outside of its text; its
    title stays.

    The result is read again: pages and texts are the same and no name is left, or
    `UnreadableError` is raised.
    """
    before = found_in(file)
    if before.plain is None:
        raise UnreadableError("not-cleaned")
    try:
        before.plain.take_names_out()
    except ValueError:
        raise UnreadableError("not-cleaned") from None
    result = before.plain.content[:]
    after = found_in(io.BytesIO(result))
    same = before.texts == after.texts
    if not same or after.values["names"] or before.values["title"] != after.values["title"]:
        raise UnreadableError("not-cleaned")
    return result


@transaction.atomic
def clean_document(document, *, by):
    """Replace the file of a `Document` by one without names, which is read anew.

    The file with the names is deleted once that is committed, and so are the earlier files of
    the document, which most likely hold the same names. Returns how many of these there were.
    Raises `UnreadableError`.
    """
    document = Document.objects.select_for_update().get(pk=document.pk)
    is_pdf = document.file_extension.lower() == "pdf"
    with document.open_file() as file:
        result = cleaned(file) if is_pdf else cleaned_office(file)
    storage, old, name = document.file.storage, document.file.name, document.filename
    document.file.save(name, ContentFile(result), save=False)
    document.file_size = len(result)
    document.file_hash = hashlib.sha1(result, usedforsecurity=False).hexdigest()
    document.save()
    # The old file still has its name, so that the new one got another.
    DocumentVersion.objects.create(document=document, name=name, replaced_by=by)
    log(document, LOGGED, user=by)
    transaction.on_commit(lambda: storage.delete(old))
    return forget_files(document=document, by=by)
