"""Numbers under which libraries keep publications: ISBN, ISSN, DOI."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from stdnum import isbn, issn
from stdnum.exceptions import InvalidChecksum
from stdnum.exceptions import ValidationError as InvalidNumber

LABEL = re.compile(r"^(?:isbn|issn|doi)(?:-?1[03])?\s*:?\s*", re.IGNORECASE)
RESOLVER = re.compile(r"^(?:https?://)?(?:dx\.)?(?:www\.)?doi\.org/", re.IGNORECASE)
DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s<>\"]+")
# Typographic hyphens and spaces, as they come out of a PDF.
DASHES = re.compile(r"[\u00ad\u2010-\u2015\u2212]")


def _plain(text):
    return LABEL.sub("", DASHES.sub("-", text).strip()).strip()


def normal_isbn(text):
    """`text` as an ISBN of 13 digits with its hyphens. Raises `ValidationError`."""
    try:
        return isbn.format(isbn.to_isbn13(isbn.validate(_plain(text))))
    except InvalidChecksum:
        raise ValidationError(
            _("The last digit of this ISBN does not fit the others. Compare it with the book.")
        ) from None
    except InvalidNumber:
        raise ValidationError(
            _("An ISBN has 13 digits, or 10 in older books: 978-0-306-40615-7.")
        ) from None


def normal_issn(text):
    """`text` as an ISSN with its hyphen. Raises `ValidationError`."""
    try:
        return issn.format(issn.validate(_plain(text)))
    except InvalidChecksum:
        raise ValidationError(
            _("The last character of this ISSN does not fit the others. Compare it again.")
        ) from None
    except InvalidNumber:
        raise ValidationError(_("An ISSN has eight characters: 0378-4371.")) from None


def normal_doi(text):
    """`text` as a DOI in small letters, without the address before it. Raises `ValidationError`."""
    doi = RESOLVER.sub("", _plain(text)).lower()
    if not DOI.fullmatch(doi):
        raise ValidationError(_("A DOI begins with 10. and a number: 10.1000/182."))
    return doi


class IdentifierField(models.CharField):
    """A number that is checked and kept in its usual form."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 20)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def clean(self, value, model_instance):
        """The number in its usual form. Raises `ValidationError`."""
        return super().clean(type(self).normal(value) if value else value, model_instance)

    @staticmethod
    def normal(text):
        """The usual form of `text`. Raises `ValidationError`."""
        raise NotImplementedError


class ISBNField(IdentifierField):
    """An ISBN, kept as `978-0-306-40615-7`."""

    normal = staticmethod(normal_isbn)


class ISSNField(IdentifierField):
    """An ISSN, kept as `0378-4371`."""

    normal = staticmethod(normal_issn)


class DOIField(IdentifierField):
    """A DOI, kept as `10.1000/182`."""

    normal = staticmethod(normal_doi)

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 200)
        super().__init__(*args, **kwargs)
