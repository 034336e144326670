"""Removing a signatory in the admin: who, what would change, what was done.

The name travels in the body of requests only, never in an address, and no answer that holds
it may be stored.
"""

from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View
from wagtail.admin.auth import permission_required
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from letters.models import Organisation

from .actions import NothingToRemoveError, plan_removal, remove_signatory
from .forms import ConfirmationForm, TargetForm

PERMISSION = "letters.remove_signatory"


@method_decorator(permission_required(PERMISSION), name="dispatch")
@method_decorator(cache_control(no_store=True, private=True), name="dispatch")
@method_decorator(sensitive_post_parameters(), name="dispatch")
class RemovalView(WagtailAdminTemplateMixin, View):
    """GET asks who; POST shows what would change; POST with `confirmed` removes."""

    page_title = _("Remove a signatory from everywhere")
    header_icon = "bin"
    breadcrumbs_items = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {"url": "", "label": page_title},
    ]

    def get(self, request):
        """Ask who, beginning with the page or the organisation that the link came from."""
        initial = {}
        if key := request.GET.get("page"):
            initial["page"] = get_object_or_404(Page, pk=_number(key))
        if key := request.GET.get("organisation"):
            initial["organisation"] = get_object_or_404(Organisation, pk=_number(key))
        return self.ask(TargetForm(initial=initial))

    def post(self, request):
        """Show the plan, or carry out the plan that was shown."""
        form = TargetForm(request.POST)
        if not form.is_valid():
            return self.ask(form)
        if "confirmed" in request.POST:
            return self.remove(form)
        return self.show(form, plan_removal(**form.target))

    def remove(self, form):
        """Remove what was confirmed, unless it would change other things than were shown."""
        confirmation = ConfirmationForm(self.request.POST)
        plan = plan_removal(**form.target)
        confirmed = confirmation.is_valid()
        if confirmed and confirmation.cleaned_data["seen"] != plan.fingerprint:
            confirmation.add_error(
                None, _("The site has changed meanwhile. Look at the list again.")
            )
            confirmed = False
        if not confirmed or plan.is_empty:
            return self.show(form, plan, confirmation)
        try:
            report = remove_signatory(**form.target, by=self.request.user)
        except NothingToRemoveError:
            return self.show(form, plan_removal(**form.target))
        return self.answer("report", report=report, plan=report.done)

    def ask(self, form):
        """Show the form."""
        organisation = form.initial.get("organisation")
        return self.answer("form", form=form, organisation=organisation)

    def show(self, form, plan, confirmation=None):
        """Show what would change."""
        if plan.is_empty and not form.target.get("organisation"):
            form.add_error("name", _("This name stands nowhere. Look at how it is spelled."))
            return self.answer("form", form=form, organisation=None, plan=plan)
        if confirmation is None:
            confirmation = ConfirmationForm(initial={"seen": plan.fingerprint})
        return self.answer(
            "plan",
            form=form,
            name=form.target.get("name") or form.target["organisation"],
            plan=plan,
            confirmation=confirmation,
            seen=plan.fingerprint,
        )

    def answer(self, step, **context):
        """Render the template of a step."""
        self.template_name = f"letters/admin/removal_{step}.html"
        return self.render_to_response(self.get_context_data(**{"plan": None} | context))


def _number(key):
    return key if key.isdigit() else None
