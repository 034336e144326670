"""A story is published once its film and sound can be read, too."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from multimedia.models import StoryPage, Track

CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:04.000\nThe ferry leaves.\n"


def video(media):
    return "video", {"video": str(media.pk), "title": "The crossing", "caption": ""}


@pytest.fixture
def post(editor_client, story_index):
    """A function that sends the form of a new story with an action; returns its errors."""

    def send(*blocks, action="action-publish"):
        address = reverse(
            "wagtailadmin_pages:add", args=["multimedia", "storypage", story_index.pk]
        )
        data = nested_form_data(
            {
                "title": "Night",
                "slug": "night",
                "date": "2026-03-01",
                "summary": "",
                "chapters": streamfield(blocks),
                "comments": inline_formset([]),
                action or "action-draft": "1",
            }
        )
        response = editor_client.post(address, data)
        if response.status_code == 302:
            return ""
        # The editor gets errors of a stream as JSON.
        return response.content.decode().replace(r"\u201c", "“").replace(r"\u201d", "”")

    return send


def story():
    return StoryPage.objects.get(slug="night")


def test_film_without_words_holds_the_story_back(post, make_media):
    page = post(video(make_media(title="Ferry")))
    assert "The film “Ferry” has no captions." in page
    assert "The film “Ferry” has no transcript." in page
    assert not StoryPage.objects.exists()


def test_draft_may_be_saved_as_it_is(post, make_media):
    assert post(video(make_media()), action="") == ""
    assert not story().live


def test_submission_for_moderation_is_held_back_too(post, make_media):
    assert "has no captions" in post(video(make_media()), action="action-submit")


def test_film_with_its_words_is_published(post, make_media):
    media = make_media()
    Track.objects.create(recording=media, language="ar", kind="subtitles", text=CAPTIONS)
    Track.objects.create(recording=media, language="en", kind="transcript", text="A ferry.")
    assert post(video(media)) == ""
    assert story().live


def test_film_in_which_nobody_speaks_needs_a_transcript_only(post, make_media):
    media = make_media(title="Sea", no_speech=True)
    page = post(video(media))
    assert "has no transcript" in page
    assert "has no captions" not in page


def test_sound_needs_a_transcript(post, make_media):
    sound = make_media("audio", title="Waves")
    block = "audio", {"audio": str(sound.pk), "title": "The sea", "caption": ""}
    assert "The sound “Waves” has no transcript." in post(block)
    Track.objects.create(recording=sound, language="en", kind="transcript", text="Waves.")
    assert post(block) == ""


def test_spoken_quote_is_its_own_transcript(post, make_media):
    sound = make_media("audio")
    quote = {"text": "Words.", "speaker": "", "role": "", "voice": str(sound.pk)}
    assert post(("voice_quote", quote)) == ""


def test_film_behind_a_content_notice_counts(post, make_media):
    covered = {
        "notice": "An arrest.",
        "content": streamfield([video(make_media(title="Arrest"))]),
    }
    assert "The film “Arrest” has no captions." in post(("content_notice", covered))


def test_loop_needs_no_words_but_may_not_be_heavy(post, make_media, make_image, monkeypatch):
    from multimedia import readiness

    picture = {"image": str(make_image().pk), "decorative": "on", "alt_text": ""}
    loop = make_media(title="Glimmer")
    scene = {"picture": picture, "loop": str(loop.pk), "title": "", "text": "Night."}
    monkeypatch.setattr(readiness, "LARGEST_LOOP", 100)
    assert "The film “Glimmer” runs behind words and is larger" in post(("scene", scene))
    monkeypatch.undo()
    assert post(("scene", scene)) == ""


@pytest.mark.parametrize(
    ("kind", "numbers", "message"),
    [
        ("bar", "12; 3", "Row 1 needs 1 numbers"),
        ("bar", "-3", "which only lines can show"),
        ("bar", "twelve", "Write plain numbers"),
        ("bar", "NaN", "Write plain numbers"),
        ("line", "-3", ""),
    ],
)
def test_chart_is_drawn_of_numbers_only(post, kind, numbers, message):
    rows = [{"label": "May", "numbers": numbers}, {"label": "June", "numbers": "1"}]
    chart = {
        "title": "Nights",
        "kind": kind,
        "row_name": "Month",
        "columns": streamfield_list(["Nights"]),
        "table": streamfield_list(rows),
        "summary": "Dark.",
        "source": "",
    }
    page = post(("chart", chart))
    assert message in page
    assert bool(page) == bool(message)


def streamfield_list(items):
    """The form data of a ListBlock."""
    data = {"count": str(len(items))}
    for number, item in enumerate(items):
        data[str(number)] = {"deleted": "", "order": str(number), "value": item}
    return data


def test_text_of_a_story_is_written_as_anywhere(post):
    assert post(("heading", "Night"), ("text", rich_text("<p>It was dark.</p>"))) == ""
