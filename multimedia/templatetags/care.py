"""What must not be overlooked in lists of pictures."""

from django import template
from django.utils.translation import gettext as _

from multimedia.care.queries import ended_consents

register = template.Library()


@register.simple_tag(takes_context=True)
def picture_flag(context, image):
    """A few words on why `image` must not be shown, or nothing; one query for a whole list."""
    if image.withdrawn_at:
        return _("Withdrawn")
    if image.is_under_embargo:
        return _("Under an embargo")
    request = context["request"]
    if not hasattr(request, "ended_consents"):
        request.ended_consents = set(ended_consents().values_list("pk", flat=True))
    return _("The consent has ended") if image.pk in request.ended_consents else ""
