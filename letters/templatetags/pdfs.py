"""The PDF of a page, for its templates."""

from django import template

from letters.pdf.requests import pdf_for_readers
from letters.pdf.views import NAMES

register = template.Library()


@register.simple_tag
def pdf_of(page):
    """The PDF that readers of a signed page may have now (`url`, `size` in bytes), or None."""
    pdf = pdf_for_readers(page) if page.pk else None
    if pdf is None:
        return None
    return {"url": pdf_url(page), "size": pdf.size}


def pdf_url(page):
    """The address of the PDF of a signed page, whether it is there or not."""
    name = next(name for name, page_type in NAMES.items() if isinstance(page, page_type))
    return f"{page.url}{name}.pdf"
