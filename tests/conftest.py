"""Shared fixtures: a fresh cache and version for each test, and the small world."""

import pytest

from portal import versions


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
