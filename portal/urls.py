"""Every address: readers' pages under a language, the API and the admin beside them."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("portal.site.roots")),
    path("", include("portal.sharing.urls")),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", include("portal.glossary.urls")),
        path("", include("portal.site.urls")),
        path("", include("portal.decks.urls")),
        path("", include("portal.report.diagrams.urls")),  # before files of chapters: "exhibits" is none
        path("", include("portal.report.printing.urls")),
        path("", include("portal.report.urls")),
        path("", include("portal.refreshing.urls")),
        path("", include("surveys.urls")),
        path("", include("vendors.urls")),
    ),
]
handler400 = "portal.site.errors.bad_request"
handler403 = "portal.site.errors.forbidden"
handler404 = "portal.site.errors.not_found"
handler500 = "portal.site.errors.server_error"
