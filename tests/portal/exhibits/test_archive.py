"""The .zip file: the same bytes each time, whole by its own checksums, and readable without the portal."""

import csv
import io
import json
import subprocess
import zipfile

import pytest
from django.utils.translation import override

from portal.exhibits.citing import citations_of
from portal.exhibits.files import FileOptions, exhibit_file
from tests.portal.exhibits.examples import make_exhibit
from tests.portal.exhibits.shaped import csv_numbers, shaped

PLAIN = FileOptions()


def unpacked(exhibit, options=PLAIN) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(exhibit_file(exhibit, ".zip", options))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def sections(readme: str) -> dict[str, str]:
    parts = readme.split("\n## ")[1:]
    return {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in parts}


def test_an_archive_of_a_chart_holds_data_chart_and_words():
    assert list(unpacked(make_exhibit())) == [
        *("README.md", "LICENCE", "data.csv", "data.json", "chart.svg", "chart.png", "SHA256SUMS"),
    ]


def test_an_archive_of_a_table_has_no_chart():
    assert list(unpacked(shaped("table"))) == ["README.md", "LICENCE", "data.csv", "data.json", "SHA256SUMS"]


def test_its_files_are_those_of_the_exhibits_own_addresses():
    exhibit, options = shaped("trend"), FileOptions(labels="both", excel=True, theme="dark")

    files = unpacked(exhibit, options)

    for name, suffix in {"data.csv": ".csv", "data.json": ".json", "chart.svg": ".svg", "chart.png": ".png"}.items():
        assert files[name] == exhibit_file(exhibit, suffix, options), name


def test_its_numbers_are_those_of_the_csv():
    exhibit = shaped("heatmap")
    files = unpacked(exhibit)
    table = csv.DictReader(io.StringIO(files["data.csv"].decode(), newline=""))

    assert [float(row["value"]) if row["value"] else None for row in table] == csv_numbers(exhibit)
    assert [row["value"] for row in json.loads(files["data.json"])["rows"]] == csv_numbers(exhibit)


def test_sha256sum_finds_every_file_whole(tmp_path):
    with zipfile.ZipFile(io.BytesIO(exhibit_file(make_exhibit(), ".zip", PLAIN))) as archive:
        archive.extractall(tmp_path)

    done = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    assert done.stdout.count(": OK") == 6


def test_the_same_exhibit_and_version_give_the_same_bytes():
    first, second = (exhibit_file(make_exhibit(), ".zip", PLAIN) for _ in range(2))
    other = exhibit_file(make_exhibit(version=8), ".zip", PLAIN)

    assert first == second
    assert first != other


def test_the_readme_tells_in_order_what_a_reader_asks():
    read = sections(unpacked(make_exhibit(query="by=region&sort=-value"))["README.md"].decode())

    assert list(read) == [
        *("What it is", "Filters in force", "Columns", "How to cite", "What to know", "Sources", "Processing", "Files"),
    ]
    assert read["What it is"].startswith("Use of functions  \nMost use functions  \nUsers, 2020, n = 1,200")
    assert read["Filters in force"] == "- `by` = `region`\n- `sort` = `-value`"
    assert "| `option` | Answer, as a code |  |\n| `option_label` | Answer, in words |  |" in read["Columns"]
    assert "| `value` | Share | % |" in read["Columns"]
    assert "- Base not published.\n- A remark.\n" in read["What to know"]
    assert "n: not published" in read["What to know"]
    assert read["Sources"] == "1. An Institute, Report on functions, 2021, page 13 <https://example.org/r>"


def test_the_readme_names_every_column_of_the_csv():
    files = unpacked(make_exhibit(), FileOptions(labels="both"))
    columns = sections(files["README.md"].decode())["Columns"]

    for name in files["data.csv"].decode().partition("\r\n")[0].split(","):
        assert f"| `{name}` |" in columns


def test_a_whole_exhibit_says_that_no_filter_is_in_force():
    assert "None: the exhibit is whole." in unpacked(make_exhibit())["README.md"].decode()


def test_the_licence_carries_the_line_to_keep():
    exhibit = make_exhibit()
    text = unpacked(exhibit)["LICENCE"].decode()

    assert text.startswith("CC BY 4.0\nhttps://creativecommons.org/licenses/by/4.0/\n")
    assert citations_of(exhibit).text in text


@pytest.mark.parametrize("name", ["README.md", "LICENCE"])
def test_words_are_chinese_in_a_chinese_archive(name):
    with override("zh-hans"):
        text = unpacked(make_exhibit(language="zh-hans", title="使用情况"))[name].decode()

    assert "使用情况" in text
    assert "How to cite" not in text
    assert "if this line is kept" not in text
