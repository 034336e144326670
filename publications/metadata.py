"""What machines read about a publication: schema.org, Google Scholar, Dublin Core."""

from home.layout import absolute_url
from publications.citations.reference import reference_of
from publications.details import details_of, reading_of

CONTEXT = "https://schema.org"


def structured_data(page):
    """The publication in schema.org's vocabulary, a dict; what is not known is left out."""
    reference = reference_of(page)
    data = {
        "@context": CONTEXT,
        "@type": "Report",
        "name": page.title,
        "alternativeHeadline": page.subtitle,
        "description": page.description,
        "genre": reference.kind,
        "inLanguage": page.content_language,
        "url": reference.url,
        "datePublished": reference.date.isoformat(),
        "author": [_agent(credit.name, credit.is_organisation) for credit in reference.authors],
        "publisher": _agent(page.publisher, True) if page.publisher else None,
        "isbn": reference.isbn.replace("-", ""),
        "issn": reference.issn,
        "reportNumber": reference.number,
        "isPartOf": {"@type": "CreativeWorkSeries", "name": reference.series}
        if reference.series
        else None,
        "sameAs": f"https://doi.org/{reference.doi}" if reference.doi else None,
        "numberOfPages": reference.pages,
        "license": page.licence_url,
        "encoding": [_file(file) for file in details_of(page).files],
    }
    return _known(data)


def _agent(name, is_organisation):
    return {"@type": "Organization" if is_organisation else "Person", "name": name}


def _file(file):
    reading = reading_of(file.document)
    return _known(
        {
            "@type": "MediaObject",
            "name": file.get_kind_display(),
            "contentUrl": absolute_url(file.document.url),
            "encodingFormat": file.document.content_type,
            "inLanguage": file.language,
            "contentSize": str(file.document.get_file_size() or ""),
            "sha256": reading.sha256 if reading else "",
        }
    )


def _known(data):
    return {name: value for name, value in data.items() if value}


def metadata(page):
    """(name, content) of the `meta` elements for Google Scholar and Dublin Core."""
    reference = reference_of(page)
    pdf = details_of(page).pdf
    day = reference.date
    given = [
        ("citation_title", reference.title),
        *(("citation_author", credit.cited_as or credit.name) for credit in reference.authors),
        ("citation_publication_date", day.strftime("%Y/%m/%d")),
        ("citation_language", reference.language),
        ("citation_technical_report_institution", reference.publisher),
        ("citation_technical_report_number", reference.number),
        ("citation_isbn", reference.isbn),
        ("citation_issn", reference.issn),
        ("citation_doi", reference.doi),
        ("citation_abstract_html_url", reference.url),
        ("citation_pdf_url", absolute_url(pdf.document.url) if pdf else ""),
        ("DC.title", reference.title),
        *(("DC.creator", credit.name) for credit in reference.authors),
        ("DC.date", day.isoformat()),
        ("DC.language", reference.language),
        ("DC.publisher", reference.publisher),
        ("DC.type", reference.kind),
        ("DC.identifier", reference.address),
        ("DC.rights", page.licence_url),
    ]
    return [(name, content) for name, content in given if content]
