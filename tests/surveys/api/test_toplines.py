"""All questions of a wave through the API."""

ASKED = {"survey": "survey-a", "wave": "2022"}


def test_every_question_is_a_table_in_the_order_of_the_codebook(get, dataset):
    data = get("/toplines", **ASKED).json()["data"]

    assert [table["question"] for table in data["tables"]] == ["q1", "q2", "region", "age", "n"]
    assert all(table["columns"] == [] for table in data["tables"])
    assert data["weight"] == "w"


def test_tables_are_those_of_single_crosstabs(get, dataset):
    banner = {"columns": "region", "filter": "q1 in a,b", "weight": "none"}

    tables = get("/toplines", **ASKED, **banner).json()["data"]["tables"]

    assert [table["question"] for table in tables] == ["q1", "q2", "age", "n"]  # not the break by itself
    for table in tables:
        assert table == get("/crosstab", **ASKED, **banner, rows=table["question"]).json()["data"]["table"]


def test_questions_can_be_chosen(get, dataset):
    body = get("/toplines", **ASKED, question="n~q1").json()

    assert [table["question"] for table in body["data"]["tables"]] == ["q1", "n"]
    assert body["links"]["page"] == "http://testserver/en/surveys/survey-a/2022/toplines?question=n~q1"
    assert body["links"]["csv"].endswith("/toplines.csv?question=n~q1")


def test_wrong_names_are_refused(get, dataset):
    refusal = get("/toplines", **ASKED, question="q22")
    rows = get("/toplines", **ASKED, rows="q1")
    only_break = get("/toplines", **ASKED, question="region", columns="region")

    assert (refusal.status_code, refusal.json()["errors"][0]["nearest"][0]) == (400, "q2")
    assert (rows.status_code, only_break.status_code) == (400, 400)
