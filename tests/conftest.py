"""Shared fixtures: a fresh cache and version for each test, and the small world."""

import os
import tempfile

# A folder of the tests' own, set before Django reads its settings.
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="portal-tests-"))
os.environ.setdefault("PORTAL_VALIDATE_CHARTS", "1")

import pytest  # noqa: E402

from portal import versions  # noqa: E402


@pytest.fixture(autouse=True)
def _fresh_version():
    versions.forget_version()
    yield
    versions.forget_version()


@pytest.fixture(autouse=True)
def _plain_storage(settings):
    """Static addresses without a manifest: tests need no collectstatic; caches live in memory."""
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
