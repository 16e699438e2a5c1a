"""The admin site: its name, its front page, and choices that can be told apart."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _

from portal.administration.choices import DescribedRowsView


class PortalAdminSite(AdminSite):
    site_header = _("Serverless Market Watch · research team")
    site_title = _("Serverless Market Watch")
    index_title = _("Data")
    index_template = "portal/administration/index.html"

    def autocomplete_view(self, request):
        return DescribedRowsView.as_view(admin_site=self)(request)
