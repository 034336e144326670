"""Take EXIF, GPS and all else out of pictures that were stored earlier."""

from collections import Counter

from django.core.management.base import BaseCommand

from multimedia.cleaning import CLEAN, CLEANED, MISSING, REFUSED, clean_stored
from multimedia.models import Image

STEP = 100


class Command(BaseCommand):
    help = (
        "Take EXIF, GPS, IPTC and XMP out of the stored files of pictures. Pictures that are "
        "clean stay as they are, so it can be stopped and run again. Those that cannot be read "
        "are named by their numbers and left alone."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="look, and change nothing")

    def handle(self, *, dry_run, **options):
        total = Image.objects.count()
        found = Counter()
        numbers = Image.objects.order_by("pk").values_list("pk", flat=True)
        for place, number in enumerate(numbers.iterator(), start=1):
            image = Image.objects.filter(pk=number).first()
            result = clean_stored(image, dry_run=dry_run) if image else CLEAN
            found[result] += 1
            if result in (REFUSED, MISSING):
                self.stderr.write(f"picture {number}: {result}")
            if place % STEP == 0:
                self.stdout.write(f"{place} of {total}")
        done = "would be cleaned" if dry_run else "cleaned"
        self.stdout.write(
            f"{done}: {found[CLEANED]}, clean already: {found[CLEAN]}, "
            f"cannot be read: {found[REFUSED]}, file missing: {found[MISSING]}"
        )
