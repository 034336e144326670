"""Withdrawing a picture in the admin: where it is used, then one button; and the report."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.models import ReferenceIndex

from home.spreadsheets import GuardedExportMixin
from multimedia.forms import CARE_PERMISSION
from multimedia.models import Image

from .actions import restore_picture, withdraw_picture
from .queries import pictures_to_care_for, reason_text, usage_of


class CareRequiredMixin:
    """For those who may see consent records and withdraw pictures."""

    def dispatch(self, request, *args, **kwargs):
        """Refuse the others."""
        if not request.user.has_perm(CARE_PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class WithdrawView(CareRequiredMixin, WagtailAdminTemplateMixin, View):
    """GET shows where the picture is used; POST withdraws it, or shows it again."""

    header_icon = "warning"
    template_name = "multimedia/admin/withdraw.html"

    def setup(self, request, *args, **kwargs):
        """Find the picture."""
        super().setup(request, *args, **kwargs)
        self.image = get_object_or_404(Image, pk=kwargs["image_id"])

    def get_page_title(self):
        """The heading: what the button would do."""
        if self.image.withdrawn_at:
            return _now("Show a withdrawn picture again")
        return _now("Withdraw a picture from everywhere")

    def get(self, request, *args, **kwargs):
        """Show what would change; nothing is changed yet."""
        finder = AdminURLFinder(request.user)
        uses = [
            {
                "title": str(source),
                "kind": source._meta.verbose_name,
                "live": getattr(source, "live", True),
                "url": finder.get_edit_url(source),
            }
            for source in usage_of(self.image)
        ]
        context = {"image": self.image, "uses": uses, "files": self.image.renditions.count()}
        return self.render_to_response(self.get_context_data(**context))

    def post(self, request, *args, **kwargs):
        """Do what the button said; repeating it changes nothing."""
        title = {"title": self.image.title}
        if "restore" in request.POST:
            restore_picture(image=self.image, by=request.user)
            messages.success(request, _now("The picture “%(title)s” is shown again.") % title)
        else:
            count = withdraw_picture(image=self.image, by=request.user)
            text = ngettext(
                "The picture “%(title)s” was withdrawn: %(count)s file deleted.",
                "The picture “%(title)s” was withdrawn: %(count)s files deleted.",
                count,
            )
            undo = reverse("multimedia_withdraw", args=[self.image.pk])
            messages.success(
                request,
                text % (title | {"count": count}),
                buttons=[messages.button(undo, _now("Undo"))],
            )
        return redirect("multimedia_care_report")


class CareReportView(CareRequiredMixin, GuardedExportMixin, ReportView):
    """Pictures with an ended consent, without text, withdrawn: the most urgent first."""

    model = Image
    page_title = _("Pictures to care for")
    header_icon = "image"
    index_url_name = "multimedia_care_report"
    index_results_url_name = "multimedia_care_report_results"
    any_permission_required = ["add", "change", "delete"]
    list_export = ["title", "reason_text", "uses"]
    export_headings = {
        "title": _("Title"),
        "reason_text": _("What is to do"),
        "uses": _("Used"),
    }

    def get_queryset(self):
        """The pictures."""
        return pictures_to_care_for()

    def decorate_paginated_queryset(self, object_list):
        """Add the sentence, and how often each is used, with one query."""
        uses = ReferenceIndex.get_count_references_to_in_bulk(list(object_list))
        for image in object_list:
            image.reason_text = reason_text(image.reason)
            image.uses = uses.get(image, 0)
            image.consent_until = image.consent.until if hasattr(image, "consent") else None
        return object_list

    @cached_property
    def columns(self):
        """What the table shows."""
        return [
            TitleColumn(
                "title",
                label=_("Title"),
                get_url=lambda image: reverse("wagtailimages:edit", args=[image.pk]),
            ),
            Column("reason_text", label=_("What is to do")),
            DateColumn("consent_until", label=_("Consent ends")),
            Column("uses", label=_("Used")),
            TitleColumn(
                "withdraw",
                label=_("Withdraw"),
                accessor=lambda image: (
                    _now("Show again") if image.withdrawn_at else _now("Withdraw")
                ),
                get_url=lambda image: reverse("multimedia_withdraw", args=[image.pk]),
            ),
        ]
