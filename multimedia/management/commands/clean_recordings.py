"""Take places, people and devices out of films and sounds that were stored earlier."""

from collections import Counter

from django.core.management.base import BaseCommand

from multimedia.cleaning import CLEAN, CLEANED, MISSING, REFUSED
from multimedia.cleaning_recordings import clean_stored, stored_recordings


class Command(BaseCommand):
    help = (
        "Take places, names, dates and devices out of the stored files of recordings, earlier "
        "files too. Those that are clean stay as they are, so it can be stopped and run again. "
        "Those that cannot be cleaned for certain are named by their numbers and left alone."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="look, and change nothing")

    def handle(self, *, dry_run, **options):
        found = Counter()
        for row, field in stored_recordings():
            result = clean_stored(row, field, dry_run=dry_run)
            found[result] += 1
            if result in (REFUSED, MISSING):
                kind = "recording" if hasattr(row, "other_file") else "earlier file"
                self.stderr.write(f"{kind} {row.pk} ({field}): {result}")
        done = "would be cleaned" if dry_run else "cleaned"
        self.stdout.write(
            f"{done}: {found[CLEANED]}, clean already: {found[CLEAN]}, "
            f"cannot be read: {found[REFUSED]}, file missing: {found[MISSING]}"
        )
