"""Mails of the review: one task in the background for each, in the language of who gets it.

Wagtail sends them while the request waits, fails with the server of mail, and writes names
and comments into them. Ours say which text waits, and where to read on.
"""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.utils.translation import override
from wagtail.admin.mail import (
    GroupApprovalTaskStateSubmissionEmailNotifier,
    WorkflowStateApprovalEmailNotifier,
    WorkflowStateRejectionEmailNotifier,
)
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

from home.mails import send_mail

# Wagtail knows best whom an event concerns, and who wants to be told.
NOTIFIERS = {
    "submitted": GroupApprovalTaskStateSubmissionEmailNotifier(),
    "approved": WorkflowStateApprovalEmailNotifier(),
    "rejected": WorkflowStateRejectionEmailNotifier(),
}


def connect():
    """Take the place of Wagtail's own receivers.

    Two receivers of the same `dispatch_uid` and sender are one: the first. This app comes
    before Wagtail's admin in the list of apps.
    """
    task_submitted.connect(
        submitted, sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification"
    )
    for signal, receiver, event in (
        (workflow_approved, approved, "approved"),
        (workflow_rejected, rejected, "rejected"),
    ):
        uid = f"workflow_state_{event}_email_notification"
        signal.connect(receiver, sender=WorkflowState, dispatch_uid=uid)


def submitted(instance, user=None, **kwargs):
    """A text reached a step: tell those who may act on it."""
    task = instance.task.specific
    text = instance.workflow_state.content_object

    def may_act(person):
        return bool(task.get_actions(text, person))

    _tell("submitted", instance, user, instance.workflow_state, step=task.name, only=may_act)


def approved(instance, user=None, **kwargs):
    """The last step was approved: tell who submitted the text."""
    _tell("approved", instance, user, instance)


def rejected(instance, user=None, **kwargs):
    """Changes were asked for: tell who submitted the text."""
    _tell("rejected", instance, user, instance, step=instance.current_task_state.task.name)


def _tell(event, instance, user, workflow_state, *, step="", only=lambda person: True):
    from .tasks import send_notification  # needs the settings of tasks, which apps do not

    notifier = NOTIFIERS[event]
    if not notifier.can_handle(instance) or not isinstance(workflow_state.content_object, Page):
        return
    for person in notifier.get_valid_recipients(instance, user=user):
        if only(person):
            send_notification.enqueue(event, int(workflow_state.object_id), step, person.pk)


def send(event, page_id, step, user_id):
    """Send one mail; what is gone by now ends it silently."""
    page = Page.objects.filter(pk=page_id).first()
    person = get_user_model().objects.filter(pk=user_id, is_active=True).first()
    if page is None or person is None or not person.email:
        return
    if event == "commented" and not page.permissions_for_user(person).can_edit():
        return  # follows a page that is no longer theirs
    context = {"title": page.get_admin_display_title(), "step": step, "page": page}
    context["base_url"] = settings.WAGTAILADMIN_BASE_URL
    with override(person.wagtail_userprofile.get_preferred_language()):
        subject = render_to_string(f"roles/mail/{event}_subject.txt", context)
        body = render_to_string(f"roles/mail/{event}.txt", context)
    send_mail(to=person.email, subject=subject, body=body, about="a page")
