"""What the organisations that brought a letter together are called."""

from letters.language_tags import is_in
from letters.models import OrganisationName


def names_of(page, language_code):
    """One name (`OrganisationName`) for each convenor of a letter, in their order.

    In the language where the organisation has a full name in it, else the one it is called
    by. Those that are not to be shown are left out, and all of them where the page shows
    no names.
    """
    if not page.shows_names:
        return []
    keys = [convenor.organisation_id for convenor in page.convenors.all()]
    names = {}
    if keys:
        shown = OrganisationName.objects.filter(organisation__suppressed=False)
        for name in shown.filter(organisation__in=keys):
            names.setdefault(name.organisation_id, []).append(name)
    return [_chosen(names[key], language_code) for key in keys if key in names]


def _chosen(names, language_code):
    def place(name):
        in_it = name.is_full and is_in(name.language, language_code)
        return (not in_it, not name.preferred, name.rank, name.pk)

    return min(names, key=place)
