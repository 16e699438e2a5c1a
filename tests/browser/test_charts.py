"""Charts in Chromium: they come alive when a reader turns to them, say their numbers, and can be copied."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from tests.browser.server import fetch
from tests.browser.test_walk import RULES

pytestmark = pytest.mark.browser

STAGES = "surveys/china-cloud-native-user/2020/serverless_stage"
PLATFORMS = "surveys/cncf-annual/trend/serverless_hosted_platform"
HATCHED = "surveys/cncf-china/2020/service_mesh_use?chart=stacked"  # not all of it is stated
CHART = "[data-chart]:visible"
ALIVE = f"{CHART} .chart__drawing svg"
TIP = f"{CHART} .tip"


def rows_of(page: Page) -> list[str]:
    """What the open tip says: names and values in turn."""
    return page.locator(f"{TIP} .tip__rows > *").all_inner_texts()


def bar(page: Page, number: int) -> dict:
    """A point inside a bar of the picture, from the corner of the chart."""
    chart = page.locator(CHART).bounding_box()
    # The first path of a bar is the bar itself; the picture is as it was drawn on the server.
    box = page.locator(f"{CHART} svg path[aria-label], {CHART} svg path[aria-roledescription]").nth(number)
    place = box.bounding_box()
    return {"x": place["x"] - chart["x"] + place["width"] / 2, "y": place["y"] - chart["y"] + place["height"] / 2}


def test_nothing_of_vega_is_asked_for_before_a_reader_turns_to_a_chart(open_page):
    page = open_page("en/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url + STAGES, wait_until="networkidle")
    before = [url for url in asked if "vega" in url or ".vl.json" in url or "live-chart" in url]

    page.locator(CHART).hover()
    page.wait_for_selector(ALIVE)

    assert before == []
    assert len([url for url in asked if "/vega." in url]) == 1
    (specification,) = [url for url in asked if ".vl.json" in url]
    assert specification.endswith(f"/en/{STAGES}.vl.json?width=780&part=body")


@pytest.mark.parametrize(
    ("address", "width", "scheme"),
    [
        (f"en/{STAGES}", 1280, "light"),
        (f"zh-hans/{STAGES}", 390, "dark"),
        (f"en/{PLATFORMS}", 1280, "dark"),
        (f"en/{HATCHED}", 390, "light"),
    ],
)
def test_the_living_chart_is_the_picture_in_its_place(open_page, address, width, scheme):
    page = open_page(address, viewport={"width": width, "height": 900}, color_scheme=scheme)
    chart = page.locator(CHART)
    chart.scroll_into_view_if_needed()
    box, picture = chart.bounding_box(), chart.screenshot()
    page.evaluate("window.shift = 0")

    chart.dispatch_event("pointerdown")
    page.wait_for_selector(ALIVE)
    page.mouse.move(0, 0)
    page.keyboard.press("Escape")

    assert chart.bounding_box() == box
    assert page.evaluate("window.shift") == 0
    assert difference(picture, chart.screenshot()) < 0.001


def difference(one: bytes, other: bytes) -> float:
    """The share of pixels that look different."""
    pictures = [Image.open(BytesIO(picture)).convert("L") for picture in (one, other)]
    assert pictures[0].size == pictures[1].size
    counts = ImageChops.difference(*pictures).histogram()
    return sum(counts[40:]) / sum(counts)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Share", "28%", "Base", "not published"]),
        ("zh-hans", ["占比", "28%", "基数", "未公布"]),
    ],
)
def test_a_pointer_shows_the_number_under_it(open_page, language, expected):
    page = open_page(f"{language}/{STAGES}")

    page.locator(CHART).hover(position=bar(page, 0))

    expect(page.locator(TIP)).to_be_visible()
    assert rows_of(page) == expected
    page.mouse.move(0, 0)
    expect(page.locator(TIP)).to_be_hidden()


def test_keys_walk_the_numbers_pin_and_close(open_page):
    page = open_page(f"en/{STAGES}")
    page.locator(CHART).focus()
    page.wait_for_selector(ALIVE)

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")

    assert page.locator(f"{TIP} .tip__title").inner_text() == "In a test environment"
    said = page.locator(f"{CHART} > [role=status]").inner_text()
    assert said == "In a test environment; Share 8%; Base not published"
    page.keyboard.press("Enter")
    page.mouse.move(400, 400)
    expect(page.locator(f"{TIP} [data-close]")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(f"{TIP} [data-copies=number]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(TIP)).to_be_hidden()
    expect(page.locator(CHART)).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_living_chart_with_a_pinned_number_is_accessible(open_page, axe, scheme):
    page = open_page(f"zh-hans/{PLATFORMS}", color_scheme=scheme)
    page.locator(CHART).focus()
    page.wait_for_selector(ALIVE)
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page.locator(f"{TIP} [data-close]")).to_be_visible()
    page.evaluate(axe)

    found = page.evaluate("(rules) => axe.run(document, rules)", RULES)

    assert [f"{one['id']}: {one['nodes'][0]['target']}" for one in found["violations"]] == []


def test_charts_of_the_front_page_come_alive(open_page):
    page = open_page("en/")
    chart = page.locator(CHART).first
    page.evaluate("window.shift = 0")  # how a page comes in is another test's

    chart.hover()

    expect(chart.locator(".chart__drawing svg")).to_be_visible()
    assert page.evaluate("window.shift") == 0


def test_keys_follow_a_line_and_change_between_lines(open_page):
    page = open_page(f"en/{PLATFORMS}")
    page.locator(CHART).focus()
    page.wait_for_selector(ALIVE)
    title = page.locator(f"{TIP} .tip__title")

    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert title.inner_text() == "AWS Lambda · 2018"
    page.keyboard.press("ArrowDown")
    assert title.inner_text() == "Google Cloud Functions · 2018"
    page.keyboard.press("Home")

    assert title.inner_text() == "AWS Lambda · 2017"
    assert rows_of(page)[:2] == ["Share", "77%"]


def test_a_series_is_picked_by_its_name_or_by_key(open_page):
    page = open_page(f"en/{PLATFORMS}")
    page.locator(CHART).focus()
    page.wait_for_selector(ALIVE)
    faded = page.locator(f"{ALIVE} text[opacity='0.15']")

    page.locator(f"{ALIVE} text", has_text="AWS Lambda").click()

    expect(faded).to_have_count(6)
    page.keyboard.press("Escape")
    expect(faded).to_have_count(0)
    page.keyboard.press("Home")
    page.keyboard.press("Space")
    expect(faded).to_have_count(6)
    page.keyboard.press("Space")
    expect(faded).to_have_count(0)


def test_a_finger_pins_a_number_and_closes_it(open_page):
    page = open_page(
        f"zh-hans/{STAGES}", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, color_scheme="dark"
    )
    page.locator(CHART).scroll_into_view_if_needed()

    page.locator(CHART).tap(position=bar(page, 0))

    expect(page.locator(f"{TIP} [data-close]")).to_be_visible()
    assert rows_of(page)[:2] == ["占比", "28%"]
    page.locator(f"{TIP} [data-close]").tap()
    expect(page.locator(TIP)).to_be_hidden()


def test_a_number_is_copied_with_its_source(open_page, site):
    page = open_page(f"en/{STAGES}", permissions=["clipboard-read", "clipboard-write"])
    page.locator(CHART).focus()
    page.wait_for_selector(ALIVE)
    page.keyboard.press("Home")
    page.keyboard.press("Enter")

    page.locator(f"{TIP} [data-copies=number]").click()

    expect(page.locator(f"{TIP} [data-said]")).to_have_text("Number copied with its source.")
    number = "en/n/china-cloud-native-user/2020/serverless_stage/production"
    assert page.evaluate("navigator.clipboard.readText()") == fetch(f"{site}/{number}.txt")[2].decode()


def test_image_and_table_are_copied_and_it_is_said(open_page):
    page = open_page(f"en/{STAGES}", permissions=["clipboard-read", "clipboard-write"], color_scheme="dark")
    said = page.locator(".tools [data-said]")

    with page.expect_request("**/*.png*") as asked:
        page.locator("[data-copies=image]").click()
    expect(said).to_have_text("Image copied.")
    assert asked.value.url.endswith(f"/en/{STAGES}.png?theme=dark")
    assert page.evaluate("navigator.clipboard.read().then((items) => items[0].types)") == ["image/png"]
    page.locator("[data-copies=table]").click()
    expect(said).to_have_text("Table copied.")

    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert lines[0] == "Stage of serverless adoption"
    assert lines[1].split("\t")[:2] == ["Answer", "Share"]
    assert lines[2].split("\t")[:2] == ["In production", "28%"]
    assert lines[-1].startswith("Source: ")
    assert lines[-1].endswith(f"/en/{STAGES}")


def test_what_cannot_be_copied_is_said(open_page):
    page = open_page(f"en/{STAGES}")
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('no')); }")

    page.locator("[data-copies=table]").click()

    expect(page.locator(".tools [data-said]")).to_contain_text("The CSV file below has the same numbers.")


def test_t_goes_to_the_table_and_back(open_page):
    page = open_page("en/topics/adoption")
    table = page.locator(".exhibit__table").first
    assert table.get_attribute("open") is None

    page.keyboard.press("t")

    assert table.get_attribute("open") is not None
    expect(table.locator(".table-scroll")).to_be_focused()
    page.keyboard.press("t")
    assert table.get_attribute("open") is None
    page.locator("#site-search, #page-search").first.focus()
    page.keyboard.press("t")
    assert table.get_attribute("open") is None


def test_a_chart_that_cannot_come_alive_stays_a_picture(browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route("**/*.vl.json*", lambda route: route.fulfill(status=503))
    page.goto(f"{site}/en/{STAGES}", wait_until="networkidle")

    with page.expect_response("**/*.vl.json*"):
        page.locator(CHART).focus()

    expect(page.locator(f"{CHART} > svg")).to_be_visible()
    assert page.locator(".chart__drawing").count() == 0
    context.close()


def test_without_scripts_the_page_has_its_picture_and_no_tools(open_page):
    page = open_page(f"en/{STAGES}", java_script_enabled=False)

    expect(page.locator(f"{CHART} > svg")).to_be_visible()
    expect(page.locator(".tools")).to_be_hidden()
    assert page.locator(f"{CHART}[tabindex]").count() == 0
