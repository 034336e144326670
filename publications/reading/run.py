"""Running the reader on a file, in a process of its own with limits on time and memory."""

import json
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from . import reader

TIME_LIMIT = 90  # seconds; 200 pages take a few


class UnreadableError(Exception):
    """A file that cannot be read. `problem` is a code that `problems` words."""

    def __init__(self, problem):
        super().__init__(problem)
        self.problem = problem


@contextmanager
def reading(file):
    """Read a PDF, an open file. Yields the answer of the reader and the folder with what it
    made, which is gone afterwards. Raises `UnreadableError`.
    """
    with tempfile.TemporaryDirectory(prefix="pdf-") as name:
        folder = Path(name)
        with (folder / reader.SOURCE).open("wb") as source:
            shutil.copyfileobj(file, source)
        try:
            result = subprocess.run(
                [sys.executable, "-I", reader.__file__],
                cwd=folder,
                env={},
                capture_output=True,
                text=True,
                timeout=TIME_LIMIT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UnreadableError("limits") from None
        if result.returncode:
            raise UnreadableError("limits")
        answer = json.loads(result.stdout)
        if problem := answer.get("problem"):
            raise UnreadableError(problem)
        yield answer, folder
