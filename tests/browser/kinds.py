"""One page of every kind, opened in windows of several sorts; what is wrong is gathered by address."""

from collections.abc import Callable, Iterable

from playwright.sync_api import Browser, Page

from tests.browser.conftest import PATIENCE


def trouble_on(browser: Browser, pages: Iterable[str], look: Callable[[Page], list[str]], **window) -> list[str]:
    """What `look` finds on each page, in one window with these options."""
    context = browser.new_context(**window)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    found = []
    for address in pages:
        page.goto(address, wait_until="load")
        found += [f"{address}: {words}" for words in look(page)]
    context.close()
    return found
