"""What a first visit to a question costs a reader: all bytes that the server sends before anything is touched."""

import pytest
from playwright.sync_api import Page

from tests.browser.server import fetch

pytestmark = pytest.mark.browser

QUESTION = "surveys/cncf-annual/2021-part2/serverless_use"
LIMIT = 60 * 1024  # bytes, heads of answers and compression included
IDLE = "() => new Promise((done) => requestIdleCallback(() => done(true)))"


def bytes_of_first_visit(page: Page, address: str) -> dict[str, int]:
    """What comes over the network by address, into a window that knows nothing yet."""
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.responseReceived", lambda event: names.update({event["requestId"]: event["response"]["url"]}))
    network.on(
        "Network.loadingFinished",
        lambda event: sizes.update({names.get(event["requestId"], "?"): event["encodedDataLength"]}),
    )
    page.goto(address, wait_until="networkidle")
    page.evaluate(IDLE)
    return sizes


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_question_comes_in_less_than_60_kb(browser, site, language):
    page = browser.new_page()

    sizes = bytes_of_first_visit(page, f"{site}/{language}/{QUESTION}")
    icon = page.locator("link[rel=icon]").evaluate("(link) => link.href")
    if icon not in sizes:  # a browser without a window asks for no icon
        sizes[icon] = len(fetch(icon, **{"Accept-Encoding": "br"})[2])
    page.context.close()

    assert {f"{site}/{language}/{QUESTION}", icon} <= set(sizes)
    assert any(name.endswith(".css") for name in sizes)
    assert any(name.endswith(".js") for name in sizes)
    assert any(name.endswith(".woff2") for name in sizes)
    assert 20 * 1024 < sum(sizes.values()) < LIMIT, "\n".join(f"{size} {name}" for name, size in sizes.items())
