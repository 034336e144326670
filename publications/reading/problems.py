"""What is the matter with a file, in words for its editor."""

from django.utils.translation import gettext as _


def explain(problem):
    """A problem of a `DocumentReading` (its code) as sentences in the active language."""
    return {
        "encrypted": _(
            "The PDF is locked with a password, so nobody can read it here. Upload it without."
        ),
        "broken": _("The file says that it is a PDF, but it cannot be opened. Make it again."),
        "limits": _(
            "Reading the PDF took too much time or memory, so its pages are not found by the "
            "search. Offer it in parts, or with smaller pictures."
        ),
        "no-text": _(
            "The PDF holds pictures of pages and no text: no search finds its words, and no "
            "screen reader reads them. Have the text recognised (OCR) and upload it again, or "
            "offer an accessible version beside it."
        ),
        "some-without-text": _(
            "Some pages of the PDF hold only pictures: their words are not found and not read "
            "by screen readers."
        ),
        "too-many-pages": _("Only the first 3,000 pages are found by the search."),
        "scripts": _(
            "The PDF contains programs (JavaScript). They can tell somebody who opens it and "
            "when. Export it again without them."
        ),
        "attachments": _(
            "Other files are hidden in the PDF as attachments. Make sure that they are meant "
            "to be public."
        ),
        "signed": _("The PDF is signed digitally. Cleaning it makes the signature invalid."),
        "not-cleaned": _(
            "The names could not be taken out of this file. Export it again without them: most "
            "programs call it document properties or personal information."
        ),
        "broken-parts": _(
            "This document cannot be opened to see whom it names. Open it, save it again, and "
            "upload that."
        ),
        "long-parts": _(
            "This document is too long to see whom it names. Offer it as PDF, or in parts."
        ),
        "unexpected": _("The file could not be read; the log of the server says why."),
    }[problem]


def where(place):
    """Where a file names somebody, in the active language."""
    return {
        "info": _("document properties"),
        "xml": _("hidden description (XMP)"),
        "comment": _("comments on pages"),
        "remark": _("comments and tracked changes"),
        "path": _("folders, addresses and printers of a computer"),
    }[place]
