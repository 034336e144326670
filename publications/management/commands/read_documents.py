"""Read documents now rather than in the background."""

from django.core.management.base import BaseCommand

from publications.models import Document, DocumentReading
from publications.reading.making import read_document
from publications.reading.requests import request_reading


class Command(BaseCommand):
    help = (
        "Read uploaded documents: count their pages, draw their covers, index their text. "
        "Without options those that wait to be read; with --all every document anew, such as "
        "those that were uploaded before the site could read them."
    )

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="read every document anew")

    def handle(self, *, all, **options):
        if all:
            for document in Document.objects.iterator():
                request_reading(document, again=True)
        waiting = DocumentReading.objects.filter(state=DocumentReading.State.PENDING)
        failed = 0
        for key in list(waiting.values_list("document", flat=True)):
            reading = read_document(key)
            if reading and reading.state == DocumentReading.State.FAILED:
                failed += 1
                self.stdout.write(f"Document {key} could not be read: {reading.problems}")
        self.stdout.write(f"Done; {failed} could not be read." if failed else "Done.")
