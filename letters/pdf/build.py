"""From content to the bytes of a PDF."""

import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageOps

from . import fonts, typesetter
from .content import TEMPLATE

TIME_LIMIT = 120  # seconds; 2,000 names take three
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
    """Run typst in a process of its own: it keeps all it ever set in memory, and whatever a
    text makes it do ends with the process."""
    order = {
        "template": TEMPLATE.name,
        "font_paths": [str(path) for path in settings.FONT_PATHS],
        "timestamp": int(content.published_at.timestamp()),
    }
    try:
        result = subprocess.run(
            [sys.executable, "-I", typesetter.__file__],
            input=json.dumps(order),
            cwd=folder,
            env={},
            capture_output=True,
            text=True,
            timeout=TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise BuildError({"code": "limits"}) from None
    if result.returncode:
        raise BuildError({"code": "limits"})
    error = json.loads(result.stdout)
    if error:
        raise BuildError(_problem(error, content.data))
    return (folder / typesetter.OUTPUT).read_bytes()


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
