"""Merging in the admin: with whom, what would change, what was done, and taking it back."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.auth import user_passes_test
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import ModelLogEntry
from wagtail.snippets.widgets import AdminSnippetChooser

from letters.models import Organisation

from .merging import MERGE, PERMISSIONS, MergeError, merge_organisations, plan_merge
from .unmerging import can_undo, undo_merge

may_merge = user_passes_test(lambda user: user.has_perms(PERMISSIONS))


CHOOSE = gettext_lazy("Choose an organisation of the directory.")


def _organisation(number):
    known = number.isdecimal() and len(number) < 18
    return Organisation.objects.filter(pk=number).first() if known else None


class OtherForm(forms.Form):
    """With which organisation."""

    other = forms.ModelChoiceField(
        Organisation.objects.all(),
        label=gettext_lazy("The same organisation under another name"),
        help_text=gettext_lazy("Nothing is changed yet: the next page shows what would be."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["other"].widget = AdminSnippetChooser(Organisation, icon="group")


class DirectoryView(WagtailAdminTemplateMixin, View):
    """A page about the directory in the admin."""

    header_icon = "group"

    def answer(self, name, **context):
        """Show one of the templates."""
        self.template_name = f"letters/admin/organisation_{name}.html"
        return self.render_to_response(self.get_context_data(**context))

    def get_breadcrumbs_items(self):
        """Home, the list of organisations, this page."""
        return [
            *self.breadcrumbs_items,
            {
                "url": reverse("wagtailsnippets_letters_organisation:list"),
                "label": _("Organisations"),
            },
            {"url": "", "label": self.get_page_title()},
        ]


@method_decorator(may_merge, name="dispatch")
class MergeView(DirectoryView):
    """GET asks with whom; GET with `other` shows what would change; POST merges."""

    page_title = gettext_lazy("Merge organisations")

    def get(self, request, pk):
        """Ask, or show the plan."""
        organisation = get_object_or_404(Organisation, pk=pk)
        if "other" not in request.GET:
            return self.ask(organisation)
        other = _organisation(request.GET["other"])
        return self.show(organisation, other) if other else self.ask(organisation, CHOOSE)

    def ask(self, organisation, error=""):
        """Ask with whom."""
        return self.answer(
            "merge", organisation=organisation, form=OtherForm(), plan=None, error=error
        )

    def show(self, keep, remove, error=""):
        """Show what would change, or why nothing can."""
        try:
            plan = plan_merge(keep=keep, remove=remove)
        except MergeError as problem:
            error, plan = str(problem), None
        form = OtherForm(initial={"other": remove.pk})
        context = {"organisation": keep, "form": form, "plan": plan, "error": error}
        return self.answer("merge", **context)

    def post(self, request, pk):
        """Merge, and say how to take it back."""
        keep = get_object_or_404(Organisation, pk=pk)
        remove = _organisation(request.POST.get("other", ""))
        if remove is None:
            return self.ask(keep, CHOOSE)
        try:
            entry = merge_organisations(keep=keep, remove=remove, by=request.user)
        except MergeError as error:
            return self.show(keep, remove, str(error))
        text = _("“{removed}” is part of “{kept}” now.").format(removed=remove, kept=keep)
        undo = reverse("letters_undo_merge", args=[entry.pk])
        link = format_html('<a href="{}">{}</a>', undo, _("Take the merge back"))
        messages.success(request, format_html("{} {}", text, link))
        return redirect("wagtailsnippets_letters_organisation:edit", keep.pk)


@method_decorator(may_merge, name="dispatch")
class UndoMergeView(DirectoryView):
    """GET asks whether to; POST takes a merge back."""

    page_title = gettext_lazy("Take a merge back")

    def get(self, request, pk):
        """Ask, unless it is too late."""
        entry = get_object_or_404(ModelLogEntry, pk=pk, action=MERGE)
        return self.answer("undo_merge", entry=entry, possible=can_undo(entry), error="")

    def post(self, request, pk):
        """Make two organisations again."""
        entry = get_object_or_404(ModelLogEntry, pk=pk, action=MERGE)
        try:
            back = undo_merge(entry=entry, by=request.user)
        except MergeError as error:
            return self.answer("undo_merge", entry=entry, possible=False, error=str(error))
        messages.success(request, _("“{name}” is an organisation again.").format(name=back))
        return redirect("wagtailsnippets_letters_organisation:edit", back.pk)
