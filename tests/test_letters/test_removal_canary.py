"""A name that was everywhere is nowhere: every column of every table, every file."""

import base64
import json
import sqlite3
import subprocess
import sys
import zlib
from pathlib import Path
from urllib.parse import quote_plus

import pypdfium2
import pytest

from letters.pdf import fonts
from tests.server import ROOT, SiteServer

# The first words survive every way of writing text down; the last tell of escapes.
NAME = 'Qzxvorlumat’s "Haus" & Co. 鸚鵡學舌'
ORGANISATION = 'Wjykgrundel’s "Büro" & Söhne مرصد'


SPREAD_OVER = {
    "django_session",
    "django_tasks_database_dbtaskresult",
    "letters_dismissedcheck",
    "letters_openletterpage",
    "letters_organisationname",
    "letters_pagepdf",
    "letters_signature",
    "letters_statementpage",
    "translating_assignment",
    "translating_glossaryterm",
    "translating_glossarytranslation",
    "translating_releaseset",
    "wagtail_localize_segmentoverride",
    "wagtail_localize_string",
    "wagtail_localize_stringtranslation",
    "wagtail_localize_translationsource",
    "wagtailadmin_formstate",
    "wagtailcore_comment",
    "wagtailcore_commentreply",
    "wagtailcore_modellogentry",
    "wagtailcore_pagelogentry",
    "wagtailcore_revision",
    "wagtailcore_taskstate",
    "wagtailembeds_embed",
    "wagtailsearch_indexentry",
}


def written(name):
    """What is looked for, whatever a name was written as."""
    last = name.split()[-1]
    escaped = json.dumps(last)[1:-1]
    forms = [name[:11], last, escaped, json.dumps(escaped)[1:-1], quote_plus(last)]
    return [form.lower() for form in forms]


def run(site, *command, name=""):
    result = subprocess.run(
        [sys.executable, *command],
        env=site.environment,
        cwd=ROOT,
        text=True,
        input=name,
        capture_output=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout + result.stderr


def holds(text, name):
    text = text.lower()
    return any(form in text for form in written(name))


def rows(site):
    """(table, everything in a row as text) of the whole database."""
    if url := site.environment["DATABASE_URL"]:
        import psycopg

        with psycopg.connect(url) as connection:
            tables = connection.execute(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
            ).fetchall()
            for (table,) in tables:
                for (text,) in connection.execute(f'SELECT t::text FROM "{table}" t'):
                    yield table, text
        return
    connection = sqlite3.connect(site.folder / "db.sqlite3")
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        for row in connection.execute(f'SELECT * FROM "{table}"'):
            values = (
                value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
                for value in row
            )
            yield table, "\n".join(values)
    connection.close()


def session_text(text):
    """The data of sessions as it is written, which nobody can search."""
    for part in text.replace("(", "\n").replace(",", "\n").splitlines():
        packed = part.split(":")[0].lstrip(".")
        try:
            data = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
            yield (zlib.decompress(data) if part.startswith(".") else data).decode()
        except (ValueError, zlib.error):
            continue


def tables_with(site, name):
    found = set()
    for table, text in rows(site):
        if table == "django_session":
            text = "\n".join([text, *session_text(text)])
        if holds(text, name):
            found.add(table)
    return found


def files_with(site, name):
    found = []
    for path in Path(site.folder).rglob("*"):
        if not path.is_file() or "static" in path.parts:
            continue
        data = path.read_bytes().lower()
        in_bytes = any(form.encode() in data for form in written(name))
        if in_bytes or (path.suffix == ".pdf" and holds(text_of_pdf(path), name)):
            found.append(path.name)
    return found


def text_of_pdf(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


@pytest.fixture
def site(tmp_path):
    server = SiteServer(tmp_path / "var")
    server.folder.mkdir()
    server.prepare(static=False)
    scenario = str(Path(__file__).with_name("canary_scenario.py"))
    run(server, scenario, name=f"{NAME}\n{ORGANISATION}\n")
    yield server
    server.stop()


def assert_nowhere(site, name):
    assert tables_with(site, name) == set()
    assert files_with(site, name) == []


def test_a_removed_name_is_nowhere(site):
    kinds = set() if site.environment["DATABASE_URL"] else {".sqlite3"}
    kinds |= {".pdf"} if fonts.are_there() else set()
    for name in (NAME, ORGANISATION):
        assert tables_with(site, name) >= SPREAD_OVER
        assert {Path(file).suffix for file in files_with(site, name)} >= kinds

    # By its name: first only looking, then in earnest.
    looked = run(site, "manage.py", "remove_signatory", name=NAME)
    assert tables_with(site, NAME) >= SPREAD_OVER
    said = run(site, "manage.py", "remove_signatory", "--yes", name=NAME)
    assert "by hand" not in looked + said
    assert not holds(looked + said, NAME)
    assert_nowhere(site, NAME)
    left = SPREAD_OVER - {
        "django_session",
        "letters_pagepdf",  # made anew, without the problem
        "wagtailadmin_formstate",
        "wagtailsearch_indexentry",
    }
    assert tables_with(site, ORGANISATION) >= left

    # As an organisation.
    command = "print(OrganisationName.objects.get(preferred=True).organisation_id)"
    number = site.manage("shell", "--verbosity=0", "--command", command).split()[-1]
    said = run(site, "manage.py", "remove_signatory", "--yes", "--organisation", number)
    assert not holds(said, ORGANISATION)
    assert_nowhere(site, ORGANISATION)

    # Nothing that runs later brings a name back.
    site.manage("db_worker", "--batch", "--backend=background")
    site.manage("rebuild_signatures")
    site.manage("update_index", "--verbosity=0")
    assert_nowhere(site, NAME)
    assert_nowhere(site, ORGANISATION)
