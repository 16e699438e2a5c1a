"""The list of published answers, and what can be asked of each."""

import shutil

from django.conf import settings

from surveys.microdata.store import folders
from tests.surveys.api.conftest import COUNT, small_answers
from tests.surveys.microdata.stored import make_dataset


def test_list_says_what_can_be_asked(get, dataset):
    answer = get("/datasets", count=1).json()

    (row,) = answer["data"]
    assert answer["page"]["count"] == 1
    assert (row["survey"], row["wave"], row["survey_name"]) == ("survey-a", "2022", "Survey A")
    assert row["revision"] == dataset.revision
    assert row["respondents"] == COUNT
    assert row["questions"] == 5
    assert row["breaks"] == ["q1", "q2", "region"]
    assert (row["weights"], row["weight"]) == (["w"], "w")
    assert row["source"]["code"] == dataset.source.code
    assert row["address"] == "surveys/survey-a/2022/toplines"


def test_list_has_published_datasets_only(get, dataset):
    make_dataset(small_answers(), is_published=False)

    assert [row["survey"] for row in get("/datasets").json()["data"]] == ["survey-a"]


def test_list_is_filtered_and_refuses_unknown_names(get, dataset):
    assert get("/datasets", survey="survey-a", respondents__gte=40).json()["data"]
    assert get("/datasets", respondents__gt=COUNT).json()["data"] == []
    refusal = get("/datasets", survey="survey-b").json()
    assert refusal["errors"][0]["nearest"] == ["survey-a"]


def test_file_holds_the_same(get, dataset):
    text = b"".join(get("/datasets.csv").streaming_content).decode()

    header, line = text.strip().split("\r\n")
    assert header.startswith("survey,survey_name,wave,wave_name,revision,respondents,questions,breaks,weights,weight,")
    assert '"[""q1"", ""q2"", ""region""]"' in line


def test_dataset_gives_its_questions(get, dataset):
    data = get("/datasets/survey-a/2022").json()["data"]

    by_code = {question["code"]: question for question in data["codebook"]}
    assert list(by_code) == ["q1", "q2", "region", "age", "n"]
    assert by_code["q1"]["options"][0] == {"code": "a", "label": "Answer a", "value": None, "is_exclusive": False}
    assert by_code["q1"]["nets"] == [{"code": "ab", "label": "Net ab", "options": ["a", "b"]}]
    assert (by_code["q1"]["topic"], by_code["q1"]["note"], by_code["q1"]["base"]) == ("adoption", "Read aloud", "all")
    assert by_code["region"]["is_break"] is True
    assert by_code["age"]["is_break"] is False  # open to researchers only
    assert by_code["n"]["options"] == []
    # 24 weights of 1 and 24 of 2: 48 · (24 + 96) / 72² = 1.111
    assert data["weightings"] == [{"code": "w", "label": "Raked weight", "design_effect": 1.11}]


def test_dataset_speaks_chinese(get, dataset):
    response = get("/datasets/survey-a/2022", lang="zh-hans")

    data = response.json()["data"]
    assert response["Content-Language"] == "zh-hans"
    assert data["survey_name"] == "调查甲"
    assert data["codebook"][0]["options"][0]["label"] == "答案 a"
    assert data["weightings"][0]["label"] == "校准权重"


def test_unknown_dataset_offers_what_there_is(get, dataset):
    wrong_wave = get("/datasets/survey-a/2021")
    wrong_survey = get("/datasets/survey-b/2022").json()

    assert wrong_wave.status_code == 404
    assert wrong_wave.json()["errors"][0]["parameter"] == "wave"
    assert wrong_wave.json()["errors"][0]["nearest"] == ["2022"]
    assert wrong_survey["errors"][0]["nearest"] == ["survey-a"]


def test_parameters_are_strict(get, dataset):
    assert get("/datasets/survey-a/2022", fields="survey").status_code == 400
    assert get("/datasets/survey-a/2022", lang="de").status_code == 400


def test_revision_that_this_machine_lacks_is_said_to_be_unknown(get, dataset):
    shutil.rmtree(settings.ANSWERS_DIR / dataset.revision)
    folders.open_answers.cache_clear()

    row = get("/datasets").json()["data"][0]
    entry = get("/datasets/survey-a/2022").json()["data"]
    assert (row["questions"], row["breaks"], row["weights"]) == (None, None, None)
    assert (entry["codebook"], entry["weightings"]) == (None, None)
