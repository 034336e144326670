"""Building the PDF of one page and keeping it."""

import logging

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from letters.models import PagePDF

from .build import BuildError, build
from .content import content_of, names_digest

logger = logging.getLogger(__name__)


def make_pdf(page_id, *, force=False):
    """Bring the PDF of a page up to date; return its `PagePDF`, None where there is none to make.

    Never raises for what a page holds: the reason is kept for staff. What is built from a
    text that changed meanwhile is thrown away, as the change has asked for a build of its own.
    """
    pdf = PagePDF.objects.filter(page_id=page_id, page__live=True).first()
    if pdf is None:
        return None
    page = pdf.page.specific
    try:
        content = content_of(page)
        if not force and pdf.file and pdf.digest == content.digest:
            return _keep(pdf, state=PagePDF.State.BUILT, problem={})
        document = build(content)
    except BuildError as error:
        return _fail(pdf, error.problem)
    except Exception:
        # A mistake of ours. The page stays up; the log has the whole story.
        logger.exception("The PDF of page %s could not be made", page_id)
        return _fail(pdf, {"code": "unexpected"})
    return _store(pdf, document, content.digest, names_digest(page))


def _store(pdf, document, digest, names):
    storage, old = pdf.file.storage, pdf.file.name
    pdf.digest = digest
    written = storage.save(pdf.file.field.generate_filename(pdf, ""), ContentFile(document))
    kept = _keep(
        pdf,
        state=PagePDF.State.BUILT,
        problem={},
        file=written,
        size=len(document),
        digest=digest,
        names_digest=names,
        built_at=timezone.now(),
    )
    if not kept:
        storage.delete(written)
    elif old:
        storage.delete(old)
    return kept


def _fail(pdf, problem):
    """Keep the reason, and no file: it would show a text that has changed since."""
    storage, old = pdf.file.storage, pdf.file.name
    nothing = {"file": "", "size": 0, "digest": "", "names_digest": "", "built_at": None}
    kept = _keep(pdf, state=PagePDF.State.FAILED, problem=problem, **nothing)
    if kept and old:
        storage.delete(old)
    return kept


@transaction.atomic
def _keep(pdf, **values):
    """Write `values` unless the page has changed since `pdf` was read; return the row or None."""
    if not PagePDF.objects.filter(pk=pdf.pk, change=pdf.change).update(**values):
        return None
    return PagePDF.objects.get(pk=pdf.pk)
