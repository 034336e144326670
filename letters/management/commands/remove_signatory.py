"""Remove a signatory from everywhere."""

import sys

from django.core.management.base import BaseCommand, CommandError

from letters.models import Organisation
from letters.receivers import SIGNED_PAGES
from letters.removal.actions import NothingToRemoveError, plan_removal, remove_signatory
from letters.removal.database import leave_no_residue


class Command(BaseCommand):
    """`manage.py remove_signatory`, with the name on standard input.

    An argument would stand in the history of the shell and in the list of processes.
    """

    help = (
        "Removes a signatory from everywhere: reads the name, exactly as signed, from standard "
        "input. Without --yes it only says what would change."
    )

    def add_arguments(self, parser):
        parser.add_argument("--organisation", type=int, metavar="ID", help="instead of a name")
        parser.add_argument("--page", type=int, metavar="ID", help="only from this text")
        group = parser.add_mutually_exclusive_group()
        group.add_argument("--dry-run", action="store_true", help="say what would change (default)")
        group.add_argument("--yes", action="store_true", help="remove it")
        group.add_argument(
            "--clean", action="store_true", help="only clean the database of what was deleted"
        )

    def handle(self, *args, **options):
        if options["clean"]:
            self._say(leave_no_residue() or ["The database is clean."])
            return
        target = self._target(options)
        if not options["yes"]:
            plan = plan_removal(**target)
            if plan.is_empty:
                raise CommandError("There is nothing to remove.")
            self._say(["Nothing was changed. With --yes this would be removed:"])
            self._show(plan)
            return
        try:
            report = remove_signatory(**target)
        except NothingToRemoveError:
            raise CommandError("There is nothing to remove.") from None
        self._say(["Removed:"])
        self._show(report.done)
        self._say(report.residues)

    def _target(self, options):
        if options["organisation"]:
            organisation = Organisation.objects.filter(pk=options["organisation"]).first()
            if organisation is None:
                raise CommandError("There is no organisation with this number.")
            return {"organisation": organisation}
        page = None
        if options["page"]:
            found = [model.objects.filter(pk=options["page"]).first() for model in SIGNED_PAGES]
            page = next(filter(None, found), None)
            if page is None:
                raise CommandError("There is no statement or letter with this number.")
        if sys.stdin.isatty():
            self.stderr.write("The name, exactly as signed:")
        name = sys.stdin.readline().strip()
        if not name:
            raise CommandError("No name came on standard input.")
        return {"name": name, "page": page}

    def _say(self, lines):
        for line in lines:
            self.stdout.write(line)

    def _show(self, plan):
        self._say(plan.lines())
        if plan.mentions:
            self._say(["To be done by hand, because the name stands in prose:"])
            self._say(f"  {item.what}: {item.where} {item.address}" for item in plan.mentions)
        for page in plan.with_attachments:
            self._say([f"Look into the files attached to {page.title}."])
        for page in plan.stated:
            self._say([f"{page.title} states {page.stated_total} signatories; that stays."])
