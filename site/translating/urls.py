"""Addresses of the desk, within the admin."""

from django.urls import path

from . import (
    assignment_views,
    board_views,
    file_views,
    preview_views,
    release_views,
    submit_views,
    term_views,
    translation_views,
)

urlpatterns = [
    path("", board_views.BoardView.as_view(), name="translating_board"),
    path("submit/", submit_views.SubmitView.as_view(), name="translating_submit"),
    path("work/", assignment_views.WorkView.as_view(), name="translating_work"),
    path(
        "assign/<int:number>/<slug:language_code>/",
        assignment_views.AssignView.as_view(),
        name="translating_assign",
    ),
    path(
        "assign/<str:kind>/<int:number>/<slug:language_code>/",
        assignment_views.AssignView.as_view(),
        name="translating_assign_other",
    ),
    path("done/<int:number>/", assignment_views.done_view, name="translating_done"),
    path(
        "<int:number>/", translation_views.TranslationView.as_view(), name="translating_translation"
    ),
    path("<int:number>/review/", translation_views.review_view, name="translating_review"),
    path("<int:number>/terms/", term_views.TermsView.as_view(), name="translating_terms"),
    path(
        "<int:number>/both/",
        preview_views.SideBySideView.as_view(),
        name="translating_side_by_side",
    ),
    path(
        "<int:number>/source/", preview_views.source_preview_view, name="translating_source_preview"
    ),
    path(
        "<int:number>/download/<slug:kind>/", file_views.download_view, name="translating_download"
    ),
    path("<int:number>/upload/", file_views.UploadView.as_view(), name="translating_upload"),
    path("releases/collect/", release_views.collect_view, name="translating_collect"),
    path("releases/<int:number>/", release_views.ReleaseView.as_view(), name="translating_release"),
]
