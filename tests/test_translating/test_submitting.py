"""Ticked texts are handed to translators, in one go and as often as one likes."""

import pytest
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

SUBMIT = "/admin/translations/submit/"


def test_ticked_pages_are_set_up_in_the_chosen_languages(log_in, chief, letter, arabic, thai):
    client = log_in(chief)
    asked = client.post(SUBMIT, {"pages": [letter.pk]})
    assert "A letter about rivers" in asked.content.decode()
    assert not Translation.objects.exists()
    data = {"pages": [letter.pk], "languages": ["ar", "th"], "confirmed": "1"}
    response = client.post(SUBMIT, data, follow=True)
    assert "2 translations were set up." in response.content.decode()
    pages = Page.objects.filter(translation_key=letter.translation_key)
    assert {page.locale.language_code: page.live for page in pages} == {
        "en": True,
        "ar": False,
        "th": False,
    }
    assert StringSegment.objects.filter(source__object_id=letter.translation_key).count() > 3


def test_submitting_again_changes_nothing(log_in, chief, letter, arabic, translation, translate):
    translate(translation)
    before = translation.get_target_instance().latest_revision_id
    data = {"pages": [letter.pk], "languages": ["ar"], "confirmed": "1"}
    response = log_in(chief).post(SUBMIT, data, follow=True)
    assert "1 was there already and stays as it is." in response.content.decode()
    assert translation.get_target_instance().latest_revision_id == before
    assert Translation.objects.filter(source__object_id=letter.translation_key).count() == 1


def test_language_has_to_be_chosen(log_in, chief, letter, arabic):
    response = log_in(chief).post(SUBMIT, {"pages": [letter.pk], "confirmed": "1"})
    assert "Choose at least one language." in response.content.decode()


def test_nothing_ticked_is_said_so(log_in, chief, arabic):
    response = log_in(chief).post(SUBMIT, {"pages": ["x", "9" * 30]}, follow=True)
    assert "Tick the texts first." in response.content.decode()


def test_many_are_set_up_in_the_background(log_in, chief, letter, arabic, monkeypatch):
    monkeypatch.setattr("translating.submit_views.AT_ONCE", 0)
    data = {"pages": [letter.pk], "languages": ["ar"], "confirmed": "1"}
    response = log_in(chief).post(SUBMIT, data, follow=True)
    assert "Look again in a few minutes" in response.content.decode()
    assert not Translation.objects.exists()
    task = DBTaskResult.objects.get(task_path="translating.tasks.submit_later")
    task.task.func(*task.args_kwargs["args"])
    assert Translation.objects.filter(source__object_id=letter.translation_key).count() == 1


@pytest.mark.parametrize("permissions", [(), ("wagtail_localize.submit_translation",)])
def test_translators_submit_into_their_languages_only_and_with_permission(
    permissions, log_in, make_user, letter, arabic, thai
):
    user = make_user("noor", locale=arabic, permissions=permissions)
    data = {"pages": [letter.pk], "languages": ["ar", "th"], "confirmed": "1"}
    response = log_in(user).post(SUBMIT, data)
    assert response.status_code == 302
    made = Translation.objects.filter(source__object_id=letter.translation_key)
    wanted = ["ar"] if permissions else []
    assert [item.target_locale.language_code for item in made] == wanted
