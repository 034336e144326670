"""PDFs follow their pages: made, made anew, taken away, handed out."""

import re
from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Locale, PageViewRestriction

from letters.models import OpenLetterPage, PagePDF, StatementIndexPage, StatementPage
from letters.pdf import fonts
from letters.pdf.build import BuildError
from letters.pdf.making import make_pdf
from letters.pdf.problems import explain

needs_fonts = pytest.mark.skipif(not fonts.are_there(), reason=f"no fonts: {fonts.install_line()}")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Files of each test in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def letter(make_letter):
    return make_letter(["Aruvia Forum", "Tamarin Union"])


def files(media):
    return [path for path in (media / "pdf").rglob("*") if path.is_file()]


def drop_last_name(letter):
    letter.signatories[0].value["names"].pop()
    letter.save_revision().publish()


def fetch(client, address="/en/letters/a-letter/letter.pdf", **headers):
    """The response and its bytes. Reading them to the end closes the file behind them."""
    response = client.get(address, headers=headers)
    return response, response.getvalue()


def status(client, address="/en/letters/a-letter/letter.pdf"):
    return fetch(client, address)[0].status_code


def waiting_tasks():
    return DBTaskResult.objects.filter(task_path="letters.tasks.build_pdf").count()


def test_publishing_asks_for_a_pdf_in_the_same_transaction(make_letter):
    before = waiting_tasks()
    letter = make_letter(["Aruvia Forum"])
    asked = waiting_tasks()
    assert asked > before
    assert letter.pdf.state == PagePDF.State.PENDING
    with transaction.atomic():
        letter.save_revision().publish()
        transaction.set_rollback(True)
    assert waiting_tasks() == asked


def test_a_draft_asks_for_nothing(letter):
    asked = waiting_tasks()
    letter.title = "Not yet"
    letter.save_revision()
    assert waiting_tasks() == asked


def test_a_page_published_later_has_no_pdf_before(make_letter, client, letter_index):
    later = OpenLetterPage(
        title="Later",
        date=date(2026, 3, 1),
        live=False,
        go_live_at=timezone.now() + timedelta(days=1),
    )
    letter_index.add_child(instance=later)
    later.save_revision().publish()
    assert not PagePDF.objects.exists()
    assert make_pdf(later.pk) is None
    assert status(client, "/en/letters/later/letter.pdf") == 404


@needs_fonts
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_worker_makes_the_pdf(letter, client):
    call_command("db_worker", "--batch", "--no-startup-delay", "--backend=background", verbosity=0)
    response, content = fetch(client)
    assert response["Content-Type"] == "application/pdf"
    assert content.startswith(b"%PDF-")


@needs_fonts
def test_handing_out(letter, client):
    address = "/en/letters/a-letter/letter.pdf"
    assert "Try again in a minute" in client.get(address).content.decode()
    OpenLetterPage.objects.filter(pk=letter.pk).update(title="رسالة / “a”\u202e")
    make_pdf(letter.pk)
    response, _content = fetch(client)
    assert response.status_code == 200
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "script-src" not in response["Content-Security-Policy"]
    assert re.match(r"inline; filename\*=utf-8''%D8%B1.*\.pdf$", response["Content-Disposition"])
    assert "%E2%80%AE" not in response["Content-Disposition"]
    assert response["Link"] == '<http://testserver/en/letters/a-letter/>; rel="canonical"'
    again, nothing = fetch(client, **{"If-None-Match": response["ETag"]})
    assert (again.status_code, nothing) == (304, b"")
    assert status(client, address.replace("letter.pdf", "statement.pdf")) == 404
    assert client.post(address).status_code == 405
    PageViewRestriction.objects.create(page=letter, restriction_type="login")
    assert status(client) == 404


@needs_fonts
def test_a_withdrawn_name_takes_the_file_at_once(
    letter, client, media, django_capture_on_commit_callbacks
):
    make_pdf(letter.pk)
    assert len(files(media)) == 1
    with django_capture_on_commit_callbacks(execute=True):
        drop_last_name(letter)
    assert status(client) == 404
    assert files(media) == []


@needs_fonts
def test_it_goes_from_translations_too(letter, media, django_capture_on_commit_callbacks):
    arabic = Locale.objects.create(language_code="ar")
    for page in (letter.get_parent().get_parent().specific, letter.get_parent().specific):
        page.copy_for_translation(arabic).save_revision().publish()
    translation = letter.copy_for_translation(arabic)
    translation.save_revision().publish()
    make_pdf(letter.pk)
    make_pdf(translation.pk)
    assert len(files(media)) == 2
    with django_capture_on_commit_callbacks(execute=True):
        drop_last_name(letter)
    assert files(media) == []
    states = PagePDF.objects.values_list("state", flat=True)
    assert set(states) == {PagePDF.State.PENDING}


@needs_fonts
def test_other_changes_keep_the_file_until_the_next(letter, client, media):
    first = make_pdf(letter.pk).digest
    letter.title = "Another title"
    letter.save_revision().publish()
    assert status(client) == 200
    PagePDF.objects.update(requested_at=timezone.now() - timedelta(hours=1))
    assert status(client) == 404  # nobody makes the next one
    assert make_pdf(letter.pk).digest != first
    assert len(files(media)) == 1
    assert status(client) == 200


