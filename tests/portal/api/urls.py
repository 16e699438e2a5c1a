"""The API alone, as portal/urls.py mounts it."""

from django.urls import path

from portal.api.service import api, unknown_address

urlpatterns = [
    path("api/v1/", api.urls),
    path("api/<path:path>", unknown_address),
    path("api", unknown_address),
]
