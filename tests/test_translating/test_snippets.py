"""Themes, sub-sites and settings are on the desk like pages."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from home.models import SiteSettings, Theme
from translating.models import Assignment
from translating.tasks import mail_assignment, submit_later

BOARD = "/admin/translations/"
THEMES = {"kind": "home.theme"}


@pytest.fixture
def theme(db):
    return Theme.objects.create(
        name="Rivers", slug="rivers", description="Water.", locale=Locale.get_default()
    )


def submit(client, *texts, languages=("ar",), kind="home.theme"):
    data = {"pages": [text.pk for text in texts], "kind": kind, "languages": languages}
    return client.post(f"{BOARD}submit/", data | {"confirmed": "1"}, follow=True)


def cell(client, title="Rivers", code="ar"):
    rows = client.get(BOARD, THEMES).context["rows"]
    (row,) = [row for row in rows if row.title == title]
    return {cell.locale.language_code: cell for cell in row.cells}[code]


def test_ticked_themes_are_submitted_together(log_in, chief, theme, arabic, thai):
    roads = Theme.objects.create(name="Roads", slug="roads", locale=Locale.get_default())
    client = log_in(chief)
    board = client.get(BOARD, THEMES).content.decode()
    assert '<input type="hidden" name="kind" value="home.theme">' in board
    asked = client.post(f"{BOARD}submit/", THEMES | {"pages": [theme.pk, roads.pk]})
    html = asked.content.decode()
    assert "Rivers" in html
    assert "Roads" in html
    response = submit(client, theme, roads, languages=["ar", "th"])
    assert "4 translations were set up." in response.content.decode()
    assert response.redirect_chain[-1][0] == f"{BOARD}?kind=home.theme"
    assert Theme.objects.filter(translation_key=theme.translation_key).count() == 3
    assert cell(client).state == "progress"
    again = submit(client, theme)
    assert "1 was there already and stays as it is." in again.content.decode()


def test_settings_of_the_site_are_submitted(log_in, chief, home, arabic):
    from wagtail.models import Site

    settings = SiteSettings.objects.filter(site=Site.objects.get()).first() or (
        SiteSettings.objects.create(
            site=Site.objects.get(),
            organisation_name="Sample Network",
            short_name="Sample",
            locale=Locale.get_default(),
        )
    )
    submit(log_in(chief), settings, kind="home.sitesettings")
    assert SiteSettings.objects.filter(locale=arabic).exists()


def test_many_themes_are_submitted_in_the_background(log_in, chief, theme, arabic, monkeypatch):
    monkeypatch.setattr("translating.submit_views.AT_ONCE", 0)
    response = submit(log_in(chief), theme)
    assert "Look again in a few minutes" in response.content.decode()
    submit_later.func([theme.pk], [arabic.pk], chief.pk, kind="home.theme")
    assert Theme.objects.filter(locale=arabic).count() == 1


def test_number_of_a_theme_is_not_taken_for_that_of_a_page(log_in, chief, letter, theme, arabic):
    submit(log_in(chief), theme)
    assert not Translation.objects.filter(source__object_id=letter.translation_key).exists()
    response = submit(log_in(chief), theme, kind="auth.user")
    assert "translations were set up" not in response.content.decode()


def test_theme_of_other_words_is_behind_until_translators_have_them(
    log_in, chief, theme, arabic, translate
):
    client = log_in(chief)
    submit(client, theme)
    translation = Translation.objects.get(source__object_id=theme.translation_key)
    translate(translation)
    assert cell(client).state == "published"
    theme.slug = "streams"
    theme.save()
    assert cell(client).state == "published"
    theme.description = "Water that runs."
    theme.save()
    assert cell(client).state == "behind"
    assert "Behind its source" in client.get(BOARD, THEMES).content.decode()
    overview = client.get(f"{BOARD}{translation.pk}/").content.decode()
    assert "Give translators the words of today" in overview
    TranslationSource.objects.get(object_id=theme.translation_key).update_from_db()
    assert cell(client).state == "progress"


def test_theme_is_assigned_and_the_translator_told(
    log_in, chief, make_user, theme, arabic, django_capture_on_commit_callbacks
):
    noor = make_user("noor", locale=arabic, permissions=["home.change_theme"])
    make_user("sami", locale=arabic)  # may not edit themes
    client = log_in(chief)
    url = cell(client).assign_url
    form = client.get(url)
    assert set(form.context["form"].fields["user"].queryset) == {noor, chief}
    response = client.post(url, {"user": noor.pk, "due": "", "note": "Short, please"}, follow=True)
    assert "Noor has the translation now." in response.content.decode()
    assignment = Assignment.objects.get()
    assert (assignment.text, assignment.user) == (theme, noor)
    mail_assignment.func(assignment.pk)
    assert mail.outbox[-1].subject == "To translate: Rivers"
    assert cell(client).assignment == assignment
    found = client.get(BOARD, THEMES | {"person": noor.pk}).context["rows"]
    assert [row.title for row in found] == ["Rivers"]
    work = log_in(noor).get(f"{BOARD}work/").content.decode()
    assert "Rivers" in work
    assert "Short, please" in work
    client.post(f"{BOARD}done/{assignment.pk}/")
    assert not Assignment.objects.open().exists()


def test_assignment_of_a_deleted_theme_disturbs_nobody(log_in, chief, theme, arabic):
    kind = ContentType.objects.get_for_model(Theme)
    given = Assignment.objects.create(
        snippet_type=kind, snippet_id=theme.pk, locale=arabic, user=chief
    )
    theme.delete()
    assert log_in(chief).get(f"{BOARD}work/").status_code == 200
    mail_assignment.func(given.pk)
    assert not mail.outbox


@pytest.mark.parametrize("kind", ["auth.group", "home.user", "home.homepage"])
def test_nothing_else_can_be_assigned(kind, log_in, chief, arabic):
    assert log_in(chief).get(f"{BOARD}assign/{kind}/1/ar/").status_code == 404


def test_queries_do_not_grow_with_the_themes(log_in, chief, arabic, queries_of):
    client = log_in(chief)

    def fill(count):
        made = [
            Theme.objects.create(
                name=f"T{count}-{n}", slug=f"t{count}-{n}", locale=Locale.get_default()
            )
            for n in range(count)
        ]
        submit(client, *made)
        return queries_of(lambda: client.get(BOARD, THEMES))

    few, many = fill(2), fill(12)
    assert len(many) == len(few) <= 25, many
