"""Derive the signatures of published pages anew."""

from django.core.management.base import BaseCommand, CommandError

from letters.actions.signatures import rebuild_signatures
from letters.directory.arranging import arrange
from letters.receivers import SIGNED_PAGES


class Command(BaseCommand):
    """`manage.py rebuild_signatures [--page ID]`, safe while the site runs.

    Every page is a transaction of its own and only rows that are wrong are written. Without
    `--page` also where the names of the directory stand in its lists.
    """

    help = "Derives the signatures (for directory, exports and search) of published pages anew."

    def add_arguments(self, parser):
        parser.add_argument("--page", type=int, metavar="ID", help="only this page")

    def handle(self, *args, **options):
        pages = list(_keys(options["page"]))
        if options["page"] and not pages:
            raise CommandError(
                f"There is no statement or letter with the number {options['page']}."
            )
        # A page deleted meanwhile gives None.
        results = [
            result for model, pk in pages if (result := rebuild_signatures(model, pk)) is not None
        ]
        if not options["page"]:
            arrange()
        changed = [result for result in results if result.changed]
        self.stdout.write(
            f"{sum(result.total for result in results)} signatures on {len(results)} pages: "
            f"{sum(result.written for result in changed)} written, "
            f"{sum(result.removed for result in changed)} removed on {len(changed)} pages."
        )


def _keys(only):
    for model in SIGNED_PAGES:
        pages = model.objects.filter(pk=only) if only else model.objects.order_by("pk")
        yield from ((model, pk) for pk in pages.values_list("pk", flat=True))
