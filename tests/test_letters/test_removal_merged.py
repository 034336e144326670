"""What the history keeps of a merged organisation goes with it, and no sooner."""

import pytest
from wagtail.models import ModelLogEntry

from letters.directory.merging import merge_organisations
from letters.directory.unmerging import undo_merge
from letters.models import Organisation, OrganisationName
from letters.removal.actions import plan_removal, remove_signatory

pytestmark = pytest.mark.django_db

COUNTED = "addresses and countries kept of merged organisations"


def organisation(*names, website):
    found = Organisation.objects.create(website=f"https://{website}.example.org/", country="TH")
    for name in names:
        OrganisationName.objects.create(organisation=found, text=name)
    return found


@pytest.fixture
def union():
    return organisation("Tamarin Union", website="union")


@pytest.fixture
def club():
    return organisation("Tamarin Club", "猿聯盟", website="club")


@pytest.fixture
def house():
    return organisation("Qalun House", website="house")


def kept(entry):
    """The facts that an entry keeps which tell of whom it is."""
    data = ModelLogEntry.objects.get(pk=entry.pk).data
    return [data[copy][name] for copy in ("facts", "kept_facts") for name in ("website", "country")]


def counted(plan):
    return dict(plan.counts)[COUNTED]


BLANK = ["", "", "", ""]
OF_BOTH = ["https://club.example.org/", "TH", "https://union.example.org/", "TH"]


def test_an_organisation_goes_with_the_facts_of_those_merged_into_it(union, club, house):
    merged = merge_organisations(keep=union, remove=club, by=None)
    other = merge_organisations(keep=house, remove=organisation("Own", website="own"), by=None)
    assert counted(plan_removal(organisation=union)) == 1
    assert kept(merged) == OF_BOTH
    remove_signatory(organisation=union)
    assert kept(merged) == BLANK
    assert "https://own.example.org/" in kept(other)


def test_however_many_merges_it_was_part_of(union, club, house):
    first = merge_organisations(keep=union, remove=club, by=None)
    OrganisationName.objects.filter(text__in=["Tamarin Club", "猿聯盟"]).delete()
    second = merge_organisations(keep=house, remove=union, by=None)
    remove_signatory(organisation=house)
    assert kept(first) == kept(second) == BLANK


def test_an_organisation_that_was_separated_again_goes_alone(union, club):
    merged = merge_organisations(keep=union, remove=club, by=None)
    undo_merge(entry=merged, by=None)
    own = merge_organisations(keep=club, remove=organisation("Own", website="own"), by=None)
    remove_signatory(organisation=union)
    assert kept(merged) == BLANK
    assert kept(own)[0] == "https://own.example.org/"
    assert Organisation.objects.get() == club


def test_last_name_takes_the_facts_along(union):
    merged = merge_organisations(keep=union, remove=organisation("TU", website="tu"), by=None)
    remove_signatory(name="TU")
    OrganisationName.objects.exclude(text="Tamarin Union").delete()
    remove_signatory(name="Tamarin Union")
    assert not Organisation.objects.exists()
    assert kept(merged) == BLANK


def test_names_of_the_merged_one_take_its_facts_along_although_the_other_stays(union, club):
    merged = merge_organisations(keep=union, remove=club, by=None)
    remove_signatory(name="猿聯盟")
    assert kept(merged) == OF_BOTH  # half of its names: it can still be made two again
    undo_merge(entry=merged, by=None)
    merged = merge_organisations(keep=union, remove=club, by=None)
    remove_signatory(name="Tamarin Club")
    assert kept(merged) == BLANK
    assert Organisation.objects.get() == union


def test_removal_from_one_text_leaves_the_history(union, club, make_letter):
    merged = merge_organisations(keep=union, remove=club, by=None)
    remove_signatory(name="Tamarin Club", page=make_letter(["Tamarin Club", "Aruvia Writers"]))
    assert kept(merged) == OF_BOTH
