"""Who merely has a log-in is told neither of hidden organisations nor of drafts of others."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from letters.models import Organisation, OrganisationName
from translating.models import ReleaseSet

HIDDEN = "Quiet House Network"
SHOWN = "Tamarin Workers Union"
PREVIEW = "/admin/letters/signatories/"
API = "/admin/localize/api/snippets/letters/organisation/"
CHOOSER = "wagtailsnippetchoosers_letters_organisation"


def organisation(name, **fields):
    found = Organisation.objects.create(**fields)
    OrganisationName.objects.create(organisation=found, text=name, preferred=True)
    return found


@pytest.fixture
def hidden(db):
    return organisation(HIDDEN, suppressed=True)


@pytest.fixture
def shown(db):
    return organisation(SHOWN)


@pytest.fixture
def stranger(person, log_in):
    """Somebody who may enter the admin and has no other right."""
    user = person("noor")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return log_in(user)


@pytest.fixture
def editor(person, log_in):
    return log_in(person("elin", "Editors"))


def text(response):
    return response.content.decode()


# The interface of wagtail-localize


@pytest.mark.parametrize("address", [API, f"{API}?format=json"])
def test_stranger_does_not_list_organisations(hidden, shown, stranger, editor, address):
    refused = stranger.get(address)
    assert refused.status_code == 403
    assert HIDDEN not in text(refused)
    assert HIDDEN in text(editor.get(address))


def test_stranger_does_not_ask_for_one(hidden, stranger, editor):
    address = f"{API}{hidden.pk}/?format=json"
    assert stranger.get(address).status_code == 403
    assert editor.get(address).json()["title"] == HIDDEN


@pytest.mark.parametrize("kind", ["translating/releaseset", "multimedia/track", "home/theme"])
def test_other_kinds_need_a_right_too(stranger, editor, kind):
    address = f"/admin/localize/api/snippets/{kind}/?format=json"
    assert stranger.get(address).status_code == 403
    assert editor.get(address).status_code == 403


def test_release_sets_are_listed_for_those_who_make_them(person, log_in):
    ReleaseSet.objects.create(name="On the day of rivers")
    user = person("rana", "Editors")
    user.user_permissions.add(Permission.objects.get(codename="view_releaseset"))
    address = "/admin/localize/api/snippets/translating/releaseset/?format=json"
    assert "On the day of rivers" in text(log_in(user).get(address))


# Choosers


@pytest.mark.parametrize("kind", ["translating_releaseset", "multimedia_track"])
@pytest.mark.parametrize("view", ["choose", "choose_results", "chosen_multiple"])
def test_what_is_prepared_is_offered_to_those_with_rights_only(
    stranger, person, log_in, kind, view
):
    address = reverse(f"wagtailsnippetchoosers_{kind}:{view}")
    assert stranger.get(address).status_code == 302  # to the first page, which says why
    user = person("rana", "Editors")
    codename = f"view_{kind.partition('_')[2]}"
    user.user_permissions.add(Permission.objects.get(codename=codename))
    assert log_in(user).get(address).status_code == 200


@pytest.mark.parametrize("view", ["choose", "choose_results"])
@pytest.mark.parametrize("query", ["", "?q=quiet"])
def test_chooser_offers_hidden_organisations_to_those_with_rights_only(
    hidden, shown, stranger, editor, view, query
):
    address = reverse(f"{CHOOSER}:{view}") + query
    assert HIDDEN not in text(stranger.get(address))
    assert HIDDEN in text(editor.get(address))


def test_chosen_organisation_is_not_told(hidden, shown, stranger, editor):
    one = reverse(f"{CHOOSER}:chosen", args=[hidden.pk])
    assert stranger.get(one, follow=True).status_code == 404
    assert HIDDEN in text(editor.get(one))
    many = f"{reverse(f'{CHOOSER}:chosen_multiple')}?id={hidden.pk}&id={shown.pk}"
    assert HIDDEN not in text(stranger.get(many))
    assert SHOWN in text(stranger.get(many))
    assert HIDDEN in text(editor.get(many))


# What stands beside a name while it is typed


@pytest.mark.parametrize("typed", [HIDDEN, "Quiet Hause Network", f"{HIDDEN} (QHN), Nepal"])
def test_hidden_organisation_is_not_suggested_to_a_stranger(hidden, stranger, editor, typed):
    known = f'data-organisation="{hidden.pk}"'
    name = f"<bdi>{HIDDEN}</bdi>"
    html = stranger.post(PREVIEW, {"text": f"Some other\n{typed}"}).json()["html"]
    assert known not in html
    assert html.count(name) == (typed == HIDDEN)  # what they typed themselves
    assert "Not this one" not in html
    html = editor.post(PREVIEW, {"text": f"Some other\n{typed}"}).json()["html"]
    assert known in html or "Not this one" in html


def test_name_that_a_hidden_organisation_bears_too_is_known_as_the_other(hidden, stranger):
    organisation(HIDDEN)
    html = stranger.post(PREVIEW, {"text": HIDDEN}).json()["html"]
    assert "Not this one" in html


def test_hidden_organisation_cannot_be_found_by_its_number(hidden, stranger, editor):
    data = {"text": "Some other", "line": "1", "organisation": str(hidden.pk)}
    answer = stranger.post(PREVIEW, data)
    assert answer.status_code == 400
    assert "not in the directory" in answer.json()["error"]
    assert HIDDEN not in answer.json()["html"]
    assert HIDDEN in editor.post(PREVIEW, data).json()["html"]


# Pages


def chosen(client, *pages):
    address = reverse("wagtailadmin_choose_page_chosen_multiple")
    return client.get(address, {"id": [getattr(page, "pk", page) for page in pages]})


def test_drafts_of_others_are_not_told_of(draft, make_letter, stranger, editor):
    public, secret = make_letter(title="For all"), draft(title="Not yet", slug="not-yet")
    answer = text(chosen(stranger, public, secret))
    assert "For all" in answer
    assert "Not yet" not in answer
    assert "not-yet" not in answer
    assert "Not yet" in text(chosen(editor, public, secret))


@pytest.mark.parametrize("number", ["x", "1", "9" * 9, "9" * 40, "²", ""])
def test_number_of_no_page_tells_nothing(stranger, number):
    response = chosen(stranger, number)
    assert response.status_code == 200
    assert response.json()["result"] == []


def test_visitor_is_sent_to_the_log_in(make_letter, client):
    assert chosen(client, make_letter()).status_code == 302
