"""Removing a signatory in the admin and on the command line."""

import io
import sys

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.core.management.base import CommandError

from letters.models import OpenLetterPage, Organisation, OrganisationName

NAME = 'Qalun’s "House" & Söhne بيت قالون'
OTHER = "Tamarin Union"
URL = "/admin/letters/remove/"


def names(page):
    page = OpenLetterPage.objects.get(pk=page.pk)
    return [record.raw for block in page.signatories for record in block.value["names"]]


@pytest.fixture
def remover(client, django_user_model):
    """A client of somebody who may enter the admin and remove signatories, no more."""
    user = django_user_model.objects.create_user("remover", "remover@example.org", "secret")
    user.user_permissions.set(
        Permission.objects.filter(codename__in=["access_admin", "remove_signatory"])
    )
    client.force_login(user)
    return client


@pytest.mark.ignore_template_errors
def test_from_the_form_over_the_plan_to_the_report(make_letter, remover, caplog):
    letter = make_letter([NAME, OTHER], title="Harbour letter")
    page = remover.get(URL, {"page": letter.pk})
    assert page.context["form"].suggestions == [NAME, OTHER]
    data = {"name": NAME, "page": letter.pk, "scope": "everywhere"}
    plan = remover.post(URL, data)
    html = plan.content.decode()
    assert "Harbour letter" in html
    assert "Nothing has been changed yet" in html
    assert names(letter) == [NAME, OTHER]
    confirmation = {"confirmed": "1", "word": "remove", "seen": plan.context["seen"]}
    report = remover.post(URL, data | confirmation)
    assert "The name was removed" in report.content.decode()
    assert "قالون" not in report.content.decode()
    assert names(letter) == [OTHER]
    assert "قالون" not in caplog.text
    for response in (page, plan, report):
        assert "no-store" in response["Cache-Control"]


@pytest.mark.ignore_template_errors
@pytest.mark.parametrize(
    ("confirmation", "message"),
    [
        ({"word": ""}, "Nothing was removed: type REMOVE to confirm."),
        ({"word": "REMOVE", "seen": "another"}, "The site has changed meanwhile."),
    ],
)
def test_nothing_happens_without_confirmation(make_letter, remover, confirmation, message):
    letter = make_letter([NAME, OTHER])
    seen = remover.post(URL, {"name": NAME}).context["seen"]
    data = {"name": NAME, "confirmed": "1", "seen": seen} | confirmation
    assert message in remover.post(URL, data).content.decode()
    assert names(letter) == [NAME, OTHER]
    # The way on: what is shown now can be confirmed.
    seen = remover.post(URL, data).context["seen"]
    remover.post(URL, data | {"word": "REMOVE", "seen": seen})
    assert names(letter) == [OTHER]


@pytest.mark.ignore_template_errors
@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"name": ""}, "Type the name as it stands under the text."),
        ({"name": "Nobody"}, "This name stands nowhere."),
    ],
)
def test_bad_input_is_answered(make_letter, remover, data, message):
    make_letter([NAME])
    assert message in remover.post(URL, data).content.decode()


@pytest.mark.ignore_template_errors
def test_an_organisation_is_removed_through_the_admin(make_letter, remover):
    house = Organisation.objects.create()
    OrganisationName.objects.create(organisation=house, text=NAME)
    letter = make_letter([NAME, OTHER])
    assert NAME in str(remover.get(URL, {"organisation": house.pk}).context["organisation"])
    data = {"organisation": house.pk}
    seen = remover.post(URL, data).context["seen"]
    remover.post(URL, data | {"confirmed": "1", "word": "REMOVE", "seen": seen})
    assert names(letter) == [OTHER]
    assert not Organisation.objects.exists()


@pytest.mark.ignore_template_errors
def test_only_for_those_who_may(make_letter, client, django_user_model):
    letter = make_letter([NAME])
    assert client.get(URL).status_code == 302
    user = django_user_model.objects.create_user("guest", "guest@example.org", "secret")
    user.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    client.force_login(user)
    for response in (client.get(URL), client.post(URL, {"name": NAME})):
        assert response.status_code == 302
        assert response["Location"] == "/admin/"
    assert "letters/remove" not in client.get("/admin/").content.decode()
    assert names(letter) == [NAME]


def test_the_way_there(make_letter, editor_client):
    letter = make_letter([NAME])
    assert "/admin/letters/remove/" in editor_client.get("/admin/").content.decode()
    edit_page = editor_client.get(f"/admin/pages/{letter.pk}/edit/").content.decode()
    assert f"/admin/letters/remove/?page={letter.pk}" in edit_page
    groups = editor_client.get("/admin/groups/new/").content.decode()
    assert "Can remove a signatory from everywhere" in groups


# The command


def run(monkeypatch, *arguments, name=NAME):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{name}\n"))
    call_command("remove_signatory", *arguments)


def test_the_command_reads_the_name_and_says_what_it_would_do(make_letter, monkeypatch, capsys):
    letter = make_letter([NAME, OTHER])
    run(monkeypatch)
    out = capsys.readouterr().out
    assert "Nothing was changed" in out
    assert "A letter [en, published]: 1 name, 1 version" in out
    assert names(letter) == [NAME, OTHER]
    run(monkeypatch, "--yes")
    out = capsys.readouterr().out
    assert "Removed:" in out
    assert "قالون" not in out
    assert names(letter) == [OTHER]


@pytest.mark.parametrize(
    ("arguments", "name", "message"),
    [
        ((), "", "No name came on standard input"),
        ((), "Nobody", "There is nothing to remove"),
        (("--yes",), "Nobody", "There is nothing to remove"),
        (("--organisation", "77"), "", "no organisation with this number"),
        (("--page", "1"), NAME, "no statement or letter with this number"),
    ],
)
def test_the_command_refuses_what_makes_no_sense(db, monkeypatch, arguments, name, message):
    with pytest.raises(CommandError, match=message):
        run(monkeypatch, *arguments, name=name)
