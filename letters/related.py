"""What else there is to read on the same subject."""

from functools import reduce
from operator import or_

from django.db.models import Q
from django.db.models.functions import Coalesce
from wagtail.models import Page

from home.originals import each_once
from home.visibility import without_private
from letters.models import OpenLetterPage, StatementPage

MODELS = (OpenLetterPage, StatementPage)
LIMIT = 3


def related_pages(page, themes, countries):
    """The newest published statements and letters on the subjects of `page`, each text once.

    In the language of `page`, where they are not published in it in that of the original.

    `themes` are slugs, `countries` codes; sharing one is enough. One query. Returns plain
    pages with `date`.
    """
    if not themes and not countries:
        return []
    same = reduce(or_, (Q(countries__contains=code) for code in countries), Q())
    same |= Q(themes__slug__in=themes)
    found = Q()
    for model in MODELS:
        found |= Q(pk__in=model.objects.filter(same).order_by().values("pk"))
    dates = [f"{model._meta.model_name}__date" for model in MODELS]
    pages = (
        Page.objects.live()
        .filter(each_once(page.locale_id), found)
        .exclude(translation_key=page.translation_key)
        .annotate(date=Coalesce(*dates))
        .select_related("alias_of")
        .only("title", "path", "url_path", "locale", "alias_of__locale")
        .order_by("-date", "-pk")
    )
    return list(without_private(pages)[:LIMIT])
