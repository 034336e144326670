"""The checks of a page in the admin: all of them, dismissing one, taking that back."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from letters.models import DismissedCheck
from letters.receivers import SIGNED_PAGES

from .actions import dismiss_check, restore_check
from .listing import checks_of
from .results import compare_page


class ReasonForm(forms.Form):
    """Why nothing is wrong."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=DismissedCheck._meta.get_field("reason").max_length,
        help_text=gettext_lazy(
            "For colleagues who ask later, for example: “Confirmed by e-mail.” It is kept with "
            "your name. Never write the name of somebody who signed anonymously."
        ),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


@method_decorator(cache_control(no_store=True, private=True), name="dispatch")
class ChecksView(WagtailAdminTemplateMixin, View):
    """GET lists the checks of a page; POST compares its names with all others now."""

    page_title = gettext_lazy("Checks of the signatories")
    header_icon = "tasks"
    template_name = "letters/admin/checks.html"

    def dispatch(self, request, pk):
        """For those who may edit the page; on a translation for its source page."""
        page = get_object_or_404(Page, pk=pk)
        if page.specific_class not in SIGNED_PAGES:
            raise Http404
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.page = page.specific
        if self.page.source.pk != self.page.pk:
            return redirect("letters_checks", self.page.source.pk)
        return super().dispatch(request, pk)

    @cached_property
    def checks(self):
        """The checks as the page was last saved."""
        return checks_of(self.page)

    def get(self, request, pk):
        """Show them."""
        return self.render_to_response(self.get_context_data())

    def post(self, request, pk):
        """Compare, then show them."""
        compare_page(self.page)
        messages.success(request, _("The names were compared with those of all other texts."))
        return redirect("letters_checks", pk)

    def get_context_data(self, **context):
        """Add page and checks."""
        return super().get_context_data(page=self.page, checks=self.checks, **context)

    def get_page_subtitle(self):
        """The title of the page that is checked."""
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        """Home, the editor of the page, this page."""
        editor = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *self.breadcrumbs_items,
            {"url": editor, "label": self.get_page_subtitle()},
            {"url": "", "label": self.get_page_title()},
        ]


class DismissView(ChecksView):
    """GET asks for the reason; POST dismisses a check with it."""

    page_title = gettext_lazy("Dismiss a check")
    template_name = "letters/admin/checks_dismiss.html"

    def dispatch(self, request, pk):
        """Which check: its code and subject stand in the address; neither holds a name."""
        self.key = (request.GET.get("check", ""), request.GET.get("subject", ""))
        return super().dispatch(request, pk)

    def get(self, request, pk):
        """Ask."""
        return self.ask(ReasonForm())

    def post(self, request, pk):
        """Dismiss it."""
        form = ReasonForm(request.POST)
        if not form.is_valid():
            return self.ask(form)
        code, subject = self.key
        if self.check:
            reason = form.cleaned_data["reason"]
            dismiss_check(
                page=self.page, code=code, subject=subject, reason=reason, by=request.user
            )
            messages.success(request, _("The check is dismissed. It can be opened again below."))
        return redirect("letters_checks", pk)

    @property
    def check(self):
        """The open check that is meant, or None."""
        found = (one for one in self.checks.open if (one.code, one.subject) == self.key)
        return next(found, None)

    def ask(self, form):
        """Show the form, or say that the check is gone."""
        if not self.check:
            messages.warning(self.request, _("This check is not open any more."))
            return redirect("letters_checks", self.page.pk)
        return self.render_to_response(self.get_context_data(form=form, check=self.check))


class RestoreView(ChecksView):
    """POST opens a dismissed check again."""

    http_method_names = ["post"]

    def post(self, request, pk):
        """Open it."""
        code, subject = request.POST.get("check", ""), request.POST.get("subject", "")
        if restore_check(page=self.page, code=code, subject=subject, by=request.user):
            messages.success(request, _("The check is open again."))
        return redirect("letters_checks", pk)
