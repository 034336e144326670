"""Work in the background."""

from django_tasks import task


@task(backend="background")
def mail_assignment(number):
    """Tell a translator of an assignment, in the language of their choice."""
    from .mails import send_assignment

    send_assignment(number)


@task(backend="background")
def submit_later(page_numbers, locale_numbers, user_number):
    """Set up many translations."""
    from django.contrib.auth import get_user_model
    from wagtail.models import Locale, Page

    from .actions.submitting import submit_pages

    submit_pages(
        pages=list(Page.objects.filter(pk__in=page_numbers)),
        locales=list(Locale.objects.filter(pk__in=locale_numbers)),
        by=get_user_model().objects.filter(pk=user_number).first(),
    )
