"""Giving translations to people."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from ..models import Assignment
from ..models.assignments import reference_to


@transaction.atomic
def assign(*, text, locale, user, by, due=None, note=""):
    """Give the translation of a text (the first-written one) into a language to a person.

    Takes a page or another translatable object. Who had it before has it no longer. The
    person is told by mail when it is new to them and not their own doing; the mail is a row
    that commits with the assignment, so that neither is lost with the other. Returns the
    `Assignment`.
    """
    from ..tasks import mail_assignment  # needs the settings of tasks, which models do not

    # One after the other, or two people would be given the same.
    model = Page if isinstance(text, Page) else type(text)
    model.objects.select_for_update().filter(pk=text.pk).first()
    open_ones = Assignment.objects.select_for_update().open()
    assignment = open_ones.about(text, locale).first()
    is_new = assignment is None or assignment.user_id != user.pk
    if assignment is None:
        assignment = Assignment(locale=locale, **reference_to(text))
    assignment.user, assignment.by = user, by
    assignment.due, assignment.note = due, note
    assignment.save()
    if is_new and user != by and user.email:
        mail_assignment.enqueue(assignment.pk)
    return assignment


@transaction.atomic
def mark_done(*, assignment):
    """Note that the work is done."""
    assignment.done_at = timezone.now()
    assignment.save(update_fields=["done_at"])
