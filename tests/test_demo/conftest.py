"""The demo, loaded once for the tests of a module."""

import pytest


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo, loaded once for all tests here; yields rows and files as they were before."""
    from django.db import transaction

    from demo import loading
    from tests.test_demo.demo_site import census, files, run, small_drawings, small_reports

    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "draw_all", small_drawings)
        patch.setattr(loading, "typeset_all", small_reports)
        before = census(), files()
        run()
        yield before
        transaction.set_rollback(True)
    for path in files() - before[1]:
        path.unlink()


@pytest.fixture
def demo(loaded, db, monkeypatch):
    """The demo, loaded; what the test changes is undone. Rows and files from before it."""
    from demo import loading
    from tests.test_demo.demo_site import small_drawings, small_reports

    monkeypatch.setattr(loading, "draw_all", small_drawings)
    monkeypatch.setattr(loading, "typeset_all", small_reports)
    return loaded


@pytest.fixture
def empty(demo):
    """The site before the demo, or after it."""
    from tests.test_demo.demo_site import run

    run("--remove")
