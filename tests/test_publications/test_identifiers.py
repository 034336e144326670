"""ISBN, ISSN and DOI: checked, and kept in one form."""

import pytest
from django.core.exceptions import ValidationError

from publications.identifiers import normal_doi, normal_isbn, normal_issn


@pytest.mark.parametrize(
    "text",
    [
        "978-0-306-40615-7",
        "9780306406157",
        "978 0 306 40615 7",
        "ISBN 978-0-306-40615-7",
        "ISBN-13: 978‑0‑306‑40615‑7",
        "0-306-40615-2",
        " 0306406152 ",
    ],
)
def test_isbn_is_kept_with_13_digits_and_hyphens(text):
    assert normal_isbn(text) == "978-0-306-40615-7"


@pytest.mark.parametrize("text", ["0378-4371", "03784371", "ISSN: 0378–4371"])
def test_issn_is_kept_with_its_hyphen(text):
    assert normal_issn(text) == "0378-4371"


@pytest.mark.parametrize(
    "text",
    [
        "10.1000/ABC.182",
        "https://doi.org/10.1000/abc.182",
        "http://dx.doi.org/10.1000/abc.182",
        "doi:10.1000/abc.182",
        "DOI: https://doi.org/10.1000/abc.182",
    ],
)
def test_doi_is_kept_without_its_address(text):
    assert normal_doi(text) == "10.1000/abc.182"


@pytest.mark.parametrize(
    ("normal", "text", "says"),
    [
        (normal_isbn, "978-0-306-40615-8", "last digit"),
        (normal_isbn, "0-306-40615-3", "last digit"),
        (normal_isbn, "12345", "13 digits"),
        (normal_isbn, "no number", "13 digits"),
        (normal_issn, "0378-4372", "last character"),
        (normal_issn, "0378", "eight characters"),
        (normal_doi, "10.1000", "begins with 10."),
        (normal_doi, "https://example.org/10.1000/182", "begins with 10."),
        (normal_doi, "10.1000/18 2", "begins with 10."),
        (normal_doi, '10.1000/"><script>', "begins with 10."),
    ],
)
def test_wrong_numbers_are_refused_with_a_reason(normal, text, says):
    with pytest.raises(ValidationError, match=says):
        normal(text)


def test_page_keeps_the_usual_form(make_publication):
    page = make_publication(publish=False)
    page.isbn, page.issn, page.doi = "0306406152", "03784371", "https://doi.org/10.1000/A"
    page.full_clean()
    assert (page.isbn, page.issn, page.doi) == ("978-0-306-40615-7", "0378-4371", "10.1000/a")


def test_page_refuses_a_wrong_number_at_its_field(make_publication):
    page = make_publication(publish=False)
    page.isbn = "978-0-306-40615-8"
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert list(refused.value.message_dict) == ["isbn"]
