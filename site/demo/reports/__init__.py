"""PDFs of the sample publications, set from the texts in `data/reports/`.

Without the fonts that PDFs need there are none, and the demo does without.
"""

import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
from django.conf import settings

from home.languages import Language
from letters.pdf import fonts, typesetter

TEMPLATE = Path(__file__).parent / "report.typ"
SCRIPTS = {"ar": "Arab", "km": "Khmr"}
DATE = datetime(2026, 1, 1, tzinfo=UTC)
TIME_LIMIT = 60
SCAN_SCALE = 110 / 72


def typeset_all(reports):
    """The PDFs of `reports` (texts by name) as bytes by name, several at a time."""
    if not reports or not fonts.are_there():
        return {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(reports, pool.map(typeset, reports.values()), strict=True))


def typeset(report):
    """The PDF of one report. With `scan` it holds pictures of its pages and no letter."""
    language = report["language"]
    data = report | {
        "font": fonts.faces(language, SCRIPTS.get(language, "Latn")),
        "rtl": Language(language).dir == "rtl",
    }
    order = {
        "template": TEMPLATE.name,
        "font_paths": [str(path) for path in settings.FONT_PATHS],
        "timestamp": int(DATE.timestamp()),
    }
    with tempfile.TemporaryDirectory(prefix="report-") as folder:
        shutil.copy(TEMPLATE, folder)
        (Path(folder) / "data.json").write_text(json.dumps(data), encoding="utf-8")
        result = subprocess.run(
            [sys.executable, "-I", typesetter.__file__],
            input=json.dumps(order),
            cwd=folder,
            env={},
            capture_output=True,
            text=True,
            timeout=TIME_LIMIT,
            check=True,
        )
        if error := json.loads(result.stdout):
            raise RuntimeError(f"The sample report could not be set: {error['message']}")
        content = (Path(folder) / typesetter.OUTPUT).read_bytes()
    return scanned(content) if report.get("scan") else content


def scanned(content):
    """The pages of a PDF as pictures, as if they came from a scanner."""
    document = pypdfium2.PdfDocument(content)
    try:
        sheets = [page.render(scale=SCAN_SCALE, grayscale=True).to_pil() for page in document]
    finally:
        document.close()
    out = io.BytesIO()
    first, *others = sheets
    options = {"resolution": 110, "title": "", "quality": 60}
    first.save(out, "PDF", save_all=True, append_images=others, **options)
    return out.getvalue()
