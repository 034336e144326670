"""Bring database and static files up to date with the code: after every update."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Page


class Command(BaseCommand):
    help = (
        "Apply missing migrations, set up roles, read the words of older pages and collect "
        "changed static files; what is up to date is skipped. With --demo, also fill a site that "
        "has no pages yet."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--demo", action="store_true", help="fill a site without pages with the demo"
        )

    def handle(self, *, demo, **options):
        Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
        self.migrate()
        call_command("set_up_roles", verbosity=0)
        call_command("remember_words", verbosity=0)
        if demo:
            self.load_demo()
        self.collect_static()

    def migrate(self):
        count = len(pending_migrations())
        if count:
            self.say(f"Updating the database ({count} migrations)")
            call_command("migrate", interactive=False, verbosity=0, stdout=self.stdout)

    def load_demo(self):
        # Below the home page, which a migration makes: whoever has pages keeps them.
        if not Page.objects.filter(depth__gt=2).exists():
            self.say("Loading the demo content")
            call_command("load_demo", stdout=self.stdout)

    def collect_static(self):
        stamp = Path(settings.VAR_DIR) / "static.stamp"
        current = static_fingerprint()
        if Path(settings.STATIC_ROOT).is_dir() and stamp.is_file():
            if stamp.read_text() == current:
                return
        self.say("Collecting and compressing static files")
        stamp.unlink(missing_ok=True)
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(current)

    def say(self, text):
        self.stdout.write(text)
        self.stdout.flush()


def pending_migrations():
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    return executor.migration_plan(executor.loader.graph.leaf_nodes())


def static_fingerprint():
    """Change when a static file, or the code that processes them, does."""
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    digest.update((settings.SITE_DIR / "config" / "staticfiles.py").read_bytes())
    digest.update((settings.BASE_DIR / "requirements.txt").read_bytes())
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
