"""How often the site itself refers to a publication."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Cast, Coalesce
from wagtail.models import Page, ReferenceIndex


def with_citations(pages):
    """`pages`, a queryset, with `citations`: how many published pages link to each.

    What the page says of itself does not count.
    """
    page_type = ContentType.objects.get_for_model(Page)
    published = Page.objects.live().order_by().annotate(key=Cast("pk", CharField())).values("key")
    key = Cast(OuterRef("pk"), CharField())
    counted = (
        ReferenceIndex.objects.filter(
            to_content_type=page_type,
            to_object_id=key,
            base_content_type=page_type,
            object_id__in=published,
        )
        .exclude(object_id=key)
        .order_by()
        .values("to_object_id")
        .annotate(count=Count("object_id", distinct=True))
    )
    count = Subquery(counted.values("count"), output_field=IntegerField())
    return pages.annotate(citations=Coalesce(count, 0))
