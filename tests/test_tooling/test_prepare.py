import os

import pytest
from django.core.management import call_command

from home.management.commands import prepare


@pytest.fixture
def source(tmp_path, settings):
    """A folder of static files that is all there is, and a folder to collect into."""
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "site.css").write_text("a {}")
    settings.STATICFILES_DIRS = [folder]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.VAR_DIR = tmp_path / "var"
    settings.STATIC_ROOT = settings.VAR_DIR / "static"
    return folder


@pytest.fixture
def run(source, db, capsys):
    def run(**options):
        call_command("prepare", **options)
        return capsys.readouterr().out

    return run


def test_collects_static_files_once(run):
    assert "static files" in run()
    assert run() == ""


def test_collects_again_when_a_file_changes(run, source, settings):
    run()
    (source / "site.css").write_text("b {}")
    assert "static files" in run()
    assert (settings.STATIC_ROOT / "site.css").read_text() == "b {}"


def test_collects_again_when_a_file_is_touched_added_or_removed(run, source):
    run()
    os.utime(source / "site.css", (1, 1))
    assert "static files" in run()
    (source / "more.css").write_text("c {}")
    assert "static files" in run()
    (source / "more.css").unlink()
    assert "static files" in run()


def test_collects_again_when_the_result_is_gone(run, settings):
    run()
    (settings.STATIC_ROOT / "site.css").unlink()
    settings.STATIC_ROOT.rmdir()
    assert "static files" in run()


def test_interrupted_collection_is_repeated(run, monkeypatch, source):
    run()
    (source / "site.css").write_text("b {}")

    def interrupted(*args, **options):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(prepare, "call_command", interrupted)
        with pytest.raises(KeyboardInterrupt):
            run()
    assert "static files" in run()


def test_database_is_up_to_date_after_the_test_setup(db):
    assert prepare.pending_migrations() == []


def test_applies_a_missing_migration(run, monkeypatch):
    calls = []
    monkeypatch.setattr(prepare, "pending_migrations", lambda: ["one"])
    monkeypatch.setattr(prepare, "call_command", lambda name, **options: calls.append(name))
    assert "1 migration" in run()
    assert calls[0] == "migrate"


def test_demo_fills_only_a_site_without_pages(run, monkeypatch, letter_index):
    calls = []
    monkeypatch.setattr(prepare, "call_command", lambda name, **options: calls.append(name))
    run(demo=True)
    letter_index.delete()
    run(demo=True)
    assert [name for name in calls if name == "load_demo"] == ["load_demo"]
