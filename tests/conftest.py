"""Shared fixtures: a fresh cache and version for each test, and the small world."""

from threading import BoundedSemaphore

import pytest
from django.utils.translation import override

from portal import versions
from portal.api import streams


@pytest.fixture(autouse=True)
def _fresh_version():
    versions.forget_version()
    yield
    versions.forget_version()


@pytest.fixture(autouse=True)
def _english():
    """A request leaves its language active in the thread; each test begins in English."""
    with override("en"):
        yield


@pytest.fixture(autouse=True)
def _plain_storage(settings):
    """Static addresses without a manifest: tests need no collectstatic; caches live in memory."""
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@pytest.fixture(autouse=True)
def _own_answers(settings, tmp_path):
    """Columns of respondents are stored beside the test, not beside the portal's own."""
    settings.ANSWERS_DIR = tmp_path / "answers"
    settings.UPLOADS_DIR = tmp_path / "uploads"


@pytest.fixture(autouse=True)
def _room_for_streams(monkeypatch):
    """Tests that look at the headers of a stream leave it open; a server closes each."""
    monkeypatch.setattr(streams, "free", BoundedSemaphore(1000))
