"""The crosstab page in a real browser: the table follows the form, questions are searched, back goes back."""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect, sync_playwright

from surveys.microdata.codebook.writing import codebook_yaml
from tests.browser.conftest import FLAGS, PATIENCE
from tests.browser.server import ROOT, running_server
from tests.surveys.crosstabs.conftest import made_answers
from tests.surveys.crosstabs.test_reproduce import as_csv

pytestmark = pytest.mark.browser

WAVE = ("--survey", "cncf-annual", "--wave", "2020")
PATH = "/en/surveys/cncf-annual/2020/crosstab"


@pytest.fixture(scope="module")
def answered(tmp_path_factory) -> str:
    """The address of a portal that has published the answers of a wave."""
    folder = tmp_path_factory.mktemp("answered")
    answers = made_answers()
    (folder / "answers.csv").write_text(as_csv(answers), encoding="utf-8")
    (folder / "codebook.yaml").write_text(codebook_yaml(answers.codebook), encoding="utf-8")
    with running_server(folder) as address:
        command = [sys.executable, "manage.py", "load_answers", folder / "answers.csv", folder / "codebook.yaml", *WAVE]
        environment = {**os.environ, "DATA_DIR": str(folder), "DATABASE_URL": ""}
        done = subprocess.run([*command, "--publish"], cwd=ROOT, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        yield address


@pytest.fixture
def reader(answered, chromium):
    """A page and the errors that its console has told."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(answered + PATH)
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
