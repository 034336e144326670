"""Where names stand in alphabetical lists is always what the names say, and quickly found."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from letters.directory.arranging import arrange
from letters.directory.listing import listed
from letters.directory.merging import merge_organisations
from letters.directory.unmerging import undo_merge
from letters.models import Organisation, OrganisationName
from letters.ordering import match_key, sort_key
from letters.removal.actions import remove_signatory

Listing = OrganisationName.Listing


def organisation(*names, **fields):
    """An organisation with names, of which none is preferred. (text, kind) or text."""
    found = Organisation.objects.create(**fields)
    for name in names:
        text, kind = name if isinstance(name, tuple) else (name, "name")
        OrganisationName.objects.create(organisation=found, text=text, kind=kind)
    return found


def standing():
    """What each name counts for, and where."""
    return {
        name.text: (name.group, Listing(name.listing).name)
        for name in OrganisationName.objects.all()
    }


@pytest.fixture
def house(db):
    return organisation(
        ("LH", "acronym"), "Lantern House", ("Lamp House", "former"), ("بيت الفانوس", "translation")
    )


def test_one_name_stands_under_each_letter_or_script(house):
    assert standing() == {
        "LH": ("l", "NOT"),
        "Lantern House": ("l", "CALLED"),
        "Lamp House": ("l", "NOT"),
        "بيت الفانوس": ("Arab", "HEADS"),
    }


def test_names_that_change_or_go_are_followed(house):
    name = house.names.get(text="Lantern House")
    name.text = "Harbour House"
    name.save()
    assert standing()["Harbour House"] == ("h", "CALLED")
    name.delete()
    assert standing()["بيت الفانوس"] == ("Arab", "CALLED")
    house.names.get(text="بيت الفانوس").delete()
    assert standing() == {"LH": ("l", "CALLED"), "Lamp House": ("l", "NOT")}


def test_preferred_name_is_the_one_it_is_called_by(house):
    name = house.names.get(text="Lamp House")
    name.preferred = True
    name.save()
    assert standing()["Lamp House"] == ("l", "CALLED")
    assert standing()["Lantern House"] == ("l", "NOT")


def test_nothing_is_left_to_arrange_after_merging_and_back(house, admin_user):
    other = organisation("Lantern Home", ("LHA", "acronym"))
    entry = merge_organisations(keep=house, remove=other, by=admin_user)
    assert standing()["Lantern Home"][1] == "NOT"
    assert arrange() == 0
    undo_merge(entry=entry, by=admin_user)
    assert standing()["Lantern Home"] == ("l", "CALLED")
    assert arrange() == 0


def test_nothing_is_left_to_arrange_after_a_removal(house, make_letter):
    make_letter(["Lantern House"])
    remove_signatory(name="Lantern House")
    assert standing()["بيت الفانوس"] == ("Arab", "CALLED")
    assert arrange() == 0


@pytest.mark.ignore_template_errors
def test_nothing_is_left_to_arrange_after_an_import(house, editor_client):
    address = "/admin/letters/organisations/import/"
    lines = ["organisation,name,kind,preferred", "a,Tamarin Union,,yes", f"{house.pk},Aruvia,,yes"]
    file = SimpleUploadedFile("t.csv", "\n".join(lines).encode())
    preview = editor_client.post(address, {"file": file})
    editor_client.post(address, {"table": preview.context["table"]})
    assert standing()["Tamarin Union"] == ("t", "CALLED")
    assert arrange() == 0


def test_names_written_past_the_models_are_arranged_by_the_command(house):
    OrganisationName.objects.update(group="", place=b"", listing=0)
    call_command("rebuild_signatures")
    assert standing()["Lantern House"] == ("l", "CALLED")


# With many organisations


@pytest.fixture
def many(db):
    """2,000 organisations with two names each."""
    words = ["Lantern", "Harbour", "River", "Tamarin", "Forest", "Youth", "Land", "Quay"]
    made = Organisation.objects.bulk_create(Organisation() for _number in range(2_000))
    names = [
        OrganisationName(
            organisation=one,
            text=text,
            kind=kind,
            match_key=match_key(text),
            sort_key=sort_key(text),
        )
        for number, one in enumerate(made)
        for text, kind in (
            (f"{words[number % 8]} House {number}", "name"),
            (f"港口 {number}", "translation"),
        )
    ]
    OrganisationName.objects.bulk_create(names)
    assert arrange() == 4_000
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@pytest.mark.parametrize(
    ("group", "index"), [(None, "organisations_in_order"), ("q", "organisations_in_group")]
)
def test_a_part_of_the_list_is_read_off_an_index(many, group, index):
    found = listed(Organisation.objects.public(), group)
    assert index in found[:60].explain()
    first = {None: "Forest House 100", "q": "Quay House 1007"}[group]
    assert found.first().display_name == first


def test_arranging_again_only_reads(many):
    with CaptureQueriesContext(connection) as queries:
        assert arrange() == 0
    assert len(queries) == 1
