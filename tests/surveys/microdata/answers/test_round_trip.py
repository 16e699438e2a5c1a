"""Any answers, written as CSV, are read as they were: by codes, labels or ticks, with every delimiter and encoding."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.microdata.codebook.codebook import FileForm
from tests.surveys.microdata.answers.reading import read_rows, said
from tests.surveys.microdata.factories import make_question

CODES = [f"o{number}" for number in range(20)]
TOOLS = tuple(f"tool {code}" for code in CODES)
QUESTIONS = (
    make_question("single", options=" ".join(CODES)),
    make_question("spread", options="a b c", columns=("s1", "s2", "s3", "s4")),
    make_question("scale", "scale", "1 2 3 4 5", missing=("9",)),
    make_question("ticks", "multiple", " ".join(CODES), columns=TOOLS),
    make_question("several", "multiple", "a b c d", separator=";"),
    make_question("number", "numeric"),
    make_question("w", "weight"),
    make_question("id", "id"),
)
NUMBERS = st.floats(min_value=-1e100, max_value=1e100)
ROW = st.fixed_dictionaries(
    {
        "single": st.none() | st.sampled_from(CODES),
        "spread": st.none() | st.tuples(st.integers(1, 4), st.sampled_from("abc")),
        "scale": st.none() | st.sampled_from("12345"),
        "ticks": st.none() | st.sets(st.sampled_from(CODES)),
        "several": st.sets(st.sampled_from("abcd")),
        "number": st.none() | NUMBERS,
        "w": st.floats(min_value=1e-6, max_value=1e6),
    }
)
HEADINGS = ["single", "s1", "s2", "s3", "s4", "scale", *TOOLS, "several", "number", "w", "id"]


def cells(number: int, row: dict, *, is_label: bool) -> list[str]:
    """A row of the file, by label or by code."""
    name = "Answer {}" if is_label else "{}"
    spread = [row["spread"][1] if row["spread"] and row["spread"][0] == place else "" for place in range(1, 5)]
    ticks = ["" if row["ticks"] is None else "1" if code in row["ticks"] else "0" for code in CODES]
    return [
        name.format(row["single"]) if row["single"] else "",
        *[name.format(code) if code else "" for code in spread],
        "9" if row["scale"] is None else row["scale"],
        *ticks,
        ";".join(name.format(code) for code in sorted(row["several"])),
        "" if row["number"] is None else repr(row["number"]),
        repr(row["w"]),
        f"r{number}",
    ]


def wanted(row: dict) -> dict:
    return {
        "single": row["single"],
        "spread": row["spread"] and row["spread"][1],
        "scale": row["scale"],
        "ticks": None if row["ticks"] is None else " ".join(code for code in CODES if code in row["ticks"]),
        "several": " ".join(sorted(row["several"])) or None,
        "number": row["number"],
        "w": row["w"],
    }


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(ROW, min_size=1, max_size=30),
    is_label=st.booleans(),
    delimiter=st.sampled_from(",\t|"),
    end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_answers_come_back(rows, is_label, delimiter, end, encoding):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerow(HEADINGS)
    writer.writerows(cells(number, row, is_label=is_label) for number, row in enumerate(rows))

    answers, report = read_rows(text.getvalue().encode(encoding), *QUESTIONS, weight="w")

    assert [str(problem) for problem in report.problems] == []
    assert answers is not None
    answers.check()
    found = said(answers)
    for code in found:
        assert found[code] == [wanted(row)[code] for row in rows], code


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=300), suffix=st.sampled_from([".csv", ".xlsx", ".sav"]))
@pytest.mark.parametrize("start", [b"", b"a,b\n1,2\n", b"PK\x03\x04", b"$FL2", b"\xff\xfe"], ids=repr)
def test_no_bytes_are_anything_but_read_or_refused(start, content, suffix):
    question = make_question("Q1", columns=("a",))

    answers, report = read_rows(start + content, question, name=f"a{suffix}")

    assert (answers is None) == (report.total > 0)


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=200),
    form=st.builds(FileForm, heading_rows=st.integers(0, 4), delimiter=st.sampled_from(["", ";", ","])),
)
def test_no_text_is_anything_but_read_or_refused(text, form):
    answers, report = read_rows(text, make_question("Q1", columns=("#1",)), file=form)

    assert (answers is None) == (report.total > 0)
