"""A text under embargo stands at no public address, however it was spread in the admin."""

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Locale, Revision
from wagtail_localize.models import TranslationSource

from home.models import HomePage, Theme
from letters.models import OpenLetterPage, StatementIndexPage, StatementPage
from publications.models import (
    Document,
    DocumentVersion,
    PublicationFile,
    PublicationIndexPage,
    PublicationPage,
)

CANARY = "Zxqvorbel"
NAME = f"{CANARY} Union"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def statements(home):
    page = home.add_child(instance=StatementIndexPage(title="Statements", slug="statements"))
    page.save_revision().publish()
    home.sections = [
        {
            "type": "interventions",
            "value": {
                "title": "Newest",
                "text": "",
                "lists": [{"title": "Statements", "text": "", "index": page.pk, "count": 3}],
            },
        }
    ]
    home.save_revision().publish()
    return page


@pytest.fixture
def arabic(home, statements, letter_index):
    locale = Locale.objects.create(language_code="ar")
    for page in (home, statements, letter_index):
        page.specific.copy_for_translation(locale).save_revision().publish()
    return locale


def fields(**more):
    records = [{"id": "s1", "raw": NAME}]
    return {
        "title": f"{CANARY} title",
        "date": date(2026, 3, 1),
        "summary": f"{CANARY} summary",
        "search_description": f"{CANARY} description",
        "body": [{"type": "text", "value": f"<p>{CANARY} body</p>"}],
        "signatories": [{"type": "signatory_list", "value": {"heading": CANARY, "names": records}}],
        "updates": [
            {
                "type": "update",
                "value": {"date": "2026-03-02", "title": CANARY, "text": f"<p>{CANARY}</p>"},
            }
        ],
        "corrections": [
            {
                "type": "correction",
                "value": {"date": "2026-03-02", "explanation": CANARY, "old_wording": CANARY},
            }
        ],
        "countries": ["TH"],
    } | more


def in_a_day():
    return timezone.now() + timedelta(days=1)


def schedule(parent, model, **more):
    """A page as the editor schedules it."""
    page = model(live=False, go_live_at=in_a_day(), **fields(**more))
    parent.add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


@pytest.fixture
def files(home):
    """A file for letters, and one of a report under embargo."""
    attached, report = (
        Document.objects.create(
            title=CANARY, file=ContentFile(CANARY.encode(), name=f"{name}-{CANARY}.pdf")
        )
        for name in ("letter", "report")
    )
    DocumentVersion.objects.create(document=report, name="earlier.pdf")
    library = home.add_child(instance=PublicationIndexPage(title="Library", slug="library"))
    page = PublicationPage(
        title=CANARY,
        slug="secret",
        date=date(2026, 3, 1),
        live=False,
        go_live_at=in_a_day(),
        files=[PublicationFile(document=report, language="en")],
    )
    library.add_child(instance=page)
    page.save_revision().publish()
    return [{"type": "document", "value": {"document": attached.pk}}]


@pytest.fixture
def spread(
    statements, letter_index, make_letter, arabic, files, django_capture_on_commit_callbacks
):
    """Texts under embargo, in every form in which editors have them."""
    more = {"slug": "secret", "attachments": files}
    statement = schedule(statements, StatementPage, press_contact=CANARY, **more)
    letter = schedule(letter_index, OpenLetterPage, **more)
    # Translated by hand, translated as translators do, and as an alias.
    by_hand = statement.copy_for_translation(arabic)
    by_hand.go_live_at = None
    by_hand.save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(letter)
    with django_capture_on_commit_callbacks(execute=True):
        source.create_or_update_translation(arabic, publish=True, fallback=True)
    alias = statement.create_alias(update_slug="alias")
    statement.save_revision().publish()
    # Linked to from pages that are public already.
    for number, page in enumerate((statement, letter)):
        text = f'<p><a linktype="page" id="{page.pk}">soon</a></p>'
        body = [{"type": "text", "value": text}]
        make_letter(title=f"Linking {number}", slug=f"linking-{number}", body=body)
    # A published letter whose next version waits, and an alias of it.
    public = make_letter(["Aruvia Forum"], title="Public", slug="public", countries=["TH"])
    public.create_alias(update_slug="public-alias")
    changed = OpenLetterPage.objects.get(pk=public.pk)
    for name, value in fields(go_live_at=in_a_day(), attachments=files, slug="public").items():
        setattr(changed, name, value)
    changed.save_revision().publish()
    theme = Theme.objects.create(name="Courts", slug="courts")
    for page in (statement, letter, public):
        page.themes.add(theme)
        page.save()
    return [statement, letter, by_hand, alias, public]


BELOW = ["", "letter.pdf", "statement.pdf", "card.png", "corrections/", "feed.xml"]
BELOW += [f"signatories.{ending}" for ending in ("csv", "xlsx", "json", "txt")]
LISTS = ["", "?country=TH", "?theme=courts", "?year=2026", "feed.xml", "feed.xml?country=TH"]


