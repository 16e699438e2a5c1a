"""The admin site: its name, its front page, and choices that can be told apart."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _

from portal.administration.choices import DescribedRowsView
from portal.administration.parameters import with_sound_parameters


class PortalAdminSite(AdminSite):
    site_header = _("Serverless Market Watch · research team")
    site_title = _("Serverless Market Watch")
    index_title = _("Data")
    index_template = "portal/administration/index.html"

    def admin_view(self, view, cacheable=False):
        return super().admin_view(with_sound_parameters(view), cacheable)

    def autocomplete_view(self, request):
        return DescribedRowsView.as_view(admin_site=self)(request)
