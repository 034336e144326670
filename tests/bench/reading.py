"""Reading a PDF of 200 pages in the background.

Measured is the worker as operators run it, with the process that it starts for the reading.
The baseline is PDFium alone, which gives out the texts of the same pages in this process.
"""

import io
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.server import ROOT

PAGES = 200
PICTURES = 20
MOST_SECONDS = 20
MOST_MEGABYTES = 300
BOOK = """
#set page(paper: "a4")
#for number in range({pages}) {{
  if calc.rem(number, {each}) == 0 {{ image(str(int(number / {each})) + ".jpg", height: 40%) }}
  par(lorem(250))
  pagebreak(weak: true)
}}
"""
TASK = "publications.tasks.read_document"
EVERY = 0.01  # seconds between two looks at the memory


def measure(site):
    """Print the seconds, and the highest memory of worker and reader together."""
    content = book()
    upload(content)
    seconds, megabytes = worked_off(site)
    bare = texts_alone(content)
    print(f"\nA PDF of {PAGES} pages and {len(content) / 1e6:.0f} MB, read in the background")
    print(
        f"{seconds:.1f} s of {MOST_SECONDS} ({seconds / bare:.1f} × the texts alone), "
        f"{megabytes:.0f} MB of {MOST_MEGABYTES}",
        flush=True,
    )


def book():
    """The PDF: a page of text each, and some with a photograph."""
    import typst
    from PIL import Image

    with tempfile.TemporaryDirectory(prefix="book-") as name:
        folder = Path(name)
        for number in range(PICTURES):
            noise = Image.effect_noise((1600, 1200), 40 + number).convert("RGB")
            noise.save(folder / f"{number}.jpg", quality=80)
        source = BOOK.format(pages=PAGES, each=PAGES // PICTURES)
        (folder / "book.typ").write_text(source)
        return typst.compile(str(folder / "book.typ"))


def upload(content):
    """Put the PDF into the library; nothing else is left to do in the background."""
    from django.core.files.base import ContentFile
    from django_tasks_db.models import DBTaskResult

    from publications.models import Document

    DBTaskResult.objects.all().delete()
    Document.objects.create(title="Book", file=ContentFile(content, name="book.pdf"))


def worked_off(site):
    """Run the worker until nothing is left to do; return the seconds that the reading took and
    the most megabytes that the worker had."""
    from django_tasks_db.models import DBTaskResult

    from publications.models import DocumentReading

    arguments = ["db_worker", "--batch", "--backend=background", "--no-startup-delay"]
    highest = 0
    worker = subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        env=site.environment,
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
    )
    while worker.poll() is None:
        highest = max(highest, sum(map(resident, [worker.pid, *children(worker.pid)])))
        time.sleep(EVERY)
    reading = DocumentReading.objects.get(document__title="Book")
    assert (reading.state, reading.page_count) == ("read", PAGES), reading.problems
    task = DBTaskResult.objects.get(task_path=TASK)
    return (task.finished_at - task.started_at).total_seconds(), highest / 1e6


def children(process):
    """The processes that a process has started."""
    try:
        return Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []


def resident(process):
    """The bytes that a process has in memory; pages that it shares with others count in full."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * 4096


def texts_alone(content):
    """The seconds that PDFium takes to give out the texts."""
    import pypdfium2

    started = time.monotonic()
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    for page in document:
        page.get_textpage().get_text_bounded()
    document.close()
    return time.monotonic() - started
