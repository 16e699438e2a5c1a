"""Crosstabs through the API: numbers by hand, words beside codes, and what is refused."""

import pytest

from surveys.microdata.publishing import table_for
from surveys.microdata.store.folders import open_answers
from surveys.microdata.tables.table import Audience, TableSpec
from surveys.microdata.tables.writing import table_json
from tests import factories as make

ASKED = {"survey": "survey-a", "wave": "2022"}


@pytest.fixture
def crosstab(get, dataset):
    def ask(**parameters):
        return get("/crosstab", **ASKED | parameters)

    return ask


def test_table_is_that_of_the_command_with_words_beside_codes(crosstab, dataset):
    data = crosstab(rows="q1", columns="region", weight="none").json()["data"]

    spec = TableSpec("q1", ("region",))
    written = table_json(table_for(open_answers(dataset.revision), spec, Audience.PUBLIC))
    table = data["table"]
    assert {key: table[key] for key in ("n_design", "overall", "footnote")} == {
        key: written[key] for key in ("n_design", "overall", "footnote")
    }
    for mine, theirs in zip(table["columns"], written["columns"], strict=True):
        assert mine | theirs == mine
        assert mine["break"] == "region"
    for mine, theirs in zip(table["rows"], written["rows"], strict=True):
        assert {**mine, "cells": None} | {**theirs, "cells": None} == {**mine, "cells": None}
        for cell, same in zip(mine["cells"], theirs["cells"], strict=True):
            assert cell | same == cell
    assert [row["label"] for row in table["rows"]] == ["Answer a", "Answer b", "Answer c", "Net ab"]
    assert [row["kind"] for row in table["rows"]] == ["option", "option", "option", "net"]
    assert [column["letter"] for column in table["columns"]] == ["A", "B", "C"]


def test_total_by_hand(crosstab):
    table = crosstab(rows="q1", weight="none").json()["data"]["table"]

    # Every third of 48 said b: 16; the base is everybody, a share below a base of 100 stands in whole per cents.
    total = table["rows"][1]["total"]
    assert (total["p"], total["base_n"], total["n"], total["se"]) == (0.33, 48, None, None)
    assert table["columns"] == []


def test_small_column_is_hidden_everywhere(crosstab):
    table = crosstab(rows="q1", columns="region").json()["data"]["table"]

    west = table["columns"][2]
    assert (west["code"], west["status"], west["base_n"], west["base_effective"]) == ("west", "s", None, None)
    for row in table["rows"]:
        cell = row["cells"][2]
        assert (cell["status"], cell["p"], cell["ci"], cell["letters"]) == ("s", None, None, "")


def test_answer_says_what_was_asked_and_where_else_it_stands(crosstab, dataset):
    body = crosstab(rows="q1", columns="region", filter="q1 in b,a", adjust="bh").json()

    data, links = body["data"], body["links"]
    assert (data["survey"], data["wave"], data["revision"]) == ("survey-a", "2022", dataset.revision)
    assert (data["columns"], data["filter"], data["weight"]) == (["region"], "q1 in a,b", "w")
    assert (data["audience"], data["adjust"], data["least_base"]) == ("public", "bh", 30)
    assert data["source"]["code"] == dataset.source.code
    assert any("q1" in note.lower() for note in data["notes"])
    folder = "http://testserver/en/surveys/survey-a/2022"
    assert links["page"].startswith(f"{folder}/crosstab?")
    assert links["csv"].startswith(f"{folder}/crosstab.csv?")
    assert links["jsonstat"].startswith(f"{folder}/crosstab.jsonstat.json?")
    assert links["xlsx"] == f"{folder}/book.xlsx?columns=region&filter=q1%20in%20a,b&adjust=bh"


def test_links_lead_to_the_same(crosstab, client):
    links = crosstab(rows="q2", columns="region").json()["links"]

    for name in ("page", "csv", "jsonstat", "xlsx"):
        assert client.get(links[name]).status_code == 200, name


def test_chinese_and_codes_only(crosstab):
    chinese = crosstab(rows="q1", lang="zh-hans").json()["data"]["table"]
    codes = crosstab(rows="q1", columns="region", labels="code").json()["data"]["table"]

    assert (chinese["text"], chinese["rows"][0]["label"]) == ("问题 q1", "答案 a")
    assert (codes["text"], codes["rows"][0]["label"], codes["columns"][0]["label"]) == (None, None, None)


def test_means_have_no_share(crosstab):
    (row,) = crosstab(rows="n", weight="none").json()["data"]["table"]["rows"]

    # 0 to 47: their mean is 23.5.
    assert row["kind"] == "mean"
    assert row["total"]["mean"] == pytest.approx(23.5, abs=0.5)
    assert "p" not in row["total"]


@pytest.mark.parametrize(
    ("parameters", "wrong", "nearest"),
    [
        ({"rows": "q3"}, "rows", "q1"),
        ({"rows": "q1", "columns": "regio"}, "columns", "region"),
        ({"rows": "q1", "columns": "age"}, "columns", None),
        ({"rows": "q1", "columns": "q1"}, "columns", None),
        ({"rows": "q1", "weight": "nona"}, "weight", "none"),
        ({"rows": "q1", "adjust": "hol"}, "adjust", "holm"),
        ({"rows": "q1", "labels": "both"}, "labels", "code"),
        ({"rows": "q1", "sort": "value"}, "sort", None),
        ({"rows": "q1", "excel": "1"}, "excel", None),
        ({"columns": "region"}, "rows", None),
        ({"rows": "q1", "lang": "de"}, "lang", "en"),
        ({"rows": ""}, "rows", None),
        ({"rows": "q1", "survey": "survey-b"}, "survey", "survey-a"),
        ({"rows": "q1", "wave": "2023"}, "wave", "2022"),
        ({"rows": "q1", "wave": ""}, "wave", None),
        ({"rows": "q1", "wave": "20\x00"}, "wave", None),
    ],
    ids=lambda value: str(value).replace("\x00", "NUL") if isinstance(value, dict) else "",
)
def test_what_cannot_be_read_is_refused_with_what_is_near(crosstab, parameters, wrong, nearest):
    response = crosstab(**parameters)

    entry = response.json()["errors"][0]
    assert (response.status_code, entry["parameter"]) == (400, wrong)
    assert nearest is None or nearest in entry["nearest"]


def test_wrong_filter_says_where(crosstab):
    entry = crosstab(rows="q1", filter="region in north,sud").json()["errors"][0]

    assert (entry["parameter"], entry["position"]) == ("filter", 16)
    assert "region in north,south" in entry["nearest"]


def test_filter_that_leaves_few_people_is_refused_without_telling_how_many(crosstab):
    response = crosstab(rows="q1", filter="region in west")

    body = response.json()
    assert response.status_code == 422
    assert body["type"].endswith("/problems/impossible-selection")
    assert body["errors"][0]["parameter"] == "filter"
    assert "4" not in body["detail"]


def test_wave_without_answers_says_which_have_some(crosstab, dataset):
    make.make_wave(survey=dataset.wave.survey, slug="2021")

    response = crosstab(rows="q1", wave="2021")

    assert response.status_code == 422
    assert response.json()["errors"][0]["nearest"] == ["2022"]


def test_answer_is_kept_by_its_etag(crosstab, get, dataset):
    first = crosstab(rows="q1")
    again = get("/crosstab", headers={"If-None-Match": first["ETag"]}, **ASKED, rows="q1")

    assert again.status_code == 304