def addresses(pages):
    yield from ("/sitemap.xml", "/robots.txt", "/en/library/", "/en/library/secret/")
    for document in Document.objects.all():
        yield document.url
        yield f"/documents/{document.pk}/earlier.pdf"
    for code in ("en", "ar"):
        yield f"/{code}/"
        yield f"/{code}/search/?q={CANARY}"
        yield f"/{code}/search/?q=Public"
        for section in ("letters", "statements"):
            yield from (f"/{code}/{section}/{rest}" for rest in LISTS)
            for slug in ("secret", "alias", "public", "public-alias", "linking-0", "linking-1"):
                yield from (f"/{code}/{section}/{slug}/{rest}" for rest in BELOW)
                yield f"/{code}/share/mastodon/?page=/{code}/{section}/{slug}/"
    for page in pages:
        yield f"/admin/pages/{page.pk}/view_draft/"
        yield f"/admin/pages/{page.pk}/edit/preview/"
        for revision in page.revisions.values_list("pk", flat=True):
            yield f"/admin/pages/{page.pk}/revisions/{revision}/view/"


def read(client, address):
    response = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return response, body.decode("utf-8", "replace")


def test_nothing_leaks_before_its_time(spread, client):
    public = 0
    for address in addresses(spread):
        response, body = read(client, address)
        searched = body.replace(f"q={CANARY}", "")
        if "/search/" in address:
            searched = searched.split("<main")[1].partition('class="listing"')[2]
        assert CANARY not in searched, address
        assert "/secret/" not in searched.replace("page=", ""), address
        if address.startswith("/admin/"):
            assert response.status_code == 302, address
            assert response["Location"].startswith("/admin/login/"), address
        public += response.status_code == 200
    assert public > 20, "hardly anything was looked at"
    assert not OpenLetterPage.objects.filter(title__contains=CANARY, live=True).exists()


def arrive(*pages):
    """Let the time of pages come without waiting for it."""
    past = timezone.now() - timedelta(minutes=1)
    for page in pages:
        for revision in page.revisions.exclude(approved_go_live_at=None):
            content = revision.content | {"go_live_at": past.isoformat()}
            Revision.objects.filter(pk=revision.pk).update(
                approved_go_live_at=past, content=content
            )
        type(page).objects.filter(pk=page.pk).update(go_live_at=past)
        latest = page.get_latest_revision()
        Revision.objects.filter(pk=latest.pk).update(
            content=latest.content | {"go_live_at": past.isoformat()}
        )


def test_files_come_with_their_text(statements, files, client):
    document = Document.objects.get(pk=files[0]["value"]["document"])
    statement = schedule(statements, StatementPage, slug="secret", attachments=files)
    assert client.get(document.url).status_code == 404
    arrive(statement)
    call_command("publish_scheduled")
    assert CANARY in read(client, document.url)[1]


def test_translation_waits_for_its_source_and_comes_with_it(statements, arabic, client):
    statement = schedule(statements, StatementPage, slug="secret")
    translation = statement.copy_for_translation(arabic)
    translation.go_live_at = None
    translation.save_revision().publish()
    translation = StatementPage.objects.get(pk=translation.pk)
    assert (translation.live, translation.go_live_at) == (False, statement.go_live_at)
    assert translation.first_published_at is None
    approved = translation.revisions.exclude(approved_go_live_at=None).get()
    assert approved.approved_go_live_at == statement.go_live_at
    call_command("publish_scheduled")
    assert client.get("/ar/statements/secret/").status_code == 404
    arrive(statement, translation)
    call_command("publish_scheduled")
    for code in ("en", "ar"):
        assert CANARY in read(client, f"/{code}/statements/secret/")[1]


def test_translation_waits_longer_when_its_source_does(statements, arabic, client):
    statement = schedule(statements, StatementPage, slug="secret")
    translation = statement.copy_for_translation(arabic)
    translation.save_revision().publish()
    later = in_a_day() + timedelta(days=7)
    statement.go_live_at = later
    statement.save_revision().publish()
    arrive(translation)
    call_command("publish_scheduled")
    translation = StatementPage.objects.get(pk=translation.pk)
    assert (translation.live, translation.go_live_at) == (False, later)


def test_a_time_that_only_a_draft_names_counts_too(statements, arabic):
    statement = StatementPage(live=False, **fields(slug="secret"))
    statements.add_child(instance=statement)
    statement.go_live_at = in_a_day()
    statement.save_revision()
    translation = statement.copy_for_translation(arabic)
    translation.go_live_at = None
    translation.save_revision().publish()
    assert not StatementPage.objects.get(pk=translation.pk).live


def test_scheduling_a_page_does_not_publish_its_alias(statements):
    statement = schedule(statements, StatementPage, slug="secret")
    alias = statement.create_alias(update_slug="alias")
    statement.save_revision().publish()
    assert not StatementPage.objects.get(pk=alias.pk).live
    arrive(statement)
    call_command("publish_scheduled")
    assert StatementPage.objects.get(pk=alias.pk).live


def test_other_drafts_hold_nothing_back(statements, arabic):
    statement = StatementPage(live=False, **fields(slug="draft"))
    statements.add_child(instance=statement)
    statement.save_revision()
    translation = statement.copy_for_translation(arabic)
    translation.save_revision().publish()
    assert StatementPage.objects.get(pk=translation.pk).live
    assert HomePage.objects.get(locale=arabic).live
