"""Check the signatories of all pages anew."""

from django.core.management.base import BaseCommand

from letters.reconciliation.pages import check_all_pages


class Command(BaseCommand):
    """`manage.py check_signatories`, safe while the site runs.

    Pages are checked when they are saved; this is for those that were saved before there
    were checks, and for what other texts and the directory have changed since.
    """

    help = "Checks the signatories of all pages anew, beside all other texts and the directory."

    def handle(self, *args, **options):
        self.stdout.write(f"{check_all_pages()} pages checked.")
