"""A chapter being read in Chromium: footnotes open in their place."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CHAPTER = "report/limits"
MARK = ".footnote-mark__link"


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_footnote_opens_below_its_paragraph_and_closes_at_escape(open_page, language):
    page = open_page(f"{language}/{CHAPTER}")
    mark = page.locator(MARK).first
    at_end = page.locator("#note-1 a").first.inner_text()

    mark.focus()
    page.keyboard.press("Enter")

    expect(mark).to_have_attribute("aria-expanded", "true")
    expect(page.locator("p:has(#note-1-from) + .footnote")).to_contain_text(at_end)
    assert page.evaluate("location.hash") == ""
    page.keyboard.press("Escape")
    expect(page.locator(".footnote")).to_have_count(0)
    expect(mark).to_be_focused()


def test_without_scripts_a_mark_leads_to_the_footnote(open_page):
    page = open_page(f"en/{CHAPTER}", java_script_enabled=False)

    page.locator(MARK).first.click()

    assert page.url.endswith("#note-1")
    expect(page.locator("#note-1")).to_be_in_viewport()
