"""Answers as Parquet, read with another library's eyes."""

import duckdb
import pytest

from surveys.microdata.codebook.writing import codebook_yaml
from surveys.microdata.store import parquet
from surveys.microdata.store.parquet import write_parquet
from tests.surveys.microdata.factories import make_answers, make_question
from tests.surveys.microdata.test_cells import drawn


def test_columns_are_those_of_the_store_with_null_for_no_number(tmp_path):
    many = " ".join(f"o{number}" for number in range(64))
    questions = [
        make_question("Q1", options="a b"),
        make_question("Q2", "multiple", many),
        make_question("x", "numeric"),
    ]
    answers = make_answers(questions, {"Q1": ["b", None], "Q2": ["o0 o63", None], "x": [None, 2.5]})
    path = tmp_path / "answers.parquet"

    write_parquet(answers, path)

    result = duckdb.sql(f"SELECT * FROM read_parquet('{path}')")
    assert result.columns == ["Q1", "Q2.0", "Q2.1", "x"]
    assert [str(kind) for kind in result.types] == ["TINYINT", "UBIGINT", "UBIGINT", "DOUBLE"]
    assert result.fetchall() == [(1, 2**63 + 1, 2**63 + 1, None), (-1, 0, 0, 2.5)]


def test_row_groups_follow_each_other_and_the_codebook_goes_along(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "GROUP", 300)
    answers, said = drawn(12)
    path = tmp_path / "answers.parquet"
    path.write_bytes(b"what stood here before")

    write_parquet(answers, path)

    assert [each.name for each in tmp_path.iterdir()] == ["answers.parquet"]
    found = duckdb.sql(f"SELECT number, w FROM read_parquet('{path}')").fetchall()
    assert found == list(zip(said["number"], said["w"], strict=True))
    groups = duckdb.sql(f"SELECT DISTINCT row_group_num_rows FROM parquet_metadata('{path}') ORDER BY 1").fetchall()
    assert groups == [(100,), (300,)]
    about = dict(duckdb.sql(f"SELECT key, value FROM parquet_kv_metadata('{path}')").fetchall())
    assert about[b"codebook"].decode() == codebook_yaml(answers.codebook)


def test_nobody_is_a_file_of_no_rows(tmp_path):
    path = tmp_path / "answers.parquet"

    write_parquet(make_answers([make_question("Q1", options="a b")], {"Q1": []}), path)

    assert duckdb.sql(f"SELECT * FROM read_parquet('{path}')").fetchall() == []


def test_file_that_cannot_be_written_leaves_nothing(tmp_path):
    answers = make_answers([make_question("Q1", options="a b")], {"Q1": ["a"]})

    with pytest.raises(FileNotFoundError):
        write_parquet(answers, tmp_path / "nowhere" / "answers.parquet")
