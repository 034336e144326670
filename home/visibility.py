"""Which pages everybody may see."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction


def without_private(pages):
    """`pages`, a queryset, without those that stand under a view restriction.

    The same as Wagtail's `public()`, which asks for the restrictions in a query of its own.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(below=path)
    return pages.exclude(Exists(restrictions.filter(below__startswith=F("page__path"))))
