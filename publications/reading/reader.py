"""Reads one PDF in the current folder, and ends: the program behind `publications.reading.run`.

It knows nothing of Django, the database or the settings. What a hostile file makes it do
ends with the process.
"""

import ctypes
import json
import resource
import sys
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

SOURCE = "in.pdf"
COVER = "cover.webp"
TEXTS = "texts.json"
PLAIN = "plain.pdf"
MEMORY = 2 * 1024**3
SECONDS = 60
MOST_PAGES = 3000
MOST_LETTERS = 60_000  # of one page
COVER_SIZE = (1200, 1700)
NAMED = ("Author", "Creator", "Title", "Subject", "Keywords", "Producer")
# Kinds of annotations that programs write the name of their author into.
LINK, POPUP, WIDGET = pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_WIDGET


def main():
    """Read the file; the answer on standard output is JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        document = pypdfium2.PdfDocument(Path(SOURCE))
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        answer = {"problem": "encrypted" if locked else "broken"}
    else:
        try:
            answer = read(document)
            write_plain(document)
        finally:
            document.close()
    json.dump(answer, sys.stdout)


def read(document):
    """What is in the document (a dict); its cover and the text of its pages become files."""
    count = len(document)
    if not count:
        return {"problem": "broken"}
    texts, commenters = [], {}
    for number in range(min(count, MOST_PAGES)):
        page = document[number]
        texts.append(text_of(page))
        commenters |= dict.fromkeys(annotated_by(page))
        if number == 0:
            draw(page)
        page.close()
    Path(TEXTS).write_text(json.dumps(texts))
    return {
        "page_count": count,
        "info": {name: value for name in NAMED if (value := info(document, name))},
        "language": language_of(document),
        "commenters": list(commenters),
        "attachments": pdfium.FPDFDoc_GetAttachmentCount(document.raw),
        "scripts": pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw),
        "signatures": max(0, pdfium.FPDF_GetSignatureCount(document.raw)),
    }


def text_of(page):
    """The text of a page; a page that cannot be read has none."""
    try:
        text = page.get_textpage()
        words = text.get_text_bounded() if text.count_chars() > 0 else ""
        text.close()
    except pypdfium2.PdfiumError:
        return ""
    words = words[:MOST_LETTERS].encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    # A hyphen that broke a word at the end of a line comes out as U+FFFE.
    words = words.replace("\ufffe", "").replace("\u00ad", "")
    return "".join(" " if ord(letter) < 32 else letter for letter in words)


def draw(page):
    """Keep a picture of the page; one that cannot be drawn has none."""
    width, height = page.get_size()
    if min(width, height) <= 0:
        return
    scale = min(COVER_SIZE[0] / width, COVER_SIZE[1] / height)
    picture = page.render(scale=scale).to_pil().convert("RGB")
    picture.save(COVER, "WEBP", quality=82)


def info(document, name):
    """One entry of the file's description of itself."""
    return document.get_metadata_value(name).strip()[:300]


def language_of(document):
    """The language that the document says it is in, possibly empty."""
    length = pdfium.FPDFCatalog_GetLanguage(document.raw, None, 0)
    return wide(length, lambda buffer: pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, length))


def annotated_by(page):
    """Yield the names under the comments on a page."""
    for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if not note:
            continue
        if pdfium.FPDFAnnot_GetSubtype(note) not in (LINK, POPUP, WIDGET):
            length = pdfium.FPDFAnnot_GetStringValue(note, b"T", None, 0)
            name = wide(
                length,
                lambda buffer, note=note, length=length: pdfium.FPDFAnnot_GetStringValue(
                    note, b"T", buffer, length
                ),
            )
            if name:
                yield name[:200]
        pdfium.FPDFPage_CloseAnnot(note)


def wide(length, fill):
    """A string of PDFium's, UTF-16 of `length` bytes with a zero at the end."""
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    fill(ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)))
    return bytes(buffer).decode("utf-16-le", "ignore").rstrip("\0").strip()


def write_plain(document):
    """Keep the document in plain form: every object by itself, none from older versions, and
    a list of where each begins. `publications.reading.plain` looks into it."""
    with Path(PLAIN).open("wb") as file:
        document.save(file, flags=pdfium.FPDF_NO_INCREMENTAL | pdfium.FPDF_REMOVE_SECURITY)


if __name__ == "__main__":
    main()
