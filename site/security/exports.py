"""Wagtail's reports and lists that can be exported, in front of its own under their names.

Somebody who may write a title shall not run formulas on the computer of who reads a report.
"""

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.aging_pages import AgingPagesView
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.admin.views.reports.locked_pages import LockedPagesView
from wagtail.admin.views.reports.workflows import WorkflowTasksView, WorkflowView
from wagtail.contrib.redirects.views import IndexView as RedirectsView

from home.spreadsheets import GuardedExportMixin

VIEWS = {
    "reports/aging-pages/": AgingPagesView,
    "reports/locked/": LockedPagesView,
    "reports/site-history/": LogEntriesView,
    "reports/workflow/": WorkflowView,
    "reports/workflow_tasks/": WorkflowTasksView,
    "redirects/": RedirectsView,
}


def _guarded(view):
    return type(f"Guarded{view.__name__}", (GuardedExportMixin, view), {})


urlpatterns = [
    path(address + part, require_admin_access(_guarded(view).as_view(results_only=bool(part))))
    for address, view in VIEWS.items()
    for part in ("", "results/")
]
