"""Wagtail's reports that name pages, for staff who may not know of all of them."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.permissions import user_can_edit_snippet_type
from wagtail_localize.views.report import TranslationsReportView

from .board import source_pages
from .board_forms import other_models
from .languages import languages_of


class TranslationsReport(TranslationsReportView):
    """Translations into the languages of whoever looks, of texts that they may know of."""

    def get_queryset(self):
        """Those of wagtail-localize's report, in a fixed order."""
        user = self.request.user
        editable = [model for model in other_models() if user_can_edit_snippet_type(user, model)]
        types = ContentType.objects.get_for_models(*editable).values()
        known = Q(source__specific_content_type__in=types)
        known |= Q(source__object_id__in=source_pages(user).order_by().values("translation_key"))
        found = super().get_queryset().filter(known, target_locale__in=languages_of(user))
        return found.order_by("-source__last_updated_at", "-pk")


class PageTypesReport(PageTypesUsageReportView):
    """How many pages there are of each type; names only pages that one may edit."""

    def decorate_paginated_queryset(self, page_types):
        """Leave out the names of the others."""
        page_types = super().decorate_paginated_queryset(page_types)
        numbers = [item.last_edited_page_id for item in page_types if item.last_edited_page_id]
        editable = PagePermissionPolicy().instances_user_has_any_permission_for(
            self.request.user, {"change", "publish"}
        )
        may_know = set(editable.filter(pk__in=numbers).values_list("pk", flat=True))
        for item in page_types:
            if item.last_edited_page_id not in may_know:
                item.last_edited_page = None
        return page_types


page_types_report = require_admin_access(PageTypesReport.as_view())
page_types_report_results = require_admin_access(PageTypesReport.as_view(results_only=True))
