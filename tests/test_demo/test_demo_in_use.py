"""`manage.py load_demo`, again and with `--remove`: what it leaves alone, what it takes away."""

from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError

from demo import loading
from tests.test_demo.demo_site import census, files, letters, page, run


class TestSecondRun:
    def test_makes_nothing(self, demo):
        before = census(), files(), set(letters().values_list("pk", "latest_revision_id"))
        assert run() == "The demo content is loaded already.\n"
        assert (census(), files(), set(letters().values_list("pk", "latest_revision_id"))) == before

    def test_keeps_what_editors_changed(self, demo):
        about = page("about")
        about.title = "About us"
        about.save_revision().publish()
        home = page("home")
        home.sections = []
        home.save_revision().publish()
        run()
        assert page("about").title == "About us"
        assert not page("home").sections

    def test_what_editors_deleted_stays_deleted(self, demo):
        page("privacy").delete()
        page("stories").delete()
        assert run() == "The demo content is loaded already.\n"
        remaining = set(page("home").get_children().values_list("slug", flat=True))
        assert not remaining & {"privacy", "stories"}

    def test_removing_and_loading_again_brings_it_back(self, demo):
        page("privacy").delete()
        run("--remove")
        run()
        assert page("privacy").live


class TestRemove:
    def test_leaves_nothing(self, demo, django_capture_on_commit_callbacks):
        image, document = (
            apps.get_model(*name)
            for name in (("multimedia", "Image"), ("publications", "Document"))
        )
        uploads = [*image.objects.all(), *document.objects.all()]
        uploads.append(uploads[0].get_rendition("width-100"))
        ours = {path: path.read_bytes() for path in (Path(u.file.path) for u in uploads)}
        with django_capture_on_commit_callbacks(execute=True):
            assert run("--remove").startswith("Removed ")
        left = files() & set(ours)
        for path, content in ours.items():
            path.write_bytes(content)  # the other tests need them
        assert not left
        assert census() == demo[0]
        home = page("home")
        assert (home.title, home.summary, home.social_image, len(home.sections)) == (
            *("FORUM-ASIA", "", None, 0),
        )
        assert run("--remove") == "There is no demo content here.\n"

    def test_keeps_what_editors_added(self, demo):
        from letters.models import OpenLetterPage

        picture = page("about").social_image
        own = OpenLetterPage(title="Ours", date="2026-05-01", social_image=picture)
        page("letters").add_child(instance=own)
        home = page("home")
        home.sections.append(("subsites", {"title": "Our own section", "text": ""}))
        home.save_revision().publish()
        said = run("--remove")
        assert "Kept the page “Open letters”: there are pages below it." in said
        assert f"Kept “{picture.title}”: it is used elsewhere." in said
        assert [letter.title for letter in letters()] == ["Ours"]
        assert [block.value["title"] for block in page("home").sections] == ["Our own section"]
        own.refresh_from_db()
        assert own.social_image == picture

    def test_keeps_a_theme_that_editors_use(self, demo):
        theme = apps.get_model("home", "Theme").objects.get(name="Accountability")
        own = apps.get_model("letters", "OpenLetterPage")(title="Ours", date="2026-05-01")
        page("letters").add_child(instance=own)
        own.themes = [theme]
        own.save()
        assert "Kept the theme “Accountability”: it is used elsewhere." in run("--remove")
        assert list(own.themes.all()) == [theme]

    def test_keeps_a_draft_of_the_home_page(self, demo):
        home = page("home")
        home.sections.append(("subsites", {"title": "Not yet public", "text": ""}))
        home.save_revision()
        run("--remove")
        assert len(page("home").sections) == 0
        draft = page("home").get_latest_revision_as_object()
        assert [block.value["title"] for block in draft.sections] == ["Not yet public"]

    def test_keeps_a_language_that_editors_use(self, demo):
        from wagtail.models import Locale

        arabic = Locale.objects.get(language_code="ar")
        subsite = apps.get_model("home", "SubSite")
        subsite.objects.create(name="موقعنا", url="https://ours.example.org/", locale=arabic)
        assert "Kept the language ar: there is text in it." in run("--remove")
        assert Locale.objects.filter(language_code="ar").exists()
        assert not Locale.objects.filter(language_code="zh-hant").exists()


class TestSiteInUse:
    def test_what_was_there_is_left_alone_and_stays(self, empty):
        from wagtail.models import Locale

        from home.models import StandardPage

        home = page("home")
        home.sections = [("subsites", {"title": "Ours", "text": ""})]
        home.save_revision().publish()
        own = home.add_child(instance=StandardPage(title="Our contact", slug="contact"))
        Locale.objects.create(language_code="ar")
        said = run()
        assert "Left the home page as it is: it has sections already." in said
        assert "Left out contact: there is a page of that address already." in said
        run("--remove")
        own.refresh_from_db()
        assert own.title == "Our contact"
        assert [block.value["title"] for block in page("home").sections] == ["Ours"]
        languages = Locale.objects.values_list("language_code", flat=True)
        assert set(languages) == {"en", "ar"}

    def test_failure_leaves_neither_rows_nor_files(self, empty, monkeypatch):
        before = census(), files()

        def fail(*args):
            raise OSError("no space left")

        monkeypatch.setattr(loading.Loader, "_pages", fail)
        with pytest.raises(OSError, match="no space left"):
            run()
        assert (census(), files()) == before

    def test_without_a_home_page_one_is_told_what_to_do(self, empty):
        from wagtail.models import Page, Site

        plain = Page.objects.get(depth=1).add_child(instance=Page(title="Plain", slug="plain"))
        Site.objects.update(root_page=plain)
        with pytest.raises(CommandError, match="choose a home page as root page"):
            run()
