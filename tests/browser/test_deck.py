"""A deck in Chromium: put together on exhibit pages, ordered by keyboard, kept over a reload, taken away as a file."""

import io
import zipfile

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.conftest import FLAGS

pytestmark = pytest.mark.browser

FIRST = "surveys/china-cloud-native-user/2020/serverless_stage"
SECOND = "surveys/cncf-annual/2021-part2/serverless_use"
TABLE = "products"


@pytest.fixture
def page(chromium):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()
        trouble: list[str] = []
        page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        yield page
        browser.close()
    assert trouble == []


def add(page, site: str, address: str) -> None:
    page.goto(f"{site}/en/{address}")
    page.get_by_role("link", name="Add to deck").click()
    expect(page.get_by_role("link", name="In your deck: open it")).to_be_visible()


def addresses(page) -> list[str]:
    return page.locator("[data-deck-item] [name=exhibit]").evaluate_all("(all) => all.map((one) => one.value)")


def test_a_deck_is_put_together_ordered_by_keyboard_kept_and_taken_away(page, site):
    for address in (FIRST, SECOND, TABLE):
        add(page, site, address)
    expect(page.locator("[data-deck-count]")).to_have_text("3")

    page.locator("[data-deck-link]").click()
    assert addresses(page) == [FIRST, SECOND, TABLE]
    page.locator("[data-deck-item]").nth(2).get_by_role("button", name="Move up").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-deck-status]")).to_have_text("Moved to place 2 of 3.")
    page.keyboard.press("Enter")
    assert addresses(page) == [TABLE, FIRST, SECOND]
    page.locator("[data-deck-item]").nth(0).get_by_label("Your own title").fill("Who offers what")
    page.get_by_label("Languages of the files").select_option("both")

    page.goto(f"{site}/en/deck")  # without its address, as kept in the browser
    expect(page.locator("[data-deck-item]")).to_have_count(3)
    assert addresses(page) == [TABLE, FIRST, SECOND]
    expect(page.locator("[data-deck-item]").nth(0).get_by_label("Your own title")).to_have_value("Who offers what")
    assert page.get_by_label("Languages of the files").input_value() == "both"
    with page.expect_download() as download:
        page.get_by_role("link", name="ZIP").click()
    archive = zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes()))
    assert "en/01-products/data.csv" in archive.namelist()
    assert "Who offers what" in archive.read("zh-hans/README.md").decode()


def test_a_shared_deck_leaves_the_readers_own_alone_until_told(page, site):
    add(page, site, FIRST)

    page.goto(f"{site}/en/deck?exhibit={SECOND}&exhibit={TABLE}")
    expect(page.locator("[data-deck-choice]")).to_be_visible()
    expect(page.locator("[data-deck-count]")).to_have_text("1")
    page.get_by_role("button", name="Keep this one instead").click()
    expect(page.locator("[data-deck-count]")).to_have_text("2")
    page.reload()

    expect(page.locator("[data-deck-choice]")).to_be_hidden()
    assert addresses(page) == [SECOND, TABLE]


def test_removing_and_adding_by_address(page, site):
    add(page, site, FIRST)
    page.goto(f"{site}/en/deck")
    page.get_by_label("Add an exhibit by its address").fill(f"{site}/en/{TABLE}.csv?sort=-vendor")
    page.get_by_role("button", name="Add exhibit").click()
    expect(page.locator("[data-deck-item]")).to_have_count(2)
    assert addresses(page) == [FIRST, "products?sort=-vendor"]
    expect(page.locator("[data-deck-choice]")).to_be_hidden()  # the reader's own work

    page.locator("[data-deck-item]").nth(0).get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Remove").click()

    expect(page.locator("[data-deck-empty]")).to_be_visible()
    expect(page.locator("[data-deck-files]")).to_be_hidden()
    page.reload()
    expect(page.locator("[data-deck-item]")).to_have_count(0)


def test_without_scripts_links_and_forms_do_the_same(chromium, site):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(f"{site}/en/{FIRST}")
        page.get_by_role("link", name="Add to deck").click()
        page.get_by_label("Add an exhibit by its address").fill(TABLE)
        page.get_by_label("Title of the deck").fill("Two exhibits")
        page.get_by_role("button", name="Add exhibit").click()
        page.get_by_role("button", name="Move up").nth(1).click()
        address = page.url.removeprefix(site)
        browser.close()

    assert address == f"/en/deck?title=Two%20exhibits&exhibit={TABLE}&exhibit={FIRST}"
