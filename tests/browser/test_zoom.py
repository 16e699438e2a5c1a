"""Every kind of page at 200 and 400 % zoom: nothing scrolls sideways but regions made for it, and no text is cut."""

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import trouble_on

pytestmark = pytest.mark.browser

# CSS pixels of a window of 1280 × 1024 at 200 %, and at 400 % as WCAG 1.4.10 asks.
ZOOMS = {"200 %": {"width": 640, "height": 512}, "400 %": {"width": 320, "height": 256}}
# Text that lies outside the window where nothing lets a reader scroll to it, or outside a box that cuts it off.
LOOK = """() => {
    const wide = document.documentElement.clientWidth;
    const name = (element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
    const hidesFrom = (element) => element.closest(".visually-hidden, .skip-link, [aria-hidden=true], svg");
    const scrolls = (element) => {
        for (let box = element; box && box !== document.body; box = box.parentElement)
            if (["auto", "scroll"].includes(getComputedStyle(box).overflowX)) return true;
        return false;
    };
    const cutBy = (element, edge) => {
        for (let box = element; box && box !== document.body; box = box.parentElement) {
            const style = getComputedStyle(box);
            if (["auto", "scroll"].includes(style.overflowX)) return null;
            const { right, width } = box.getBoundingClientRect();
            if (width < 2) return null; // kept for screen readers
            if (["hidden", "clip"].includes(style.overflowX) && edge > right + 1) return box;
        }
        return null;
    };
    const found = [];
    if (document.documentElement.scrollWidth > wide + 1) found.push("the page scrolls sideways");
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || hidesFrom(element) || !element.checkVisibility()) continue;
        range.selectNodeContents(texts.currentNode);
        const edge = range.getBoundingClientRect().right;
        if (edge > wide + 1 && !scrolls(element)) found.push(`${name(element)} lies beside the window`);
        const box = cutBy(element, edge);
        if (box) found.push(`${name(element)} is cut by ${name(box)}`);
    }
    return [...new Set(found)].slice(0, 5);
}"""


def look(page: Page) -> list[str]:
    found = []
    for zoom, window in ZOOMS.items():
        page.set_viewport_size(window)
        found += [f"{zoom}: {words}" for words in page.evaluate(LOOK)]
    return found


def test_every_kind_of_page_can_be_read_when_it_is_enlarged(browser, pages):
    assert trouble_on(browser, pages, look) == []


def test_a_page_that_is_too_wide_would_be_told(browser):
    page = browser.new_page()
    page.set_content("<p style='width: 50rem'>text text</p><div style='overflow: hidden'><nobr>" + "word " * 200)

    found = look(page)

    assert "400 %: the page scrolls sideways" in found
    assert "400 %: nobr. is cut by div." in found
    page.close()
