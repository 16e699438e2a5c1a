"""Terms explained where they stand, in Chromium: by pointer, by keyboard, by touch, and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_walk import RULES

pytestmark = pytest.mark.browser

PAGE = "method"
CARD = ".term__card"
TERM = "a.term[href$='/glossary/effective-base']"
IN_WINDOW = """() => {
    const box = document.querySelector(".term__card").getBoundingClientRect();
    return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
}"""
DEFINITION = "The size of an unweighted sample"


def test_the_definition_shows_while_the_pointer_is_on_the_term_or_the_card(open_page):
    page = open_page(f"en/{PAGE}")
    page.evaluate("window.shift = 0")

    page.hover(TERM)

    expect(page.locator(CARD)).to_contain_text(DEFINITION)
    page.hover(CARD)
    page.wait_for_timeout(400)  # longer than it waits for a pointer that leaves
    expect(page.locator(CARD)).to_be_visible()
    page.mouse.move(1, 1)
    expect(page.locator(CARD)).to_be_hidden()
    assert page.evaluate("window.shift") == 0


def test_focus_shows_it_and_escape_hides_it_and_keeps_the_focus(open_page):
    page = open_page(f"en/{PAGE}")

    page.focus(TERM)

    expect(page.locator(CARD)).to_be_visible()
    assert page.locator(TERM).get_attribute("aria-describedby") == page.locator(CARD).get_attribute("id")
    assert page.locator(CARD).get_attribute("role") == "tooltip"
    page.keyboard.press("Escape")
    expect(page.locator(CARD)).to_be_hidden()
    expect(page.locator(TERM)).to_be_focused()
    assert page.locator(TERM).get_attribute("aria-describedby") is None


def test_the_focus_takes_the_card_from_term_to_term_and_away(open_page):
    page = open_page(f"en/{PAGE}")
    names = page.locator("a.term").evaluate_all("terms => terms.map((term) => term.dataset.term)")

    page.locator("a.term").first.focus()

    expect(page.locator(".term__name")).to_have_text(names[0])
    page.keyboard.press("Tab")
    expect(page.locator(".term__name")).to_have_text(names[1])
    page.focus("h1 ~ .prose p:last-child a:not(.term)")
    expect(page.locator(CARD)).to_be_hidden()


def test_enter_leads_to_the_term(open_page, site):
    page = open_page(f"zh-hans/{PAGE}")
    page.focus(TERM)

    page.keyboard.press("Enter")

    page.wait_for_url(f"{site}/zh-hans/glossary/effective-base")


def test_the_first_tap_explains_the_second_leads_on_and_one_beside_closes(open_page, site):
    page = open_page(f"en/{PAGE}", viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)

    page.tap(TERM)
    expect(page.locator(CARD)).to_contain_text(DEFINITION)
    page.tap("h1")
    expect(page.locator(CARD)).to_be_hidden()
    page.tap(TERM)
    expect(page.locator(CARD)).to_be_visible()
    assert page.url == f"{site}/en/{PAGE}"
    page.tap(TERM)

    page.wait_for_url(f"{site}/en/glossary/effective-base")


def test_without_javascript_a_term_is_a_link(open_page, site):
    page = open_page(f"en/{PAGE}", java_script_enabled=False)

    assert page.locator(CARD).count() == 0
    page.click(TERM)

    page.wait_for_url(f"{site}/en/glossary/effective-base")
    assert DEFINITION in page.content()


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("en", 320, "light"), ("zh-hans", 320, "dark"), ("en", 1280, "dark"), ("zh-hans", 1280, "light")],
)
def test_it_is_accessible_and_fits(open_page, axe, language, width, scheme):
    page = open_page(f"{language}/{PAGE}", viewport={"width": width, "height": 640}, color_scheme=scheme)
    page.evaluate(axe)

    assert page.locator("a.term").count() == 4
    for index in range(page.locator("a.term").count()):
        page.locator("a.term").nth(index).focus()
        expect(page.locator(CARD)).to_be_visible()
        page.wait_for_function(IN_WINDOW)  # once the window has moved to the term
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    found = page.evaluate("(rules) => axe.run(document, rules)", RULES)
    assert [each["id"] for each in found["violations"]] == []
