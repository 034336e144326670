"""What all tests share: an environment of their own, and pages to test with."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
VAR_DIR = Path(tempfile.mkdtemp(prefix="forum-asia-tests-"))
(VAR_DIR / "static").mkdir()  # WhiteNoise warns where nothing was collected

# Before Django reads its settings: nothing of a developer's own installation is touched.
os.environ |= {
    "ENV_FILE": str(ROOT / "tests" / "no-such-file"),
    "VAR_DIR": str(VAR_DIR),
    "SECRET_KEY": "only-for-tests-" + "x" * 50,
    "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
    "BASE_URL": "http://testserver",
    "HTTPS": "false",
    "TRUSTED_PROXIES": "0",
    "EMAIL_URL": "memorymail://",
    "DJANGO_SETTINGS_MODULE": "config.settings",
    # The browser is driven through an event loop in the thread that also uses the database.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
}


def pytest_xdist_setupnodes():
    """Let workers read the settings after this file has given each a folder of its own:
    with the variable set, pytest-django reads them before, and all workers share one."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)


def pytest_configure():
    import hypothesis
    from django.conf import settings
    from django.test import override_settings

    # Files as they lie in the tree; the storage of production has tests of its own.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    cache = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    override_settings(
        STORAGES=settings.STORAGES | {"staticfiles": plain}, CACHES={"default": cache}
    ).enable()
    # How long an example takes says more about the machine than about the code.
    hypothesis.settings.register_profile("untimed", deadline=None)
    hypothesis.settings.load_profile("untimed")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_unconfigure():
    shutil.rmtree(VAR_DIR, ignore_errors=True)


@pytest.fixture(scope="session")
def shared_data():
    """The folder of real inputs beside the project; tests that need it skip without it."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the folder of shared test data is not there")
    return folder


@pytest.fixture(autouse=True)
def fresh_start():
    """Forget what an earlier test left behind: the language of its last page, and the cache."""
    from django.core.cache import cache
    from django.utils import translation

    translation.activate("en")
    cache.clear()


@pytest.fixture
def home(db):
    """The English home page, as the first migrations leave it."""
    from home.models import HomePage

    return HomePage.objects.get(slug="home", locale__language_code="en")


@pytest.fixture
def letter_index(home):
    """The published list of letters below the home page."""
    from letters.models import LetterIndexPage

    page = home.add_child(
        instance=LetterIndexPage(title="Letters", slug="letters", show_in_menus=True)
    )
    page.save_revision().publish()
    return page


@pytest.fixture
def make_letter(letter_index):
    """A function that publishes an open letter with the given names."""
    from datetime import date

    from letters.models import OpenLetterPage

    def make(names=(), *, heading="", title="A letter", lists=None, publish=True, **fields):
        lists = [(heading, names)] if lists is None else lists
        fields = {
            "date": date(2026, 3, 1),
            "body": [{"type": "text", "value": "<p>We write to you.</p>"}],
        } | fields
        page = OpenLetterPage(
            title=title,
            signatories=[
                {
                    "type": "signatory_list",
                    "value": {
                        "heading": title_of_list,
                        "names": [
                            {"id": f"s{number}", "raw": name}
                            for number, name in enumerate(in_list, start=1)
                        ],
                    },
                }
                for title_of_list, in_list in lists
            ],
            live=publish,
            **fields,
        )
        letter_index.add_child(instance=page)
        if publish:
            page.save_revision().publish()
        return OpenLetterPage.objects.get(pk=page.pk)

    return make


@pytest.fixture
def editor_client(client, django_user_model, monkeypatch):
    """A client logged in as an administrator, with templates as they are in production:
    Wagtail's own lean on variables that are not there, and give them defaults."""
    from django.template import engines

    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    user = django_user_model.objects.create_superuser("editor", "editor@example.org", "secret")
    client.force_login(user)
    return client


@pytest.fixture
def mail_refused(monkeypatch):
    """A server of mail that takes nothing, and names in its error whom it refuses."""
    import smtplib

    def refuse(backend, messages):
        refused = {address: (550, b"no") for mail in messages for address in mail.recipients()}
        raise smtplib.SMTPRecipientsRefused(refused)

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)


@pytest.fixture
def work_off(db):
    """A function that does what waits at a path of the background as the worker does, which
    has a connection of its own, and returns the tasks as they are kept."""
    from django_tasks_db.management.commands.db_worker import Worker
    from django_tasks_db.models import DBTaskResult

    def work(path):
        tasks = DBTaskResult.objects.filter(task_path=path)
        worker = Worker(
            queue_names=["default"],
            interval=0,
            batch=True,
            backend_name="background",
            startup_delay=False,
            max_tasks=None,
            worker_id="test",
            excluded_queue_names=[],
        )
        for task in tasks.filter(finished_at=None):
            worker.run_task(task)
        return list(tasks)

    return work
