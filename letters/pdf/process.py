"""Running typst in a process of its own: it keeps all it ever set in memory, and whatever a
text makes it do ends with the process."""

import json
import subprocess
import sys

from django.conf import settings

from . import typesetter

TIME_LIMIT = 120  # seconds; a PDF of 2,000 names takes three


class LimitsError(Exception):
    """It took too much time or memory."""


def typeset(folder, template, output, **options):
    """Set `template`, a file in `folder`, into the file `output` there.

    typst sees this folder and the fonts, nothing else. `options` are those of `typst.compile`.
    Returns None, or what typst says went wrong (a dict of `message` and `diagnostic`).
    Raises `LimitsError`.
    """
    order = {
        "template": template,
        "output": output,
        "font_paths": [str(path) for path in settings.FONT_PATHS],
        "options": options,
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
        raise LimitsError from None
    if result.returncode:
        raise LimitsError
    return json.loads(result.stdout)
