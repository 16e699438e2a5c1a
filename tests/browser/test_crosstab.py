"""The crosstab page in a real browser: the table follows the form, questions are searched, back goes back."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.conftest import FLAGS, PATIENCE

pytestmark = pytest.mark.browser

PATH = "/en/surveys/cncf-annual/2020/crosstab"


@pytest.fixture
def reader(site, chromium):
    """A page and the errors that its console has told."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(site + PATH)
        yield SimpleNamespace(page=page, errors=errors)
        browser.close()


def test_the_table_follows_the_form_and_back_goes_back(reader):
    page = reader.page
    heading = page.locator("[data-live-result] .exhibit__title")
    expect(heading).to_contain_text("×")
    before = page.url

    page.get_by_label("Search the questions").fill("tools")
    assert page.locator("#asking-rows option").count() == 2  # the one that is found, and the one that is chosen
    page.get_by_label("In rows").select_option("tools")

    expect(heading).to_contain_text("Question tools")
    assert "rows=tools" in page.url

    page.go_back()

    expect(page.get_by_label("In rows")).to_have_value("serverless_use")
    assert page.url == before
    assert reader.errors == []


def test_a_refused_filter_is_said_beside_the_form_and_the_table_stays(reader):
    page = reader.page
    page.locator(".asking__filter > summary").click()
    page.locator(".asking__group:has(input[value='region:africa']) > summary").click()

    page.locator("input[value='region:africa']").check()

    expect(page.locator("[data-live-said]")).to_contain_text("refused")
    expect(page.locator("[data-live-said]")).to_have_class("asking__said asking__said--warning")
    expect(page.locator(".crosstab--stale .crosstab-table")).to_have_count(1)

    page.locator("input[value='region:asia']").check()

    expect(page.locator("[data-live-said]")).to_have_class("asking__said")
    expect(page.locator(".crosstab--stale")).to_have_count(0)
