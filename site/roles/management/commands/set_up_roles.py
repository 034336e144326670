"""Make the groups of staff, their rights and the review of statements and letters."""

from django.core.management.base import BaseCommand

from roles.actions import set_up_roles


class Command(BaseCommand):
    help = (
        "Make the groups Editors, Moderators, Signatory managers and Translators of each "
        "language, and the review in two steps. Safe to repeat: what exists stays as it is."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--restore",
            action="store_true",
            help="also give back rights and groups that were taken away by hand",
        )

    def handle(self, *, restore, verbosity, **options):
        set_up_roles(restore=restore)
        if verbosity:
            self.stdout.write("The roles are set up.")
