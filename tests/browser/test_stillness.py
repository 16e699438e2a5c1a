"""Nothing moves while a page comes in, on a slow machine and with letters that come late."""

import pytest

pytestmark = pytest.mark.browser

SLOWED = 6  # times slower than this machine, so that a page comes in by parts
LATE = 500  # milliseconds: longer than a browser holds text back for its letters
# Of the window, by the distance: a word that goes to the next line when the rest of its sentence arrives.
WORD = 0.0005
READ_MOST = (
    "",
    "surveys/cncf-annual/2021-part2/serverless_use",
    "compare",
    "landscape/cncf-serverless/2021",
    "report/definition",
    "search?q=lambda",
)


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("zh-hans", 390)])
def test_nothing_moves_while_a_slow_page_comes_in(open_page, language, width):
    page = open_page("robots.txt", viewport={"width": width, "height": 900})
    root = page.url.removesuffix("robots.txt")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.route("**/*.woff2", lambda route: (page.wait_for_timeout(LATE), route.continue_()))

    moved = {}
    for address in READ_MOST:
        page.goto(f"{root}{language}/{address}", wait_until="load")
        page.wait_for_timeout(2 * LATE)
        moved[address] = page.evaluate("window.shift")

    assert {address: shift for address, shift in moved.items() if shift > WORD} == {}
