"""JSON-stat as jsonstat-toolkit reads it in Chromium: the numbers of the CSV, one by one, with labels and roles."""

import csv
import io
import json
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS
from tests.browser.server import fetch

pytestmark = pytest.mark.browser

TOOLKIT = Path(__file__).parents[1] / "files" / "jsonstat-toolkit" / "iife.js"
ADDRESSES = {
    "question": "en/surveys/china-cloud-native-user/2020/serverless_stage",
    "by region": "en/surveys/cncf-annual/2021-part2/serverless_use{suffix}?by=region",
    "trend": "zh-hans/surveys/cncf-annual/trend/serverless_use",
    "survey": "zh-hans/surveys",
}
ASK = (
    "([cube, keys]) => keys.map((key) => { const cell = JSONstat(cube).Data(key); return [cell.value, cell.status]; })"
)


@pytest.fixture(scope="module")
def page(chromium):
    """An empty page that holds the toolkit."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()
        page.add_script_tag(path=TOOLKIT)
        yield page
        browser.close()


def read(site: str, name: str, suffix: str) -> str:
    address = ADDRESSES[name]
    address = address.format(suffix=suffix) if "{suffix}" in address else address + suffix
    status, _headers, body = fetch(f"{site}/{address}")
    assert status == 200
    return body.decode()


@pytest.mark.parametrize("name", ADDRESSES)
def test_the_toolkit_reads_the_numbers_of_the_csv(site, page, name):
    cube = json.loads(read(site, name, ".jsonstat.json"))
    rows = list(csv.DictReader(io.StringIO(read(site, name, ".csv"), newline="")))
    measures = list(cube["dimension"]["measure"]["category"]["index"])
    codes = [key for key in cube["id"] if key != "measure"]
    asked = [
        {**{code: row[code] or "_" for code in codes}, "measure": measure} for row, measure in product(rows, measures)
    ]

    found = page.evaluate(ASK, [cube, asked])

    expected = [float(row[measure]) if row[measure] else None for row, measure in product(rows, measures)]
    assert [value for value, _status in found] == expected
    assert len(expected) >= len(rows) > 1
    for value, status in found:
        assert value is not None or status == "n"


def test_the_toolkit_knows_labels_time_and_source(site, page):
    cube = json.loads(read(site, "trend", ".jsonstat.json"))

    told = page.evaluate(
        """(cube) => {
            const dataset = JSONstat(cube), options = dataset.Dimension("option");
            return {
                class: dataset.class, label: dataset.label, source: dataset.source, time: dataset.role.time,
                options: options.id.map((code) => options.Category(code).label),
                unit: dataset.Dimension("measure").Category("value").unit.base,
            };
        }""",
        cube,
    )

    assert told["class"] == "dataset"
    assert told["label"] == cube["label"]
    assert told["source"] == cube["source"]
    assert told["time"] == ["wave"]
    assert told["options"] == list(cube["dimension"]["option"]["category"]["label"].values())
    assert told["unit"] == "%"
