"""Cards follow their pages: made, made anew, taken away, handed out."""

import io
from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from PIL import Image
from wagtail.models import Locale, PageViewRestriction

from letters.models import OpenLetterPage
from letters.pdf import fonts
from sharing.cards.making import make_card
from sharing.models import Card
from sharing.tasks import build_card

needs_fonts = pytest.mark.skipif(not fonts.are_there(), reason=f"no fonts: {fonts.install_line()}")
ADDRESS = "/en/letters/a-letter/card.png"


@pytest.fixture
def letter(make_letter):
    return make_letter(["Aruvia Forum", "Tamarin Union"])


def files(media):
    return [path for path in media.rglob("*.png") if path.is_file()]


def waiting_tasks():
    return DBTaskResult.objects.filter(task_path="sharing.tasks.build_card").count()


def fetch(client, address=ADDRESS, **headers):
    response = client.get(address, headers=headers)
    return response.status_code, response.getvalue()


def publish(page, **changes):
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def image_of(tree):
    found = tree.select_one('meta[property="og:image"]')
    return found and found["content"]


@needs_fonts
def test_the_card_is_made_after_publication(letter, client, read):
    assert fetch(client)[0] == 404
    assert image_of(read("/en/letters/a-letter/")) is None
    build_card.call(letter.pk)
    status, content = fetch(client)
    assert status == 200
    picture = Image.open(io.BytesIO(content))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(content) < 100_000
    tree = read("/en/letters/a-letter/")
    assert image_of(tree) == f"http://testserver{ADDRESS}"
    alt = tree.select_one('meta[property="og:image:alt"]')["content"]
    assert alt == "Joint open letter – A letter – 2 signatories – FORUM-ASIA"
    assert tree.select_one('meta[name="twitter:card"]')


@needs_fonts
def test_handing_out(letter, client):
    make_card(letter.pk)
    response = client.get(ADDRESS)
    response.getvalue()
    assert response["Content-Type"] == "image/png"
    assert "sandbox" in response["Content-Security-Policy"]
    assert fetch(client, **{"If-None-Match": response["ETag"]}) == (304, b"")
    assert client.post(ADDRESS).status_code == 405
    assert client.get("/en/letters/card.png").status_code == 404
    PageViewRestriction.objects.create(page=letter, restriction_type="login")
    assert fetch(client)[0] == 404


@needs_fonts
@pytest.mark.parametrize(
    ("changes", "anew"),
    [
        ({"title": "Another title"}, True),
        ({"kind": "open"}, True),
        ({"anonymous_count": 3}, True),
        ({"summary": "Other words"}, False),
        ({"date": date(2026, 4, 1)}, False),
    ],
)
def test_a_card_that_says_something_else_goes_at_once(
    letter, client, media, changes, anew, django_capture_on_commit_callbacks
):
    make_card(letter.pk)
    asked = waiting_tasks()
    with django_capture_on_commit_callbacks(execute=True):
        publish(letter, **changes)
    assert (fetch(client)[0] == 404) == anew
    assert len(files(media)) == (0 if anew else 1)
    assert waiting_tasks() == asked + anew
    if anew:
        assert make_card(letter.pk)
        assert fetch(client)[0] == 200


@needs_fonts
def test_translations_follow_the_count_of_their_source(letter, client, media):
    arabic = Locale.objects.create(language_code="ar")
    translation = letter.copy_for_translation(arabic, copy_parents=True)
    publish(translation, title="رسالة")
    make_card(letter.pk)
    make_card(translation.pk)
    assert fetch(client, "/ar/letters/a-letter/card.png")[0] == 200
    publish(OpenLetterPage.objects.get(pk=letter.pk), anonymous_count=5)
    assert fetch(client, "/ar/letters/a-letter/card.png")[0] == 404


@needs_fonts
@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_the_file_goes_with_the_page(letter, media, end, django_capture_on_commit_callbacks):
    make_card(letter.pk)
    assert len(files(media)) == 1
    with django_capture_on_commit_callbacks(execute=True):
        getattr(letter, end)()
    assert files(media) == []
    assert not Card.objects.exists()


@needs_fonts
def test_a_card_made_while_the_page_changed_is_thrown_away(letter, media, monkeypatch):
    from sharing.cards import making

    def draw_while_changing(content, draw=making.draw):
        publish(letter, title="Another title")
        return draw(content)

    monkeypatch.setattr(making, "draw", draw_while_changing)
    assert make_card(letter.pk) is None
    assert files(media) == []


def test_drafts_and_pages_published_later_have_no_card(letter, letter_index, client):
    asked = waiting_tasks()
    letter.title = "Not yet"
    letter.save_revision()
    tomorrow = timezone.now() + timedelta(days=1)
    later = OpenLetterPage(
        title="Later", slug="later", date=date(2026, 3, 1), live=False, go_live_at=tomorrow
    )
    letter_index.add_child(instance=later)
    publish(later)
    assert waiting_tasks() == asked
    assert make_card(later.pk) is None
    assert client.get("/en/letters/later/card.png").status_code == 404


@needs_fonts
def test_an_alias_shows_the_card_of_its_original(letter, client):
    make_card(letter.pk)
    letter.create_alias(update_slug="alias")
    assert fetch(client, "/en/letters/alias/card.png")[0] == 200
    letter.unpublish()
    assert fetch(client, "/en/letters/alias/card.png")[0] == 404


@needs_fonts
def test_the_picture_that_an_editor_chose_comes_first(letter, read):
    from django.core.files.base import ContentFile

    from multimedia.models import Image as Picture

    make_card(letter.pk)
    data = io.BytesIO()
    Image.new("RGB", (1600, 900), "teal").save(data, "PNG")
    file = ContentFile(data.getvalue(), name="picture.png")
    letter.social_image = Picture.objects.create(title="P", file=file, width=1600, height=900)
    publish(letter)
    assert "/media/images/" in image_of(read("/en/letters/a-letter/"))


def test_without_fonts_pages_are_shared_without_a_picture(letter, monkeypatch, read):
    monkeypatch.setattr(fonts, "_families", frozenset)
    assert make_card(letter.pk) is None
    assert image_of(read("/en/letters/a-letter/")) is None
    with pytest.raises(CommandError, match="apt-get install"):
        call_command("build_cards")


@needs_fonts
def test_a_letter_that_no_font_has_gives_no_card(make_letter, media):
    assert make_card(make_letter(title="On \u0378").pk) is None
    assert files(media) == []


@needs_fonts
@pytest.mark.parametrize("title", ["#panic()", "$x$ *b* _i_ @a <l> `c` \\", "x" * 255, "ក" * 255])
def test_titles_are_words_and_always_have_room(make_letter, title):
    card = make_card(make_letter(title=title, slug="x").pk)
    with card.file.open() as file:
        assert len(file.read()) < 100_000


@needs_fonts
def test_the_command_makes_what_is_missing(letter, capsys):
    Card.objects.all().delete()
    call_command("build_cards")
    call_command("build_cards")
    assert capsys.readouterr().out == "1 made, 0 failed.\n0 made, 0 failed.\n"
