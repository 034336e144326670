"""Addresses of the directory in the admin."""

from django.urls import path

from .merge_views import MergeView, UndoMergeView
from .transfer_views import ExportView, ImportView

urlpatterns = [
    path("<int:pk>/merge/", MergeView.as_view(), name="letters_merge_organisations"),
    path("merges/<int:pk>/undo/", UndoMergeView.as_view(), name="letters_undo_merge"),
    path("import/", ImportView.as_view(), name="letters_import_organisations"),
    path("export.<str:ending>", ExportView.as_view(), name="letters_export_organisations"),
]
