"""Making the card of one page and keeping it."""

import io
import json
import logging
import shutil
import tempfile
from pathlib import Path

from django.core.files.base import ContentFile
from PIL import Image

from letters.pdf import fonts, process
from sharing.models import Card

from .content import TEMPLATE, content_of, digest_of

logger = logging.getLogger(__name__)
WIDTH, HEIGHT = 1200, 630
OUTPUT = "out.png"
# Letters in one colour on another, and the shades between: more would only be larger.
COLOURS = 64


def make_card(page_id):
    """Make the card that was asked for; return its row (`Card`), None where there is none.

    Without the fonts, or a font for every letter of the title, there is no card: the page
    is shared without a picture. What was made while the page changed is thrown away.
    """
    card = Card.objects.filter(page_id=page_id, page__live=True).first()
    if card is None or card.file or not fonts.are_there():
        return None
    content = content_of(card.page.specific)
    if content is None or digest_of(content) != card.digest:
        return None  # changed since: that change has asked for a card of its own
    picture = draw(content)
    if picture is None:
        logger.warning("The card of page %s could not be made", page_id)
        return None
    return _store(card, picture)


def draw(content):
    """The card as PNG (bytes); None where a letter has no font, or setting fails."""
    with tempfile.TemporaryDirectory(prefix="card-") as name:
        folder = Path(name)
        shutil.copy(TEMPLATE, folder)
        (folder / "data.json").write_text(json.dumps(content), encoding="utf-8")
        try:
            # Only for a PDF of a standard does typst refuse to leave out what no font has.
            error = process.typeset(folder, TEMPLATE.name, "check.pdf", pdf_standards=["a-2b"])
            error = error or process.typeset(folder, TEMPLATE.name, OUTPUT, format="png", ppi=72)
        except process.LimitsError:
            return None
        if error:
            return None
        return _smaller(folder / OUTPUT)


def _smaller(path):
    with Image.open(path) as picture:
        reduced = picture.convert("RGB").quantize(
            COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
    out = io.BytesIO()
    reduced.save(out, "PNG", optimize=True)
    return out.getvalue()


def _store(card, picture):
    """Keep the file unless the page has changed since `card` was read."""
    storage = card.file.storage
    written = storage.save(card.file.field.generate_filename(card, ""), ContentFile(picture))
    if not Card.objects.filter(pk=card.pk, digest=card.digest, file="").update(file=written):
        storage.delete(written)
        return None
    card.file = written
    return card
