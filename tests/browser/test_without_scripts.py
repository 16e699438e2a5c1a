"""Every kind of page without JavaScript: no button, link or field is shown that would do nothing."""

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import trouble_on

pytestmark = pytest.mark.browser

SAMPLES = "/style-guide"  # shows the parts of pages, not what they do
# A button does something by itself where it sends a form or opens a popover; a link where it leads somewhere.
DEAD = """() => {
    const name = (element) => element.outerHTML.slice(0, 120);
    const shown = (rule) => [...document.querySelectorAll(rule)].filter((element) => element.checkVisibility());
    const sends = (button) => button.type === "submit" && button.form;
    const isSent = (form) => [...form.elements].some((one) => one.checkVisibility() &&
        (one.type === "submit" || ["search", "text", "email", "url"].includes(one.type)));
    const fields = shown("input:not([type=hidden]), select, textarea");
    return [
        ...shown("button").filter((one) => !sends(one) && !one.popoverTargetElement).map(name),
        ...shown("a").filter((one) => !one.getAttribute("href") || one.getAttribute("href") === "#").map(name),
        ...shown("[role=button], [role=tab], [role=switch], [onclick]").map(name),
        ...fields.filter((one) => !one.readOnly && !(one.form && isSent(one.form))).map(name),
        ...shown("main, h1").length < 2 ? ["no heading"] : [],
    ];
}"""


def dead_controls(page: Page) -> list[str]:
    return page.evaluate(DEAD)


def test_no_control_is_dead_without_scripts(browser, pages):
    used = [page for page in pages if not page.endswith(SAMPLES)]

    assert trouble_on(browser, used, dead_controls, java_script_enabled=False) == []
