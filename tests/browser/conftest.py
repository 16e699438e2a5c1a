"""Windows of Chromium for browser tests. The server they look at is in tests/conftest.py: others measure it too."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.quality.pages import measured_pages

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
WATCH = """
window.shift = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
document.addEventListener("securitypolicyviolation",
    (event) => console.error("CSP " + event.violatedDirective + " " + event.blockedURI));
"""


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from the package that carries it."""
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def pages(site: str) -> list[str]:
    """One page of every kind, in both languages."""
    return measured_pages(site)


@pytest.fixture(scope="module")
def browser(chromium):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, site):
    """Opens an address in a window of its own; a message in the console or a broken policy fails the test."""
    contexts, messages = [], []

    def open_page(address: str, **options) -> Page:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options}))
        contexts[-1].add_init_script(WATCH)
        page = contexts[-1].new_page()
        page.on("console", lambda message: messages.append(f"{message.type} {message.text}"))
        page.on("pageerror", lambda error: messages.append(f"error {error}"))
        page.goto(f"{site}/{address}", wait_until="networkidle")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert messages == []
