"""The site answers in the languages that somebody has switched on."""

import pytest
from wagtail.models import Locale


@pytest.mark.parametrize("address", ["", "search/?q=rights", "there/is/no/such/page/?page=2"])
def test_other_languages_lead_to_the_default_one(client, home, address):
    response = client.get(f"/fr/{address}")
    assert response.status_code == 302
    assert response["Location"] == f"/en/{address}"


@pytest.mark.parametrize("code", ["fr", "lo", "si", "tl", "zh-hant"])
def test_a_language_is_answered_once_it_has_a_home_page(client, home, code):
    locale = Locale.objects.create(language_code=code)
    home.copy_for_translation(locale).save_revision().publish()
    response = client.get(f"/{code}/")
    assert response.status_code == 200
    assert f'<html lang="{code}"' in response.content.decode()
