"""Mails to translators. They hold a title and a link: mail is read by more than its reader."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from home.mails import send_mail

from .models import Assignment


def send_assignment(number):
    """Tell the person of an assignment; nothing if it is done or theirs no longer."""
    assignment = (
        Assignment.objects.open().select_related("page", "locale", "user").filter(pk=number).first()
    )
    if assignment is None or not assignment.user.email or not assignment.user.is_active:
        return
    if assignment.text is None:
        return
    with translation.override(language_of(assignment.user)):
        title = assignment.title
        context = {
            "assignment": assignment,
            "title": title,
            "url": settings.WAGTAILADMIN_BASE_URL + reverse("translating_work"),
        }
        subject = _("To translate: {title}").format(title=title)
        body = render_to_string("translating/mails/assignment.txt", context)
    send_mail(to=assignment.user.email, subject=subject, body=body, about="an assignment")


def language_of(user):
    """The code of the language that a member of staff has chosen for the admin."""
    profile = UserProfile.objects.filter(user=user).first()
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE
