"""Which address leads where."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home import views as home_views
from home.sitemaps import sitemap
from multimedia import views as multimedia_views
from publications.serving import serve_document
from roles.chosen_pages import chosen_pages
from search.views import search
from security.views import LoginView, PasswordResetView, no_page_actions
from translating.reports import page_types_report, page_types_report_results

urlpatterns = [
    path("", RedirectView.as_view(url=f"/{settings.LANGUAGE_CODE}/"), name="entrance"),
    # In front of Wagtail's own, under the names that those have.
    path("admin/login/", LoginView.as_view()),
    path("admin/password_reset/", PasswordResetView.as_view()),
    path("admin/reports/page-types-usage/", page_types_report),
    path("admin/reports/page-types-usage/results/", page_types_report_results),
    path("admin/choose-page/chosen-multiple/", chosen_pages),
    path("admin/api/main/pages/<int:pk>/action/<str:action_name>/", no_page_actions),
    path("admin/", include("security.exports")),
    path("admin/", include(wagtailadmin_urls)),
    # In front of Wagtail's own, under its name: parts of files, and addresses that stay.
    re_path(r"^documents/(\d+)/(.*)$", serve_document, name="wagtaildocs_serve"),
    path("documents/", include(wagtaildocs_urls)),
    path("media/images/<path:path>", home_views.rendition, name="rendition"),
    path("favicon.ico", home_views.favicon, name="favicon"),
    path(
        "media/recordings/<int:pk>/<int:number>.<slug:extension>",
        multimedia_views.recording,
        name="recording",
    ),
    path("media/words/<int:pk>.vtt", multimedia_views.track, name="track"),
    path("robots.txt", home_views.robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    *i18n_patterns(
        path("search/", search, name="search"),
        path("", include("sharing.urls")),
        path("", include("letters.exports.urls")),
        path("", include("letters.pdf.urls")),
        path("", include("letters.history.urls")),
        path("", include("publications.urls")),
        # Wagtail's second log-in, for visitors of private pages, counts no attempts.
        path(
            "_util/login/",
            RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True),
        ),
        path("", include(wagtail_urls)),
    ),
]

handler500 = "home.views.server_error"
