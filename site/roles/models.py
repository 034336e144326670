"""What is remembered of roles, and the step of the review that needs a second person."""

from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.locks import WorkflowLock
from wagtail.models import AbstractGroupApprovalTask, TaskState


class Role(models.Model):
    """A group that came with the site, and what it was given.

    Each right is given once. What an administrator takes away, renames or deletes by hand
    therefore stays so, while a right that a later release adds still arrives.
    """

    key = models.CharField(max_length=60, unique=True)
    group = models.OneToOneField(
        Group, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    given = models.JSONField(default=list)

    class Meta:
        verbose_name = gettext_lazy("role")
        verbose_name_plural = gettext_lazy("roles")

    def __str__(self):
        return self.key


class SecondPersonLock(WorkflowLock):
    """Says to those who took part already why the step is not for them."""

    def get_message(self, user):
        """The reason, in the language of the user."""
        if self.task.took_part(self.object, user):
            return _(
                "You submitted or checked this text yourself. “%(step)s” is for somebody else "
                "who may approve it: two people see every text before it is published."
            ) % {"step": self.task.name}
        return super().get_message(user)


class SecondPersonTask(AbstractGroupApprovalTask):
    """A step for members of a group, but not for who submitted the text or did a step before.

    Superusers may always act, so that nothing is stuck where nobody else is left.
    """

    lock_class = SecondPersonLock

    class Meta:
        verbose_name = gettext_lazy("Approval by a second person")
        verbose_name_plural = gettext_lazy("Approvals by a second person")

    @classmethod
    def get_description(cls):
        """What administrators read when they choose the kind of a step."""
        return _(
            "Members of the chosen groups approve, except who submitted the text or approved "
            "a step before this one."
        )

    def took_part(self, obj, user):
        """Whether a user submitted this text, or approved an earlier step of its review."""
        state = obj.current_workflow_state
        if user.is_superuser or state is None:
            return False
        if state.requested_by_id == user.pk:
            return True
        approved = state.task_states.filter(status=TaskState.STATUS_APPROVED)
        return approved.filter(finished_by=user).exists()

    def locked_for_user(self, obj, user):
        """Nobody else changes the text meanwhile."""
        return super().locked_for_user(obj, user) or self.took_part(obj, user)

    def user_can_lock(self, obj, user):
        """Only those who may act."""
        return super().user_can_lock(obj, user) and not self.took_part(obj, user)

    def get_actions(self, obj, user):
        """Nothing for those who took part."""
        actions = super().get_actions(obj, user)
        return [] if actions and self.took_part(obj, user) else actions

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """The texts at this step that wait for this user."""
        states = super().get_task_states_user_can_moderate(user, **kwargs)
        if user.is_superuser:
            return states
        own_steps = TaskState.objects.filter(
            workflow_state=OuterRef("workflow_state"),
            status=TaskState.STATUS_APPROVED,
            finished_by=user,
        )
        return states.exclude(workflow_state__requested_by=user).exclude(Exists(own_steps))
