"""What editors are told of an embargo."""

from django.utils.formats import localize
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from home.embargo import embargoed_until, source_of


# Before the editor of translations answers in place of Wagtail's own.
@hooks.register("before_edit_page", order=-10)
def show_embargo(request, page):
    """Say above the editor until when the text is kept back, and where it is public already."""
    if request.method != "GET":
        return
    version = page if page.alias_of_id else page.get_latest_revision_as_object()
    until = embargoed_until(version)
    if until is None:
        return
    time = localize(localtime(until))
    if page.live:
        text = _("Embargoed until {time}: the newest version. An earlier one is public.")
    elif source_of(page):
        text = _(
            "Embargoed until {time}, as the text that this is a translation of. Published "
            "earlier, it is kept back until then."
        )
    else:
        text = _("Embargoed until {time}. Translations are kept back until then.")
    public = page.get_translations().live().select_related("locale")
    names = ", ".join(other.locale.get_display_name() for other in public)
    if names and not page.live:
        text = f"{text} {_('Already public in: {languages}.').format(languages=names)}"
    messages.warning(request, text.replace("{time}", time))
