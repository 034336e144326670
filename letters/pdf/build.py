"""From content to the bytes of a PDF."""

import io
import json
import re
import shutil
import tempfile
import unicodedata
from pathlib import Path

from PIL import Image, ImageOps

from . import fonts, process
from .content import TEMPLATE

OUTPUT = "out.pdf"
STANDARDS = ["a-3a", "ua-1"]
PICTURE_SIZE = (1600, 1600)
MISSING_GLYPH = re.compile(r"the text `\"(.+?)\"` could not be displayed")


class BuildError(Exception):
    """A PDF that cannot be made. `problem` is plain data that `problems.explain` words."""

    def __init__(self, problem):
        super().__init__(problem["code"])
        self.problem = problem


def build(content):
    """Make the PDF of a `Content` (bytes). The same content gives the same bytes.

    typst sees one folder, made for it and gone afterwards; names and texts reach it as JSON.
    Raises `BuildError`.
    """
    if not fonts.are_there():
        raise BuildError({"code": "fonts"})
    with tempfile.TemporaryDirectory(prefix="pdf-") as name:
        folder = Path(name)
        shutil.copy(TEMPLATE, folder)
        (folder / "data.json").write_text(json.dumps(content.data), encoding="utf-8")
        if content.signatories:
            (folder / "signatories.csv").write_bytes(content.signatories)
        for file, image in content.pictures.items():
            (folder / file).write_bytes(_picture(image))
        return _typeset(folder, content)


def _typeset(folder, content):
    try:
        error = process.typeset(
            folder,
            TEMPLATE.name,
            OUTPUT,
            pdf_standards=STANDARDS,
            timestamp=int(content.published_at.timestamp()),
        )
    except process.LimitsError:
        raise BuildError({"code": "limits"}) from None
    if error:
        raise BuildError(_problem(error, content.data))
    return (folder / OUTPUT).read_bytes()


def _picture(image):
    """A picture small enough for paper, without anything that its file says about itself."""
    try:
        with image.file.open("rb") as file, Image.open(file) as opened:
            opened.draft("RGB", PICTURE_SIZE)
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
            upright.thumbnail(PICTURE_SIZE)
    except (OSError, ValueError, Image.DecompressionBombError):
        raise BuildError({"code": "picture", "picture": image.title}) from None
    flat = Image.new("RGB", upright.size, "white")
    flat.paste(upright, mask=upright)
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()


def _problem(error, data):
    """What went wrong: characters without a glyph and the lines they stand in, or typst's words."""
    missing = {_unescaped(text) for text in MISSING_GLYPH.findall(error["diagnostic"])}
    if not missing:
        return {"code": "typst", "message": error["message"]}
    characters = sorted(set("".join(missing)))
    lines = [line for line in _texts(data) if set(line) & set(characters)]
    return {
        "code": "glyphs",
        "characters": [
            [char, f"U+{ord(char):04X}", unicodedata.name(char, "")] for char in characters
        ],
        "lines": list(dict.fromkeys(lines))[:10],
    }


def _unescaped(text):
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), text)


def _texts(node):
    """Every text of the document."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)
