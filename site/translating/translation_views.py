"""One translation: how far it is, and everything that can be done with it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.models import Page
from wagtail_localize.models import get_edit_url

from .access import SUBMIT, may_assign, translation_for
from .actions.reviewing import ReviewError, submit_for_review
from .board_others import is_behind_source
from .models import Assignment
from .states import is_behind, progress
from .views import DeskView


class OneTranslationView(DeskView):
    """A page about one translation. The address holds its number."""

    def dispatch(self, request, number, **kwargs):
        """Find it, and refuse those who may not edit it."""
        self.translation, self.target = translation_for(request, number)
        self.is_page = isinstance(self.target, Page)
        return super().dispatch(request, number=number, **kwargs)

    def get_page_subtitle(self):
        """The text and the language."""
        language = self.translation.target_locale.get_display_name()
        return f"{self.translation.source.object_repr} · {language}"

    def get_context_data(self, **kwargs):
        """Add the translation, what it is of and the address of its editor."""
        return super().get_context_data(
            translation=self.translation,
            target=self.target,
            is_page=self.is_page,
            editor_url=get_edit_url(self.target),
            **kwargs,
        )


class TranslationView(OneTranslationView):
    """The overview."""

    page_title = gettext_lazy("Translation")

    def get(self, request, number):
        """Show it."""
        source, locale = self.translation.source, self.translation.target_locale
        done = progress([source.object_id], [locale])
        percent = done.get((source.object_id, locale.pk), (None, 0))[1]
        return self.answer("translation", percent=percent, **self.facts(), **self.page_facts())

    def facts(self):
        """Who does it, and whether it is behind its source."""
        original = self.translation.source.get_source_instance()
        locale = self.translation.target_locale
        where = [original.pk, locale.language_code]
        if self.is_page:
            behind = self.target.live and is_behind(self.target, original)
            assign_url = reverse("translating_assign", args=where)
        else:
            behind = is_behind_source(original)
            kind = original._meta.label_lower
            assign_url = reverse("translating_assign_other", args=[kind, *where])
        may_submit = self.request.user.has_perm(SUBMIT)
        return {
            "assignment": Assignment.objects.open().about(original, locale).first(),
            "assign_url": assign_url,
            "may_assign": may_assign(self.request.user),
            "behind": behind,
            # Gives the translators of all languages the words as they are now.
            "update_url": behind
            and may_submit
            and reverse("wagtail_localize:update_translations", args=[self.translation.source_id]),
        }

    def page_facts(self):
        """What only pages have: a workflow."""
        if not self.is_page:
            return {}
        permissions = self.target.permissions_for_user(self.request.user)
        task_state = self.target.current_workflow_task_state
        return {
            "review": task_state,
            "review_actions": self.review_actions(task_state),
            "can_submit": permissions.can_submit_for_moderation(),
        }

    def review_actions(self, task_state):
        """What the user may do as a reviewer: pairs of label and address."""
        if task_state is None:
            return []
        labels = {}
        for name, label, _dialog in task_state.task.specific.get_actions(
            self.target, self.request.user
        ):
            labels.setdefault(name, label)
        view = "wagtailadmin_pages:workflow_action"
        return [
            (label, reverse(view, args=[self.target.pk, name, task_state.pk]))
            for name, label in labels.items()
        ]


@require_POST
def review_view(request, number):
    """Hand a translation to a reviewer."""
    translation, _target = translation_for(request, number)
    try:
        submit_for_review(translation=translation, by=request.user)
    except ReviewError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The translation waits for a reviewer now."))
    return redirect("translating_translation", number)
