"""Work in the background."""

from django_tasks import task


@task(backend="background")
def mail_assignment(number):
    """Tell a translator of an assignment, in the language of their choice."""
    from .mails import send_assignment

    send_assignment(number)


@task(backend="background")
def submit_later(numbers, locale_numbers, user_number, kind="wagtailcore.page"):
    """Set up many translations of texts of one kind."""
    from django.apps import apps
    from django.contrib.auth import get_user_model
    from wagtail.models import Locale

    from .actions.submitting import submit_texts

    submit_texts(
        texts=list(apps.get_model(kind).objects.filter(pk__in=numbers)),
        locales=list(Locale.objects.filter(pk__in=locale_numbers)),
        by=get_user_model().objects.filter(pk=user_number).first(),
    )
