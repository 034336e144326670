"""Texts under review: for whom they wait, to whom they came back."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, IntegerField, OuterRef, Q
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState

from .waiting import Entry, days


def _pages(states):
    """The pages of workflow states by their number as a string, in one query."""
    keys = {state.object_id for state in states}
    pages = Page.objects.filter(pk__in=keys).select_related("locale")
    return {str(page.pk): page for page in pages}


def to_approve(user):
    """The texts that a user may approve, the longest waiting first."""
    states = TaskState.objects.reviewable_by(user).select_related("workflow_state", "task")
    states = list(states.order_by("started_at"))
    pages = _pages([state.workflow_state for state in states])
    now = timezone.now()
    for state in states:
        if page := pages.get(state.workflow_state.object_id):
            yield Entry.of_page(page, f"{state.task.name} · {days(state.started_at, now)}")


def _own(user, status):
    """The reviews in a status that a user asked for or whose page they made."""
    # Keys of objects are strings, those of pages are numbers.
    key = Cast(OuterRef("object_id"), output_field=IntegerField())
    own_page = Exists(Page.objects.filter(owner=user, pk=key))
    states = WorkflowState.objects.filter(
        Q(requested_by=user) | own_page, base_content_type=ContentType.objects.get_for_model(Page)
    ).filter(status=status)
    states = states.select_related("current_task_state__task")
    states = list(states.order_by("current_task_state__started_at"))
    pages = _pages(states)
    for state in states:
        if page := pages.get(state.object_id):
            yield page, state.current_task_state


def sent_back(user):
    """The user's texts that need changes, with what the reviewer wrote."""
    for page, step in _own(user, WorkflowState.STATUS_NEEDS_CHANGES):
        note = step.comment or _("“%(step)s” asks for changes") % {"step": step.task.name}
        yield Entry.of_page(page, note)


def under_review(user):
    """The user's texts that wait for others."""
    for page, step in _own(user, WorkflowState.STATUS_IN_PROGRESS):
        yield Entry.of_page(page, _("waits for: %(step)s") % {"step": step.task.name})
