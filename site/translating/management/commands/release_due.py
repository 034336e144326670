"""Release the sets whose time has come: `manage.py release_due`, every few minutes."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import ngettext

from translating.actions.scheduling import release_due


class Command(BaseCommand):
    """Says what was released; ends with an error when something could not be."""

    help = "Release the sets of pages whose time has come."

    def handle(self, *args, **options):
        """Release them. Names of sets and pages do not go into the server's log."""
        failed = 0
        for release_set, problems in release_due():
            if problems:
                failed += 1
                self.stderr.write(f"Release set {release_set.pk}: not released, see the admin.")
            elif options["verbosity"]:
                self.stdout.write(f"Release set {release_set.pk}: released.")
        if failed:
            raise CommandError(
                ngettext(
                    "{count} release set could not be released.",
                    "{count} release sets could not be released.",
                    failed,
                ).format(count=failed)
            )
