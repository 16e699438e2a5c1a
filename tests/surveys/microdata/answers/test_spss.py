"""SPSS files: labels, user-missing values, sets and the weight; written by the library that reads them."""

import struct
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from portal.loading.problems import Report
from surveys.microdata.answers import spss
from surveys.microdata.answers.reading import open_file
from surveys.microdata.codebook.codebook import FileForm
from surveys.microdata.codebook.questions import Kind, Option, Question
from tests.surveys.microdata.answers.reading import problems, read_rows, read_well
from tests.surveys.microdata.factories import make_question

COLUMNS = {
    "name": ["a" * 20, "b", "", "d"],
    "region": [1.0, 2.0, 99.0, None],
    "size": [1.5, -2.0, None, 1e6],
    "w": [0.5, 1.5, 1.0, 1.0],
}


def written(folder: Path, columns=COLUMNS, **settings) -> Path:
    path = folder / "a.sav"
    settings.setdefault("column_labels", ["Name", "Where?", "How large?", "Weight"])
    settings.setdefault("variable_value_labels", {"region": {1.0: "Europe", 2.0: "Asia", 99.0: "Refused"}})
    settings.setdefault("missing_ranges", {"region": [99.0], "size": [{"lo": -9.0, "hi": -1.0}]})
    pyreadstat.write_sav(pd.DataFrame(columns), str(path), **settings)
    return path


def weighted_by(path: Path, index: int) -> Path:
    """The file with its weight variable named in the header: int32 at byte 76."""
    content = bytearray(path.read_bytes())
    content[76:80] = struct.pack("<i", index)
    path.write_bytes(bytes(content))
    return path


def opened(given):
    report = Report()
    file = open_file("a.sav", given, FileForm(), report)
    assert problems(report) == []
    assert file is not None
    return file


@pytest.mark.parametrize("is_path", [True, False], ids=["path", "bytes"])
def test_values_are_texts_and_what_is_missing_is_blank(tmp_path, is_path):
    path = written(tmp_path)

    file = opened(path if is_path else path.read_bytes())
    (block,) = file.chunks()

    assert file.names == ("name", "region", "size", "w")
    assert block.lines == [1, 2, 3, 4]
    assert block.rows == [
        ["a" * 20, "1", "1.5", "0.5"],
        ["b", "2", "", "1.5"],
        ["", "", "", "1"],
        ["d", "", "1000000", "1"],
    ]
    assert file.total == 4


def test_labels_and_missing_values_are_kept_for_the_draft(tmp_path):
    labels = opened(written(tmp_path)).labels

    assert labels is not None
    assert labels.texts == {"name": "Name", "region": "Where?", "size": "How large?", "w": "Weight"}
    assert labels.options == {"region": {"1": "Europe", "2": "Asia", "99": "Refused"}}
    assert labels.missing == {"region": ("99",), "size": ("-9 to -1",)}
    assert labels.weight == ""


def test_the_weight_variable_is_that_of_the_header(tmp_path):
    """A text of 20 letters takes three records of 8 bytes, so w is the sixth."""
    labels = opened(weighted_by(written(tmp_path), 6)).labels

    assert labels is not None
    assert labels.weight == "w"


@pytest.mark.parametrize("index", [1, 2, 400], ids=["a text", "the rest of a text", "behind all"])
def test_a_header_that_names_no_number_names_no_weight(tmp_path, index):
    labels = opened(weighted_by(written(tmp_path), index)).labels

    assert labels is not None
    assert labels.weight == ""


def test_answers_are_read_by_values(tmp_path):
    content = written(tmp_path).read_bytes()
    region = Question(
        "region",
        Kind.SINGLE,
        ("region",),
        options=(Option("eu", "EU", source=("1",)), Option("as", "A", source=("2",))),
    )
    others = [
        make_question("size", "numeric"),
        make_question("w", "weight"),
        make_question("x", "ignore", columns=("name",)),
    ]

    found = read_well(content, region, *others, name="a.sav")

    assert found == {"region": ["eu", "as", None, None], "size": [1.5, None, None, 1e6], "w": [0.5, 1.5, 1, 1]}


def test_rows_are_read_in_pieces(tmp_path, monkeypatch):
    monkeypatch.setattr(spss, "ROWS", 2)

    blocks = list(opened(written(tmp_path)).chunks())

    assert [block.lines for block in blocks] == [[1, 2], [3, 4]]


def test_problems_name_the_case(tmp_path):
    content = written(tmp_path).read_bytes()
    questions = [make_question(code, options="1") for code in ("region",)]
    questions += [make_question("x", "ignore", columns=("name", "size", "w"))]

    answers, report = read_rows(content, *questions, name="a.sav")

    assert answers is None
    assert [each[:3] for each in problems(report)] == [(2, "region", "2")]


def test_dates_are_shown_as_what_they_are(tmp_path):
    path = tmp_path / "d.sav"
    pyreadstat.write_sav(pd.DataFrame({"when": pd.to_datetime(["2024-05-06 07:08:09"])}), str(path))

    (block,) = opened(path).chunks()

    assert block.rows == [["2024-05-06 07:08:09"]]


def test_a_cut_file_is_refused(tmp_path):
    content = written(tmp_path).read_bytes()

    answers, report = read_rows(content[:200], make_question("region"), name="a.sav")

    assert answers is None
    assert problems(report)[0][3].startswith("cannot be read as an SPSS file: ")


def test_multiple_response_sets_are_kept_for_the_draft(tmp_path):
    path = tmp_path / "sets.sav"
    pyreadstat.write_sav(pd.DataFrame({"tool_a": [1.0, 0.0], "tool_b": [1.0, 1.0]}), str(path))
    content = path.read_bytes()
    text = b"$tools=D1 1 5 Tools tool_a tool_b\n"
    # Extension record 7 of the dictionary, put before the record that ends it (type 999).
    record = struct.pack("<4i", 7, 7, 1, len(text)) + text
    end = content.index(struct.pack("<2i", 999, 0))

    file = opened(content[:end] + record + content[end:])

    assert file.labels is not None
    assert file.labels.sets == {"tools": ("tool_a", "tool_b")}
    assert [block.rows for block in file.chunks()] == [[["1", "1"], ["0", "1"]]]
