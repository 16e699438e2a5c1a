"""The page of all tables of a wave: the same numbers as single crosstabs, in every form."""

import csv
import io
import json
import re

import pytest
from django.urls import reverse

from tests import factories as make
from tests.surveys.microdata.stored import make_dataset
from tests.surveys.toplines.conftest import answers_of_two

PATH = "/en/surveys/survey-a/2022/toplines"


def rows_of(client, address: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(client.get(address).content.decode())))


def test_every_question_is_a_table_under_its_topic(client, dataset):
    response = client.get(PATH)

    topics = response.context["topics"]
    assert response.status_code == 200
    assert [[part.code for part in parts] for _topic, parts in topics] == [["q1"], ["q2", "region", "age", "n"]]
    assert [part.layout.has_breaks for _topic, parts in topics for part in parts] == [False] * 5
    page = response.content.decode()
    for code in ("q1", "q2", "region", "age", "n"):
        assert f'id="{code}"' in page
        assert f'href="#{code}"' in page
    assert f'href="{reverse("surveys:book", args=["survey-a", "2022"])}"' in page


def test_columns_stand_beside_the_whole_sample_but_not_of_themselves(client, dataset):
    response = client.get(f"{PATH}?columns=region")

    parts = [part for _topic, parts in response.context["topics"] for part in parts]
    assert [part.code for part in parts] == ["q1", "q2", "age", "n"]
    assert all([head.letter for head in part.layout.heads] == ["", "A", "B", "C"] for part in parts)
    assert "book.xlsx?columns=region" in response.content.decode()
    assert 'value="columns=region"' not in response.content.decode()  # the search of the header is another query
    link = parts[0].crosstab
    assert client.get(f"/en/surveys/survey-a/2022/crosstab{link}").status_code == 200


def test_numbers_under_a_break_name_the_headings_they_stand_under(client, dataset):
    page = client.get(f"{PATH}?columns=region").text
    ids = re.findall(r'<th [^>]*id="([^"]+)"', page)
    named = re.findall(r'<td [^>]*headers="([^"]+)"', page)

    assert named[:4] == ["t0b1 t0c0", "t0b1 t0g1 t0c1", "t0b1 t0g1 t0c2", "t0b1 t0g1 t0c3"]
    assert len(named) == page.count("crosstab-table__cell") - page.count("crosstab-table__cell--")
    assert len(ids) == len(set(ids))
    assert {each for headings in named for each in headings.split()} <= set(ids)
    assert "headers=" not in client.get(PATH).text


def test_rows_are_those_of_single_crosstabs(client, dataset):
    query = "columns=region&weight=none"

    together = rows_of(client, f"{PATH}.csv?{query}")

    assert list(dict.fromkeys(row["question"] for row in together)) == ["q1", "q2", "age", "n"]
    for code in ("q1", "q2", "age", "n"):
        alone = rows_of(client, f"/en/surveys/survey-a/2022/crosstab.csv?rows={code}&{query}")
        ours = [row for row in together if row["question"] == code]
        # A table of means alone has no columns of intervals; beside others they are empty.
        assert [{key: row[key] for key in alone[0]} for row in ours] == alone
        assert all(row[key] == "" for row in ours for key in row.keys() - alone[0].keys())


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json", ".md", ".pdf", ".pptx", ".jsonstat.json", ".zip", ".bib"])
def test_files(client, dataset, suffix):
    assert client.get(f"{PATH}{suffix}?columns=region").status_code == 200


def test_cube_tells_questions_apart(client, dataset):
    cube = json.loads(client.get(f"{PATH}.jsonstat.json?columns=region").content)

    assert list(cube["dimension"]["question"]["category"]["index"]) == ["q1", "q2", "age", "n"]
    assert "s" in cube["status"].values()


def test_cross_table_keeps_answers_of_one_code_apart(client, db):
    """Two questions with an answer "yes": each has its own row under its own heading."""
    wave = make.make_wave(survey=make.make_survey(slug="survey-a"), slug="2022")
    make_dataset(answers_of_two(), wave=wave)

    text = client.get(f"{PATH}.md").content.decode()

    # 20 of 40 said yes to the first question, 30 of 40 to the second.
    assert re.findall(r"^\| Answer yes \| (\S+)", text, re.MULTILINE) == ["50%", "75%"]
    assert re.findall(r"^\| \*\*(.+?)\*\* \|", text, re.MULTILINE) == ["Question one, n = 40", "Question two, n = 40"]


def test_chinese_page(client, dataset):
    page = client.get(PATH.replace("/en/", "/zh-hans/") + "?columns=region").content.decode()

    assert "全部答案" in page
    assert "问题 q1" in page


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("columns=regio", "columns"),
        ("columns=q1~q2~region~age", "columns"),
        ("question=q9", "question"),
        ("question=region&columns=region", "columns"),
        ("filter=region%20in%20nowhere", "filter"),
        ("filter=region%20in%20west", "filter"),
        ("weight=x", "weight"),
        ("rows=q1", "rows"),
    ],
)
def test_wrong_parameters_are_refused(client, dataset, query, parameter):
    for address in (f"{PATH}?{query}", f"{PATH}.json?{query}", f"{PATH.replace('toplines', 'book.xlsx')}?{query}"):
        response = client.get(address)
        assert response.status_code == 400, address
    assert client.get(f"{PATH}.json?{query}").json()["errors"][0]["parameter"] == parameter


def test_wave_without_answers_is_not_found(client, db):
    wave = make.make_wave(survey=make.make_survey(slug="survey-a"), slug="2022")

    assert wave.slug == "2022"
    assert client.get(PATH).status_code == 404
    assert client.get(PATH.replace("toplines", "book.xlsx")).status_code == 404


def test_page_asks_the_database_few_times(client, dataset, django_assert_max_num_queries):
    client.get(PATH)
    with django_assert_max_num_queries(8):
        client.get(f"{PATH}?columns=region")


def test_nothing_hidden_is_in_any_row(client, dataset):
    """The four of the west stand in no file: neither numbers nor letters."""
    west = [row for row in rows_of(client, f"{PATH}.csv?columns=region") if row["segment"] == "region=west"]

    assert len(west) == 11  # q1 and q2 with a net each, two ages, a mean
    for row in west:
        assert row["status"] == "s"
        assert [row[key] for key in ("value", "base_n", "base_effective", "ci_low", "significance")] == [""] * 5