@needs_fonts
def test_an_unchanged_text_is_not_built_again(letter):
    built = make_pdf(letter.pk).built_at
    letter.save_revision().publish()
    pdf = make_pdf(letter.pk)
    assert (pdf.state, pdf.built_at) == (PagePDF.State.BUILT, built)
    assert make_pdf(letter.pk, force=True).built_at > built


@needs_fonts
def test_a_build_overtaken_by_a_change_is_thrown_away(letter, media, monkeypatch):
    from letters.pdf import making

    def build_while_changing(content, build=making.build):
        drop_last_name(letter)
        return build(content)

    monkeypatch.setattr(making, "build", build_while_changing)
    assert make_pdf(letter.pk) is None
    assert files(media) == []
    assert PagePDF.objects.get().state == PagePDF.State.PENDING


@needs_fonts
@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_the_file_goes_with_the_page(letter, media, end, django_capture_on_commit_callbacks):
    make_pdf(letter.pk)
    with django_capture_on_commit_callbacks(execute=True):
        getattr(letter, end)()
    assert files(media) == []
    assert not PagePDF.objects.exists()


@needs_fonts
def test_a_character_without_a_font_is_a_reason_for_staff(make_letter, client, media):
    letter = make_letter(["Aruvia \u0378 Forum", "Tamarin Union"])
    pdf = make_pdf(letter.pk)
    assert pdf.state == PagePDF.State.FAILED
    assert "U+0378" in explain(pdf.problem)
    assert "Forum" in explain(pdf.problem)
    assert "Tamarin" not in explain(pdf.problem)
    assert files(media) == []
    letter.signatories[0].value["names"].pop(0)
    letter.save_revision().publish()
    assert PagePDF.objects.get().problem == {}
    assert make_pdf(letter.pk).state == PagePDF.State.BUILT


def test_without_fonts_the_site_runs_and_says_what_to_install(letter, monkeypatch, client):
    monkeypatch.setattr(fonts, "_families", frozenset)
    pdf = make_pdf(letter.pk)
    assert pdf.state == PagePDF.State.FAILED
    assert "apt-get install" in explain(pdf.problem)
    assert "fonts-noto-core fonts-noto-cjk fonts-sil-mondulkiri" in fonts.install_line()
    assert status(client) == 404
    with pytest.raises(CommandError, match="apt-get install"):
        call_command("build_pdfs")


def test_a_mistake_of_ours_is_kept_too(letter, monkeypatch, caplog):
    from letters.pdf import making

    def fail(page):
        raise ZeroDivisionError

    monkeypatch.setattr(making, "content_of", fail)
    assert make_pdf(letter.pk).problem == {"code": "unexpected"}
    assert "ZeroDivisionError" in caplog.text


@needs_fonts
def test_statements_have_theirs(home, client):
    index = home.add_child(instance=StatementIndexPage(title="Statements", slug="statements"))
    index.save_revision().publish()
    page = StatementPage(
        title="On courts",
        date=date(2026, 3, 1),
        place="Port Aruvia",
        press_contact="A desk",
        editors_notes="<p>Note well.</p>",
    )
    index.add_child(instance=page)
    page.save_revision().publish()
    make_pdf(page.pk)
    assert status(client, "/en/statements/on-courts/statement.pdf") == 200
    assert status(client, "/en/statements/on-courts/letter.pdf") == 404


@needs_fonts
def test_the_command_makes_what_is_missing(letter, capsys):
    PagePDF.objects.all().delete()
    call_command("build_pdfs")
    assert "1 made, 0 failed." in capsys.readouterr().out
    call_command("build_pdfs")
    assert "0 made, 0 failed." in capsys.readouterr().out
    call_command("build_pdfs", all=True)
    assert "1 made, 0 failed." in capsys.readouterr().out


def test_staff_see_what_failed_and_may_try_again(letter, rf, client, editor_client, monkeypatch):
    from letters.pdf import making
    from letters.pdf.admin import PDFProblemsPanel

    def fail(content):
        raise BuildError({"code": "picture", "picture": "Harbour"})

    monkeypatch.setattr(making, "build", fail)
    make_pdf(letter.pk)
    request = rf.get("/admin/")
    request.user = get_user_model().objects.get(username="editor")
    html = PDFProblemsPanel().render_html({"request": request, "csrf_token": "t"})
    assert f"/admin/pages/{letter.pk}/edit/" in html
    assert "The picture “Harbour” cannot be read." in html
    asked = waiting_tasks()
    editor_client.post("/admin/letters/pdfs/again/")
    assert waiting_tasks() == asked + 1
    assert PagePDF.objects.get().state == PagePDF.State.PENDING


def test_staff_without_rights_to_a_page_see_nothing_of_it(letter, rf, django_user_model):
    from letters.pdf.admin import failures_for

    PagePDF.objects.update(state=PagePDF.State.FAILED)
    nobody = django_user_model.objects.create_user("nobody", "n@example.org", "secret")
    assert failures_for(nobody) == []


@pytest.mark.ignore_template_errors
def test_staff_see_the_line_that_installs_fonts(rf, admin_user, monkeypatch):
    from letters.pdf.admin import PDFProblemsPanel

    monkeypatch.setattr(fonts, "_families", frozenset)
    request = rf.get("/admin/")
    request.user = admin_user
    html = PDFProblemsPanel().render_html({"request": request, "csrf_token": "t"})
    assert "apt-get install --no-install-recommends fonts-noto-core" in html
