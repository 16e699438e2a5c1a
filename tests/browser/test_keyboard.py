"""Every kind of page by Tab alone: all that can be used is reached, in order, seen to be reached, and left again."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import trouble_on

pytestmark = pytest.mark.browser

QUESTION = "surveys/cncf-annual/2021-part2/serverless_use"
FEW = 120  # stops; of pages with more the first are tried
MORE = 20  # stops at most that no element asks for
# What Tab should stop at, each with how it looks before; then what it stops at, and whether that looks different.
PREPARE = """() => {
    const look = (element) => {
        const style = getComputedStyle(element);
        const outline = style.outlineStyle === "none" ? "" : `${style.outlineStyle} ${style.outlineWidth}`;
        return `${outline} | ${style.boxShadow} | ${style.borderColor}`;
    };
    const rules = "a[href], area[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";
    const isUsable = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled
        && element.tabIndex >= 0 && element.type !== "hidden" && !element.closest("[inert]")
        && !(element.tagName === "SUMMARY" && element.parentElement.firstElementChild !== element);
    // Radio buttons of one name are one stop: the chosen one, else any.
    const isStop = (element) => element.type !== "radio" || element.checked
        || ![...element.form?.elements ?? []].some((one) => one.name === element.name && one.checked);
    window.stops = [...document.querySelectorAll(rules)].filter((one) => isUsable(one) && isStop(one));
    window.looks = new Map(window.stops.map((element) => [element, look(element)]));
    window.visits = [];
    document.addEventListener("focusin", ({ target }) => window.visits.push({
        number: window.stops.indexOf(target), seen: look(target) !== window.looks.get(target),
        name: target.outerHTML.slice(0, 100), isPositive: target.tabIndex > 0,
    }), true);
    return window.stops.length;
}"""
REPORT = """() => ({
    visits: window.visits, names: window.stops.map((element) => element.outerHTML.slice(0, 100)),
    isLeft: [document.body, window.visits.length > 1 && window.stops[0]].includes(document.activeElement),
})"""


def tab_through(page: Page) -> list[str]:
    """Tabs over all stops and out again; where they are very many, over the first of them."""
    many = page.evaluate(PREPARE)
    is_whole = many <= FEW
    for _ in range(min(many, FEW) + 1):
        page.keyboard.press("Tab")
    for _ in range(MORE if is_whole else 0):  # a region that scrolls is a stop that browsers add
        if page.evaluate(REPORT)["isLeft"]:
            break
        page.keyboard.press("Tab")
    report = page.evaluate(REPORT)
    found = [] if report["isLeft"] or not is_whole else ["the last stop is not left by Tab"]
    return [*found, *missed(report, many if is_whole else FEW - MORE), *unseen(report["visits"])][:6]


def missed(report: dict, many: int) -> list[str]:
    """Which of the first stops are not reached, or not in their order."""
    names = report["names"]
    reached = [visit["number"] for visit in report["visits"] if visit["number"] >= 0]
    found = [f"not reached: {names[number]}" for number in range(many) if number not in reached]
    if reached[-1:] == [0]:  # some windows begin anew
        reached.pop()
    if reached != sorted(reached):
        found.append(f"stops are not in order: {reached}")
    if reached[:1] != [0] or "skip-link" not in names[0]:
        found.append("the first stop is not the way to the content")
    return found


def unseen(visits: list[dict]) -> list[str]:
    found = [f"focus is not seen: {visit['name']}" for visit in visits if not visit["seen"]]
    return found + [f"a tabindex over 0: {visit['name']}" for visit in visits if visit["isPositive"]]


def test_every_kind_of_page_is_used_by_tab(browser, pages):
    framed = [page for page in pages if "/embed/" not in page]
    turns = [page for number, page in enumerate(framed) if number % 2 == ("/zh-hans/" in page)]

    assert trouble_on(browser, turns, tab_through, reduced_motion="reduce") == []


def test_the_menu_of_a_phone_opens_and_closes_by_key(open_page):
    page = open_page(f"en/{QUESTION}", viewport={"width": 390, "height": 844})
    menu, navigation = page.locator(".site-header__menu"), page.locator("#site-navigation")

    menu.focus()
    page.keyboard.press("Enter")
    expect(navigation).to_be_visible()
    page.keyboard.press("Tab")
    expect(navigation.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")

    expect(navigation).to_be_hidden()
    expect(menu).to_be_focused()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_what_is_folded_opens_and_closes_by_key(open_page, language):
    page = open_page(f"{language}/{QUESTION}")
    folds = page.locator("main details:visible")

    for number in range(folds.count()):
        fold = folds.nth(number)
        was_open = fold.evaluate("(fold) => fold.open")
        for expected in (not was_open, was_open):
            fold.locator("> summary").press("Enter")
            assert fold.evaluate("(fold) => fold.open") is expected
    assert folds.count() > 2


def test_the_way_to_the_content_leads_there(open_page):
    page = open_page("zh-hans/compare")

    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
