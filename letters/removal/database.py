"""What a database keeps of a deleted row, and how to be rid of it."""

from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import FormState
from wagtail.models import ModelLogEntry, PageLogEntry, Revision
from wagtail.search.models import IndexEntry
from wagtail_localize.models import String, StringTranslation, TranslationSource

from letters.models import (
    DismissedCheck,
    OpenLetterPage,
    OrganisationName,
    PageChecks,
    Signature,
    StatementPage,
)

from .notes import NOTES

MODELS = [
    *(DismissedCheck, OpenLetterPage, OrganisationName, PageChecks, Signature, StatementPage),
    *(DBTaskResult, FormState, IndexEntry, ModelLogEntry, PageLogEntry, Revision, Session),
    *(String, StringTranslation, TranslationSource),
]


def optimise_search_index():
    """Merge the full-text index of SQLite, which else keeps the words of deleted entries."""
    if connection.vendor == "sqlite":
        table = connection.ops.quote_name(f"{IndexEntry._meta.db_table}_fts")
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608


def leave_no_residue():
    """Free what deleted and changed rows still occupy; return what could not be done.

    On SQLite the file is written anew and the write-ahead log emptied: afterwards no byte
    of the old rows is in either. PostgreSQL frees the rows; their bytes go when the space
    is used again, and stay in its own log and in backups: `docs/operators.md`.
    """
    if connection.vendor == "sqlite":
        return _sqlite()
    return _postgresql() if connection.vendor == "postgresql" else []


def _sqlite():
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()[0]
    except DatabaseError:
        busy = True
    if not busy:
        return []
    return [
        _(
            "The database file was in use, so parts of it may still hold the old text. "
            "Run “manage.py remove_signatory --clean” when the site is quiet."
        )
    ]


def _postgresql():
    left = []
    with connection.cursor() as cursor:
        for model in dict.fromkeys([*MODELS, *NOTES]):
            table = model._meta.db_table
            try:
                cursor.execute(f"VACUUM {connection.ops.quote_name(table)}")
            except DatabaseError:
                left.append(table)
    if not left:
        return []
    return [
        _("The database did not let this account clean these tables: %(tables)s.")
        % {"tables": ", ".join(left)}
    ]
