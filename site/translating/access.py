"""Who may see and do what on the desk."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail.snippets.permissions import user_can_edit_snippet_type
from wagtail_localize.models import Translation

from .languages import languages_of

ASSIGN = "translating.add_assignment"
SUBMIT = "wagtail_localize.submit_translation"


def locales_for(request):
    """The languages of whoever asks.

    Raises `PermissionDenied` when there are none: the desk is nothing for them.
    """
    locales = languages_of(request.user)
    if not locales:
        raise PermissionDenied
    return locales


def locale_for(request, language_code):
    """One of the languages of whoever asks. Raises `PermissionDenied` for any other."""
    for locale in locales_for(request):
        if locale.language_code == language_code:
            return locale
    raise PermissionDenied


def translation_for(request, number):
    """The translation (`Translation`) that somebody may work on, and the page or object.

    Raises `Http404` where there is none, `PermissionDenied` where they may not edit it.
    """
    translation = get_object_or_404(
        Translation.objects.select_related("source__locale", "target_locale"), pk=number
    )
    if translation.target_locale not in locales_for(request):
        raise PermissionDenied
    model = translation.source.specific_content_type.model_class()
    try:
        target = translation.get_target_instance()
    except model.DoesNotExist as error:
        raise Http404 from error
    if isinstance(target, Page):
        allowed = target.permissions_for_user(request.user).can_edit()
    else:
        allowed = user_can_edit_snippet_type(request.user, model)
    if not allowed:
        raise PermissionDenied
    return translation, target


def may_assign(user):
    """Whether a user may give work to others."""
    return user.has_perm(ASSIGN)
