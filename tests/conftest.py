"""Shared fixtures: a fresh cache and version for each test; the server and the browser of those that need them."""

import shutil
from threading import BoundedSemaphore

import pytest
from django.utils.translation import override

from portal import versions
from portal.api import streams
from tests.browser.server import publish_answers, running_server


@pytest.fixture(autouse=True)
def _fresh_version(monkeypatch):
    """What a test counts does not depend on how long it takes: no second passes, unless the test says so."""
    monkeypatch.setattr(versions, "LOOK_UP_EVERY", 3600.0)
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


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> str:
    """The address of the running portal with the shipped data, and with answers of one wave."""
    folder = tmp_path_factory.mktemp("server")
    with running_server(folder) as address:
        publish_answers(folder)
        yield address


@pytest.fixture(scope="session")
def chromium() -> str:
    """Its program. A machine without Chromium fails, it does not skip."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "Chromium is not installed: apt-get install chromium"
    return found
