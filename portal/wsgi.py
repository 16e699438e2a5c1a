"""The portal as a WSGI application."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

application = get_wsgi_application()

# All that answers is read now, not by the first reader who needs it.
for status in (400, 403, 404, 500):
    get_resolver().resolve_error_handler(status)
for name in settings.PORTAL_SECTIONS:
    import_string(name)
