"""What staff see of PDFs: those that failed, and why, on the first page of the admin."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.permission_policies.pages import PagePermissionPolicy

from letters.models import PagePDF

from . import fonts
from .problems import explain
from .requests import request_pdf

SHOWN = 20


class PDFProblemsPanel(Component):
    """Failed PDFs of the pages that the user may change, or the fonts that all of them lack."""

    name = "pdf_problems"
    template_name = "letters/admin/pdf_problems.html"
    order = 120

    def get_context_data(self, parent_context):
        """Add `install_line`, and `failures` with page and reason."""
        user = parent_context["request"].user
        install_line = "" if fonts.are_there() else fonts.install_line()
        failures = [] if install_line else failures_for(user)
        return {
            "install_line": install_line,
            "failures": [
                {"page": pdf.page, "reason": explain(pdf.problem)} for pdf in failures[:SHOWN]
            ],
            "more": max(0, len(failures) - SHOWN),
            "csrf_token": parent_context.get("csrf_token", ""),
        }


def failures_for(user):
    """The failed PDFs (`PagePDF`) of pages that a user may change, in a list."""
    editable = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    failed = PagePDF.objects.failed().filter(page__in=editable)
    return list(failed.select_related("page").order_by("page__title"))


@require_POST
def try_again(request):
    """Have the PDFs that failed made again."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    for pdf in failures_for(request.user):
        request_pdf(pdf.page.specific)
    messages.success(request, _("The PDFs are being made again."))
    return redirect("wagtailadmin_home")


@hooks.register("construct_homepage_panels")
def add_panel(request, panels):
    """Above what Wagtail shows of its own."""
    panels.append(PDFProblemsPanel())


@hooks.register("register_admin_urls")
def try_again_url():
    """The address that the button of the panel posts to."""
    return [path("letters/pdfs/again/", try_again, name="letters_pdfs_again")]
