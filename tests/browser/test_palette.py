"""The palette of search in Chromium: opened by key, used without a mouse, on a phone and by screen readers."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_walk import RULES

pytestmark = pytest.mark.browser

PAGE = "products/aws-lambda"
PALETTE = "dialog.palette"
OPTIONS = f"{PALETTE} [role=option]"


def test_nothing_of_it_is_asked_for_before_the_key(open_page):
    page = open_page(f"en/{PAGE}")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.reload(wait_until="networkidle")
    before = [url for url in asked if "palette" in url]
    page.keyboard.press("/")

    expect(page.locator(PALETTE)).to_be_visible()
    assert before == []
    assert len([url for url in asked if "/palette." in url]) == 1


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_keys_open_it_and_escape_closes_it(open_page, key):
    page = open_page(f"en/{PAGE}")
    page.evaluate("window.shift = 0")

    page.keyboard.press(key)

    expect(page.locator(f"{PALETTE} [role=combobox]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(PALETTE)).to_be_hidden()
    assert page.evaluate("window.shift") == 0


def test_words_typed_before_it_is_there_are_kept(open_page):
    page = open_page(f"en/{PAGE}")

    page.evaluate("""() => {
        for (const key of "/kna") {
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        }
    }""")

    expect(page.locator(f"{PALETTE} [role=combobox]")).to_have_value("kna")
    expect(page.locator(OPTIONS).first).to_be_visible()


def test_arrows_choose_and_enter_goes_there(open_page, site):
    page = open_page(f"en/{PAGE}")
    page.keyboard.press("/")
    expect(page.locator(PALETTE)).to_be_visible()
    page.keyboard.type("knative")
    expect(page.locator(OPTIONS).first).to_be_visible()
    box = page.locator(f"{PALETTE} [role=combobox]")
    assert (box.get_attribute("aria-expanded"), box.get_attribute("aria-activedescendant")) == ("true", None)

    page.keyboard.press("ArrowDown")

    chosen = page.locator(f"{OPTIONS}[aria-selected=true]")
    expect(chosen).to_have_count(1)
    assert chosen.get_attribute("id") == box.get_attribute("aria-activedescendant")
    expect(chosen.locator("mark")).to_have_text("Knative")
    page.keyboard.press("ArrowUp")
    expect(chosen).to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/en/products/knative")


def test_enter_without_a_choice_opens_the_page_of_search(open_page, site):
    page = open_page(f"zh-hans/{PAGE}")
    page.keyboard.press("Control+k")
    expect(page.locator(PALETTE)).to_be_visible()
    page.keyboard.type("函数")

    page.keyboard.press("Enter")

    page.wait_for_url(f"{site}/zh-hans/search?q=%E5%87%BD%E6%95%B0")


def test_groups_previews_and_the_way_to_all(open_page):
    page = open_page(f"zh-hans/{PAGE}")
    page.keyboard.press("/")
    expect(page.locator(PALETTE)).to_be_visible()
    page.keyboard.type("lambda")
    expect(page.locator(OPTIONS).first).to_be_visible()

    assert page.locator(f"{PALETTE} [role=group]").first.get_attribute("aria-label") == "产品 1"
    expect(page.locator(f"{PALETTE} .palette__preview").first).to_have_text("函数（FaaS） · 亚马逊云科技")
    assert page.locator(OPTIONS).last.get_attribute("href").endswith("/zh-hans/search?q=lambda")


def test_what_finds_nothing_offers_what_does(open_page):
    page = open_page(f"en/{PAGE}")
    page.keyboard.press("/")
    expect(page.locator(PALETTE)).to_be_visible()
    page.keyboard.type("serverlss conerns")

    expect(page.locator(f"{PALETTE} [role=status]")).to_have_text("Nothing is found. Did you mean:")
    expect(page.locator(f"{OPTIONS} .palette__title").first).to_have_text("concerns")


def test_examples_stand_there_before_a_word_is_typed(open_page):
    page = open_page(f"en/{PAGE}")
    page.keyboard.press("/")

    page.locator(f"{PALETTE} [data-examples] button", has_text="冷启动").click()

    expect(page.locator(OPTIONS).first).to_be_visible()
    expect(page.locator(f"{PALETTE} [data-examples]")).to_be_hidden()


def test_a_search_that_fails_says_so(browser, site):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/api/v1/search*", lambda route: route.fulfill(status=503))
    page.goto(f"{site}/en/{PAGE}", wait_until="networkidle")
    page.keyboard.press("/")
    expect(page.locator(PALETTE)).to_be_visible()
    page.keyboard.type("x")

    expect(page.locator(f"{PALETTE} [role=status]")).to_contain_text("does not answer")
    context.close()


@pytest.mark.parametrize(
    ("language", "width", "scheme"), [("en", 1280, "light"), ("zh-hans", 390, "dark"), ("en", 390, "light")]
)
def test_it_is_accessible_and_fits(open_page, axe, language, width, scheme):
    page = open_page(f"{language}/{PAGE}", viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.keyboard.press("/")
    expect(page.locator(PALETTE)).to_be_visible()
    page.keyboard.type("lambda")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.evaluate(axe)

    found = page.evaluate("(rules) => axe.run(document, rules)", RULES)

    assert [f"{one['id']}: {one['nodes'][0]['target']}" for one in found["violations"]] == []
    box = page.locator(PALETTE).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 800


def test_a_slash_that_is_typed_stays_a_slash(open_page):
    page = open_page(f"en/{PAGE}")
    page.locator("#site-search").focus()

    page.keyboard.type("a/b")

    assert page.locator("#site-search").input_value() == "a/b"
    assert page.locator(PALETTE).count() == 0


def test_without_scripts_the_form_searches(open_page, site):
    page = open_page(f"en/{PAGE}", java_script_enabled=False)
    page.locator("#site-search").fill("lambda")

    page.locator("#site-search").press("Enter")

    page.wait_for_url(f"{site}/en/search?q=lambda")
