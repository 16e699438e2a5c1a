"""Addresses without a language: the root, what robots and browsers ask for, the API."""

from django.conf import settings
from django.contrib.sitemaps.views import sitemap
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.urls import path, re_path
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.api.service import api, unknown_address
from portal.labels import language_now
from portal.site.sitemap import MAPS, whole_map

ROBOTS = "User-agent: *\nDisallow: /admin/\nSitemap: {root}/sitemap.xml\n"
DAY = 24 * 3600  # seconds
COLOURS = {"background_color": "#ffffff", "theme_color": "#164a86"}
ICONS: tuple[tuple[str, int, dict[str, str]], ...] = (
    ("icon", 192, {}),
    ("icon", 512, {}),
    ("maskable", 512, {"purpose": "maskable"}),
)


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """To the home page in the language the browser asks for."""
    response = HttpResponseRedirect(f"/{language_now()}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    text = ROBOTS.format(root=settings.PUBLIC_URL or f"{request.scheme}://{request.get_host()}")
    headers = {"Cache-Control": f"public, max-age={DAY}"}
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers)


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For clients that look here without reading the page."""
    return HttpResponseRedirect(static("portal/icons/favicon.ico"), headers={"Cache-Control": f"public, max-age={DAY}"})


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """What a phone shows of the portal on its home screen."""
    icons = [
        {"src": static(f"portal/icons/{name}-{side}.png"), "sizes": f"{side}x{side}", "type": "image/png"} | purpose
        for name, side, purpose in ICONS
    ]
    name = _("Serverless Market Watch")
    answer = {"name": name, "start_url": "/", "display": "browser", **COLOURS, "icons": icons}
    headers = {"Cache-Control": f"public, max-age={DAY}"}
    response = JsonResponse(answer, content_type="application/manifest+json", headers=headers)
    patch_vary_headers(response, ["Accept-Language"])
    return response


urlpatterns = [
    path("", root, name="root"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", require_safe(whole_map), name="sitemap"),
    path("sitemap-<section>.xml", require_safe(sitemap), {"sitemaps": MAPS}, name="sitemap_part"),
    path("site.webmanifest", manifest, name="manifest"),
    path("favicon.ico", favicon, name="favicon"),
    path("api/v1/", api.urls),
    re_path(r"^api(?:/(?P<path>[\s\S]*))?\Z", unknown_address, name="api_unknown"),
]
