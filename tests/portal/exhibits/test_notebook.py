"""The .ipynb file: a valid notebook that really runs against the server, and that notices changed data."""

import csv
import io
import json
import subprocess
import sys
from urllib.request import urlopen

import nbformat
import pytest
from django.utils.translation import override

from portal import versions
from portal.exhibits.files import FileOptions, exhibit_file
from surveys.models import Figure
from tests import factories
from tests.portal.exhibits.shaped import PLOTS, csv_rows, shaped

RUN = """
import contextlib, io, json, sys
cells, names = json.load(sys.stdin), {}
for source in cells[:-1]:
    exec(source, names)
print("CHART" + json.dumps(names["chart"].to_dict() if "chart" in names else None))
print("TABLE" + names["table"].to_json(orient="records"))
exec(cells[-1], names)
"""


def notebook(exhibit, **options) -> nbformat.NotebookNode:
    with override(exhibit.language):
        return nbformat.reads(exhibit_file(exhibit, ".ipynb", FileOptions(**options)).decode(), as_version=4)


def codes(book) -> list[str]:
    return [cell.source for cell in book.cells if cell.cell_type == "code"]


def words(book) -> str:
    return "\n".join(cell.source for cell in book.cells if cell.cell_type == "markdown")


def run(sources: list[str], folder) -> subprocess.CompletedProcess:
    """The code cells in a Python of their own, which knows nothing of the portal; warnings are errors."""
    return subprocess.run(
        [sys.executable, "-I", "-W", "error", "-c", RUN],
        input=json.dumps(sources), cwd=folder, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


def told(done: subprocess.CompletedProcess, mark: str):
    return json.loads(next(line for line in done.stdout.splitlines() if line.startswith(mark)).removeprefix(mark))


def text_of(number) -> str:
    """A number of the notebook as the CSV writes it."""
    if number is None or isinstance(number, str):
        return number or ""
    return f"{number:g}"


def drawn(chart: dict) -> list[float]:
    """The numbers behind a Vega-Lite chart."""
    (rows,) = chart["datasets"].values()
    return [row["value"] for row in rows]


@pytest.fixture
def survey() -> str:
    """The slug, with a number, since the server of all tests keeps answers by address.

    A question with two answers in two waves; in the newer also by region. Two products with one fact each.
    """
    survey = factories.make_survey()
    attribute = factories.make_attribute(code="max_memory_mb", unit="MB")
    waves = [factories.make_wave(slug=slug, survey=survey, name_en=slug) for slug in ("2019", "2020")]
    question = factories.make_question(code="use", survey=survey, name_en="Use of functions", name_zh="函数使用情况")
    for wave in waves:
        factories.make_wording(question=question, wave=wave)
    options = [
        factories.make_option(code=code, question=question, name_en=name, name_zh=chinese)
        for code, name, chinese in (("yes", "Yes, “now”", "是"), ("no", "No", "否"), ("other", "Other", "其他"))
    ]
    for place, wave in enumerate(waves):
        for option, percent in zip(options, ("40.5", "30", "12.25"), strict=True):
            factories.make_figure(wave=wave, option=option, percent=str(float(percent) + place), base_n=500)
    for code in ("north", "south"):
        segment = factories.make_segment(code=code)
        for option, percent in zip(options, ("41", "29", "13"), strict=True):
            factories.make_figure(wave=waves[1], option=option, segment=segment, percent=percent, base_n=250)
    for slug, megabytes in (("lambda", 10240), ("other", 3072)):
        factories.make_fact(product=factories.make_product(slug=slug), attribute=attribute, value=megabytes)
    return survey.slug


ADDRESSES = {
    "question": "/en/surveys/{survey}/2020/use.ipynb",
    "question in Chinese": "/zh-hans/surveys/{survey}/2020/use.ipynb",
    "by code": "/en/surveys/{survey}/2020/use.ipynb?labels=code",
    "in both languages": "/en/surveys/{survey}/2020/use.ipynb?labels=both",
    "segments": "/en/surveys/{survey}/2020/use.ipynb?by=region",
    "trend": "/zh-hans/surveys/{survey}/trend/use.ipynb",
    "products": "/en/compare.ipynb?products=lambda~other",
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ADDRESSES)
def test_it_runs_against_the_server_and_draws_the_numbers_of_the_csv(name, survey, live_server, tmp_path):
    address = ADDRESSES[name].format(survey=survey)
    with urlopen(f"{live_server.url}{address}") as answer:
        book = nbformat.reads(answer.read().decode(), as_version=4)
    with urlopen(f"{live_server.url}{address.replace('.ipynb', '.csv')}") as answer:
        rows = list(csv.DictReader(io.StringIO(answer.read().decode(), newline="")))

    done = run(codes(book), tmp_path)

    assert done.returncode == 0, done.stderr
    assert [text_of(row["value"]) for row in told(done, "TABLE")] == [row["value"] for row in rows]
    assert len(rows) > 1
    chart = told(done, "CHART")
    if name == "products":
        assert chart is None
    else:
        assert sorted(drawn(chart)) == sorted(float(row["value"]) for row in rows)


@pytest.mark.django_db(transaction=True)
def test_a_later_change_of_the_data_stops_it(survey, live_server, tmp_path):
    with urlopen(f"{live_server.url}{ADDRESSES['question'].format(survey=survey)}") as answer:
        sources = codes(nbformat.reads(answer.read().decode(), as_version=4))
    Figure.objects.filter(segment=None, option__code="yes").update(percent="43.5")
    versions.bump_version()

    done = run(sources, tmp_path)

    assert done.returncode == 1
    assert "The data are no longer those of data version" in done.stderr
    assert "43.5" in done.stderr


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", [*PLOTS, "cards", "table"])
def test_it_is_valid_and_states_the_rows_of_the_csv(name, language):
    exhibit = shaped(name, language)
    book = notebook(exhibit, root="https://example.org")
    stated = next(source for source in codes(book) if "STATED" in source)

    nbformat.validate(book)
    names: dict = {}
    exec(stated.partition("stated = ")[0], names)
    place = names["COLUMNS"].index("value")
    assert [text_of(row[place]) for row in names["STATED"]] == [row["value"] for row in csv_rows(exhibit)]


def test_it_carries_the_words_that_must_travel():
    book = notebook(shaped("ranked"), root="https://example.org")

    assert words(book).startswith("# Most use functions\n\nUse of functions\n\nUsers, 2020, n = 1,200")
    assert "- Base not published.\n- A remark." in words(book)
    assert "Data version 7 of 2026-11-24" in words(book)
    assert "1. An Institute, Report on functions, 2021, page 13 <https://example.org/r>" in words(book)
    assert "'https://example.org'" in codes(book)[0]
    assert "'/en/surveys/users/ranked/use.csv'" in codes(book)[0]
    assert "Base not published." in codes(book)[3]
    assert "Data version 7 of 2026-11-24" in codes(book)[-1]


def test_words_are_chinese_in_a_chinese_notebook():
    book = notebook(shaped("ranked", "zh-hans"))

    assert "数据版本 7" in words(book)
    assert "This notebook" not in words(book)
    assert "Sources" not in words(book)


@pytest.mark.parametrize("text", ["'", '"""', "\\", "{x}", "\n", "%(x)s"])
def test_odd_words_stay_words(text):
    book = notebook(shaped("ranked", title=f"Use {text}", finding=f"Find {text}", subtitle=text, address="odd"))

    for source in codes(book):
        compile(source, "cell", "exec")
    names: dict = {}
    exec(codes(book)[-1].replace("print(", "said = ("), names)
    assert f"Use {text}".strip() in names["said"] or text == "\n"


def test_the_view_goes_into_the_address():
    book = notebook(shaped("ranked", query="by=region", address="view"), labels="both")

    assert "ADDRESS = '/en/view.csv?by=region&labels=both'" in codes(book)[0]


def test_the_same_exhibit_gives_the_same_bytes():
    once, again = (exhibit_file(shaped("dots"), ".ipynb", FileOptions()) for _ in range(2))

    assert once == again
