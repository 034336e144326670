"""Several pages become public at one moment, or none of them does."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from letters.models import OpenLetterPage, PagePDF
from translating.actions import releasing
from translating.actions.releasing import ReleaseRefusedError, release
from translating.actions.scheduling import release_due, schedule
from translating.models import ReleaseItem, ReleaseSet


def live(*pages):
    numbers = [page.pk for page in pages]
    return list(Page.objects.filter(pk__in=numbers).order_by("pk").values_list("live", flat=True))


@pytest.fixture
def make_set():
    def make_set(*pages):
        release_set = ReleaseSet(name="Rivers")
        release_set.items = [ReleaseItem(page=page) for page in pages]
        release_set.save()
        return release_set

    return make_set


@pytest.fixture
def drafts(make_letter, arabic, thai, chief, translate):
    """A letter that nobody has seen, with complete translations."""
    from wagtail_localize.models import Translation
    from wagtail_localize.operations import translate_object

    letter = make_letter(["Sample Union"], title="Rivers", publish=False)
    letter.save_revision()
    translate_object(letter, [arabic, thai], user=chief)
    translations = list(Translation.objects.filter(source__object_id=letter.translation_key))
    for translation in translations:
        translate(translation)
    return [letter, *(translation.get_target_instance() for translation in translations)]


@pytest.fixture
def whole_set(make_set, drafts):
    return make_set(*drafts)


def test_source_and_translations_become_public_together(whole_set, drafts, chief):
    release(release_set=whole_set, by=chief)
    assert live(*drafts) == [True, True, True]
    assert whole_set.state == ReleaseSet.State.RELEASED
    titles = [OpenLetterPage.objects.get(pk=page.pk).title for page in drafts]
    assert titles == ["Rivers", "ترجمة Rivers", "ترجمة Rivers"]
    assert PagePDF.objects.filter(page__in=drafts).count() == 3
    translations = Page.objects.filter(pk__in=[page.pk for page in drafts[1:]])
    source = Page.objects.get(pk=drafts[0].pk)
    assert all(page.last_published_at >= source.last_published_at for page in translations)


def test_missing_text_in_one_language_keeps_all_back(whole_set, drafts, chief, thai):
    StringTranslation.objects.filter(locale=thai).first().delete()
    with pytest.raises(ReleaseRefusedError) as error:
        release(release_set=whole_set, by=chief)
    (problem,) = error.value.problems
    assert problem.page.locale == thai
    assert problem.message == "1 text is not translated yet."
    assert live(*drafts) == [False, False, False]
    assert not PagePDF.objects.exists()


def test_text_changed_after_it_was_translated_keeps_all_back(whole_set, drafts, chief):
    letter = OpenLetterPage.objects.get(pk=drafts[0].pk)
    letter.title = "Rivers and seas"
    letter.save_revision()
    with pytest.raises(ReleaseRefusedError) as error:
        release(release_set=whole_set, by=chief)
    assert {problem.message for problem in error.value.problems} == {
        "1 text was changed and is not translated anew."
    }
    assert live(*drafts) == [False, False, False]
    assert not StringTranslation.objects.filter(translation_of__data="Rivers and seas").exists()


def test_failure_in_the_middle_takes_back_what_was_published(whole_set, drafts, chief, monkeypatch):
    calls = []

    def fail_late(**kwargs):
        calls.append(kwargs)
        if len(calls) == 2:
            raise RuntimeError("the disk is full")
        return real(**kwargs)

    real = releasing.save_draft
    monkeypatch.setattr(releasing, "save_draft", fail_late)
    with pytest.raises(RuntimeError):
        release(release_set=whole_set, by=chief)
    assert live(*drafts) == [False, False, False]
    assert not PagePDF.objects.exists()
    assert ReleaseSet.objects.get().state == ReleaseSet.State.OPEN


def test_everybody_needs_the_right_to_publish_every_page(whole_set, drafts, make_user, arabic):
    user = make_user("noor", locale=arabic, verbs=("add", "change", "publish"))
    with pytest.raises(ReleaseRefusedError) as error:
        release(release_set=whole_set, by=user)
    messages = [problem.message for problem in error.value.problems]
    assert messages == ["You may not publish this page."] * 2
    assert live(*drafts) == [False, False, False]


def test_pages_without_translations_can_be_released_together(make_set, make_letter, chief):
    letters = [
        make_letter(["Sample Union"], title=f"Letter {number}", publish=False) for number in (1, 2)
    ]
    release(release_set=make_set(*letters), by=chief)
    assert live(*letters) == [True, True]


def test_published_page_without_changes_is_left_alone(
    make_set, letter, translation, chief, translate
):
    before = Page.objects.get(pk=letter.pk).last_published_at
    translate(translation)
    target = translation.get_target_instance()
    release(release_set=make_set(letter, target), by=chief)
    assert Page.objects.get(pk=letter.pk).last_published_at == before
    assert live(target) == [True]


def test_set_is_released_once(whole_set, chief):
    release(release_set=whole_set, by=chief)
    with pytest.raises(ReleaseRefusedError, match="released already"):
        release(release_set=whole_set, by=chief)


def test_empty_set_and_page_with_a_date_of_its_own_are_refused(make_set, make_letter, chief):
    with pytest.raises(ReleaseRefusedError, match="no pages"):
        release(release_set=make_set(), by=chief)
    letter = make_letter(["Sample Union"], publish=False)
    letter.go_live_at = timezone.now() + timedelta(days=1)
    letter.save_revision()
    with pytest.raises(ReleaseRefusedError, match="date of its own"):
        release(release_set=make_set(letter), by=chief)


def move_to_the_past(release_set):
    past = timezone.now() - timedelta(minutes=1)
    ReleaseSet.objects.filter(pk=release_set.pk).update(go_live_at=past)


def test_scheduled_set_is_released_when_its_time_has_come(whole_set, drafts, chief, capsys):
    schedule(release_set=whole_set, at=timezone.now() + timedelta(hours=1), by=chief)
    call_command("release_due")
    assert live(*drafts) == [False, False, False]
    move_to_the_past(whole_set)
    call_command("release_due")
    assert live(*drafts) == [True, True, True]
    assert "released" in capsys.readouterr().out
    assert release_due() == []


def test_scheduled_set_publishes_nothing_that_was_changed_since(whole_set, drafts, chief):
    schedule(release_set=whole_set, at=timezone.now() + timedelta(hours=1), by=chief)
    StringTranslation.objects.filter(context__path="title").update(data="شيء آخر")
    move_to_the_past(whole_set)
    with pytest.raises(CommandError):
        call_command("release_due", stderr=StringIO())
    assert live(*drafts) == [False, False, False]
    whole_set.refresh_from_db()
    assert whole_set.state == ReleaseSet.State.FAILED
    assert {problem["message"] for problem in whole_set.problems} == {
        "It was changed after the set was scheduled. Look at it and schedule again."
    }


@pytest.mark.parametrize("gone", ["inactive", "deleted"])
def test_nothing_is_released_for_somebody_who_left(whole_set, drafts, chief, gone):
    schedule(release_set=whole_set, at=timezone.now() + timedelta(hours=1), by=chief)
    move_to_the_past(whole_set)
    if gone == "deleted":
        chief.delete()
    else:
        type(chief).objects.update(is_active=False)
    ((_set, problems),) = release_due()
    assert problems[0].message == "Whoever scheduled it may not publish any more."
    assert live(*drafts) == [False, False, False]


def test_time_must_be_in_the_future(whole_set, chief):
    with pytest.raises(ReleaseRefusedError, match="future"):
        schedule(release_set=whole_set, at=timezone.now(), by=chief)


def test_set_is_made_from_the_board_and_released(log_in, chief, drafts):
    client = log_in(chief)
    data = {"pages": [drafts[0].pk]}
    shown = client.post("/admin/translations/releases/collect/", data, follow=True)
    assert [page.pk for page, _messages in shown.context["rows"]] == [page.pk for page in drafts]
    address = f"/admin/translations/releases/{ReleaseSet.objects.get().pk}/"
    done = client.post(address, {"release": "1"}, follow=True)
    assert "Everything in the set is published." in done.content.decode()
    assert live(*drafts) == [True, True, True]


def test_page_of_a_set_says_what_stands_in_the_way(log_in, chief, whole_set, thai, drafts):
    StringTranslation.objects.filter(locale=thai).delete()
    client = log_in(chief)
    address = f"/admin/translations/releases/{whole_set.pk}/"
    html = client.get(address).content.decode()
    assert "texts are not translated yet." in html
    assert "Publish everything now" not in html
    html = client.post(address, {"release": "1"}).content.decode()
    assert "Nothing was published." in html
    html = client.post(address, {"schedule": "1", "at": ""}).content.decode()
    assert "Choose a time." in html


def test_latest_draft_goes_to_the_translators(log_in, chief, whole_set, drafts):
    letter = OpenLetterPage.objects.get(pk=drafts[0].pk)
    letter.title = "Rivers and seas"
    letter.save_revision()
    client = log_in(chief)
    address = f"/admin/translations/releases/{whole_set.pk}/"
    html = client.post(address, {"offer": "1"}, follow=True).content.decode()
    assert "1 text is not translated yet." in html


def test_changed_set_has_to_be_scheduled_again(log_in, chief, whole_set, drafts):
    client = log_in(chief)
    address = f"/admin/translations/releases/{whole_set.pk}/"
    at = timezone.now() + timedelta(days=2)
    client.post(address, {"schedule": "1", "at": at.strftime("%Y-%m-%d %H:%M")})
    whole_set.refresh_from_db()
    assert whole_set.state == ReleaseSet.State.SCHEDULED
    items = list(whole_set.items.all())
    data = {
        "name": "Rivers and more",
        "items-TOTAL_FORMS": len(items),
        "items-INITIAL_FORMS": len(items),
        "items-MIN_NUM_FORMS": 0,
        "items-MAX_NUM_FORMS": 1000,
    }
    for number, item in enumerate(items):
        data |= {f"items-{number}-id": item.pk, f"items-{number}-page": item.page_id}
    client.post(f"/admin/snippets/translating/releaseset/edit/{whole_set.pk}/", data)
    whole_set.refresh_from_db()
    assert (whole_set.name, whole_set.state) == ("Rivers and more", ReleaseSet.State.OPEN)


def test_sets_are_closed_to_those_without_the_permission(log_in, make_user, arabic, whole_set):
    client = log_in(make_user("noor", locale=arabic))
    assert client.get(f"/admin/translations/releases/{whole_set.pk}/").status_code == 302
    assert client.post("/admin/translations/releases/collect/").status_code == 302
