"""Between translations and aliases, which show readers the original as it is.

wagtail-localize turns one into the other for whoever may edit or submit a page, and readers
see it at once.
"""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitTranslationForm,
)

from .actions.submitting import public_aliases, shown_by_alias

MOST_TITLES = 5
ALIASES_BELOW = _(
    "Of pages below, readers are shown the original in these languages, by published aliases: "
    "{titles}. Whoever may publish deletes the aliases first, or choose other languages."
)


def convert_view(request, page_id):
    """Replace a translation by its original, for those who may publish the page."""
    permissions = get_object_or_404(Page, pk=page_id).permissions_for_user(request.user)
    if not permissions.can_publish() or permissions.page_locked():
        raise PermissionDenied
    return convert_to_alias(request, page_id)


@hooks.register("before_convert_alias_page")
def public_alias_stays(request, page):
    """Wagtail makes an ordinary page of it too: one said to be in the language it is not in."""
    if page.live and page.alias_of.locale_id != page.locale_id:
        messages.error(request, shown_by_alias([page.locale]))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


class SubmitForm(SubmitTranslationForm):
    """Leaves out the languages in which readers are shown the original by an alias."""

    def __init__(self, page, *args, **kwargs):
        super().__init__(page, *args, **kwargs)
        self.page = page
        field = self.fields["locales"]
        aliases = public_aliases(keys=[page.translation_key], locales=field.queryset)
        shown = [alias.locale for alias in aliases]
        if shown:
            field.queryset = field.queryset.exclude(pk__in=[locale.pk for locale in shown])
            field.help_text = shown_by_alias(shown)

    def clean(self):
        """Look at the pages below too, where they are to be translated."""
        data = super().clean()
        if data.get("include_subtree") and data.get("locales"):
            below = self.page.get_descendants().values("translation_key")
            aliases = public_aliases(keys=below, locales=data["locales"])[:MOST_TITLES]
            if titles := ", ".join(alias.title for alias in aliases):
                self.add_error("include_subtree", ALIASES_BELOW.format(titles=titles))
        return data


class SubmitPageView(SubmitPageTranslationView):
    """wagtail-localize's form for one page, with ours in it."""

    def get_form(self):
        """The form, filled in where it was posted."""
        initial = super().get_form().initial
        data = self.request.POST if self.request.method == "POST" else None
        return SubmitForm(self.object, data, initial=initial)
