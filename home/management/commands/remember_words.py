"""Make translations that are behind their originals known as such on an older site."""

from django.core.management.base import BaseCommand

from home.source_texts import remember_all


class Command(BaseCommand):
    help = (
        "Keep a fingerprint of the words of every published page that has none, so that a "
        "translation can be told to be behind its original. Part of prepare."
    )

    def handle(self, *, verbosity, **options):
        count = remember_all()
        if verbosity:
            self.stdout.write(f"Read the words of {count} pages.")
