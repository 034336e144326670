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


@pytest.mark.parametrize(
    ("code", "real"),
    [
        *[(code, "zh-hans") for code in ("zh", "zh-cn", "zh-sg")],
        *[(code, "zh-hant") for code in ("zh-tw", "zh-hk", "zh-mo", "zh-TW")],
    ],
)
def test_other_codes_for_chinese_lead_to_ours(client, db, code, real):
    for rest in ("/", "/letters/?theme=a&page=2", ""):
        response = client.get(f"/{code}{rest}")
        assert response.status_code == 302
        assert response["Location"] == f"/{real}{rest or '/'}"
