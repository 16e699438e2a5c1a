"""What the download panel says, and that its code really fetches the numbers of the view."""

import csv
import io
import re
import subprocess
import sys
from html import unescape
from urllib.request import urlopen

import pytest
from django.test import Client
from django.utils.translation import override

from portal.exhibits.code_examples import code_examples
from portal.exhibits.downloads import download_groups
from tests import factories
from tests.portal.exhibits.shaped import shaped

ROOT = "https://example.org"


def holds(exhibit) -> dict[str, str]:
    return {file.suffix: file.holds for group in download_groups(exhibit) for file in group.files}


def test_each_form_says_what_it_holds():
    groups = download_groups(shaped("trend"))

    assert [group.title for group in groups] == ["Data: 4 rows, 8 columns", "Chart", "Slides"]
    assert holds(shaped("trend"))[".xlsx"] == "rows, chart, sources"
    assert holds(shaped("trend"))[".jsonstat.json"] == "cube of 16 cells"
    assert holds(shaped("trend"))[".png"] == "1700 pixels wide"
    assert holds(shaped("trend"))[".pptx"] == "chart to edit"


def test_a_table_promises_no_chart():
    assert holds(shaped("table"))[".xlsx"] == "rows and sources"
    assert holds(shaped("table"))[".zip"] == "data and read-me"
    assert holds(shaped("heatmap"))[".pptx"] == "table to edit"


def test_pictures_are_offered_in_their_other_sizes():
    chart = download_groups(shaped("ranked", query="sort=value"))[1]

    assert [(size.name, size.holds) for size in chart.sizes] == [
        ("link preview", "1200 × 628"),
        ("square", "1080 × 1080"),
        ("slide", "1920 × 1080"),
    ]
    assert chart.sizes[1].href == "/en/surveys/users/ranked/use.png?sort=value&size=square"


def test_words_are_chinese_in_chinese():
    with override("zh-hans"):
        groups = download_groups(shaped("trend", "zh-hans"))
        steps = code_examples(shaped("trend", "zh-hans"), ROOT)[-1].steps

    assert groups[0].title == "数据：4 行，8 列"
    assert "高级编辑器" in steps


def test_code_names_the_address_of_the_view():
    examples = {example.code: example.text for example in code_examples(shaped("trend", query="only=yes~no"), ROOT)}

    assert list(examples) == ["curl", "pandas", "r", "rjstat", "excel"]
    for code, text in examples.items():
        suffix = ".jsonstat.json" if code == "rjstat" else ".csv"
        assert f'"https://example.org/en/surveys/users/trend/use{suffix}?only=yes~no"' in text
    assert examples["r"].endswith('cols(wave = "c", option = "c", .default = "?"))')
    assert '{{"value", type number}, {"base_n", type number}' in examples["excel"]


def test_what_is_no_cube_has_no_code_for_cubes():
    exhibit = shaped("table", grid=None, frame=shaped("table").frame.iloc[[0, 0]], address="twice")

    assert "rjstat" not in [example.code for example in code_examples(exhibit, ROOT)]


@pytest.fixture
def address() -> str:
    """A question with two answers; its survey has a number, since the server of all tests keeps answers by address."""
    question = factories.make_question(code="use", survey=factories.make_survey())
    wave = factories.make_wave(slug="2020", survey=question.survey)
    factories.make_wording(question=question, wave=wave)
    for code, percent in (("often", "41.5"), ("rarely", "30")):
        factories.make_figure(wave=wave, option=factories.make_option(code=code, question=question), percent=percent)
    return f"/en/surveys/{question.survey.slug}/2020/use?sort=value"


def shown(html: str, code: str) -> str:
    """The code as a reader copies it from the page."""
    return unescape(re.search(rf'<pre[^>]* id="fetch-{code}"[^>]*>(.*?)</pre>', html, re.DOTALL)[1])


@pytest.mark.django_db(transaction=True)
def test_the_lines_for_pandas_fetch_the_view(address, live_server):
    with urlopen(f"{live_server.url}{address}") as answer:
        code = shown(answer.read().decode(), "pandas")

    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", "-c", f"{code}\nprint(table.to_csv(index=False))"],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["wave"], row["option"], float(row["value"])) for row in rows] == [
        ("2020", "rarely", 30.0),
        ("2020", "often", 41.5),
    ]


@pytest.mark.django_db(transaction=True)
def test_the_line_for_curl_saves_the_csv(address, live_server, tmp_path):
    with urlopen(f"{live_server.url}{address}") as answer:
        code = shown(answer.read().decode(), "curl")

    subprocess.run(["sh", "-c", code], cwd=tmp_path, capture_output=True, check=True, timeout=60)

    (saved,) = tmp_path.iterdir()
    assert saved.name == address.removeprefix("/en/").partition("?")[0].replace("/", "-") + ".csv"
    with urlopen(f"{live_server.url}{address.replace('?', '.csv?')}") as answer:
        assert saved.read_bytes() == answer.read()


@pytest.mark.django_db
def test_the_page_folds_the_code(address):
    html = Client().get(address).content.decode()

    assert 'id="fetch-excel"' in html
    assert f"http://testserver{address.replace('?', '.csv?')}" in html
    assert not re.search(r"<details[^>]* open[^>]*>\s*<summary[^>]*>Use this from code", html)
