"""The API alone, as portal/urls.py mounts it."""

from django.urls import path, re_path

from portal.api.service import api, unknown_address

urlpatterns = [
    path("api/v1/", api.urls),
    re_path(r"^api(?:/(?P<path>.*))?$", unknown_address),
]
