"""One server and one Chromium for all browser tests. A machine without Chromium fails, it does not skip."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.server import running_server

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A busy machine is slow, not wrong: what never comes still fails.
PATIENCE = 60_000  # milliseconds
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> str:
    """The address of the running portal with the shipped data."""
    with running_server(tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "Chromium is not installed: apt-get install chromium"
    return found


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from the package that carries it."""
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
