"""Sentences made by rule, in both languages, and what they must not claim."""

import pytest
from django.utils.translation import override

from surveys.findings import Result, finding, leaders_of
from surveys.models import Question
from surveys.shares import share_words
from surveys.stages import is_apart, stages_of, tones_of

STAGES = [
    ("production", "In production", 28),
    ("test", "In a test environment", 8),
    ("study", "In research", 11),
    ("considering", "Considering", 17),
    ("not_using", "Not used so far", 36),
]
SERVICES = [
    ("alibaba_fc", "Alibaba Cloud Function Compute", 35),
    ("tencent_scf", "Tencent Cloud SCF", 32),
    ("aws_lambda", "AWS Lambda", 5),
    ("other", "Other", 3),
]


def results(*rows) -> list[Result]:
    return [Result(code, label, value, is_apart(code)) for code, label, value in rows]


def sentence(
    rows,
    *,
    code="serverless_x",
    topic="practice",
    kind="multiple",
    label="A question",
    is_ordered=False,
    missing=0.0,
    is_whole=False,
    language="en",
) -> str:
    question = Question(code=code, topic=topic, kind=kind, name_en=label, name_zh=label, is_ordered=is_ordered)
    stages = stages_of([row[0] for row in rows]) if kind == "single" else {}
    with override(language):
        return finding(question, results(*rows), stages, missing=missing, is_whole=is_whole)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", "More than a third already run or test serverless"),
        ("zh-hans", "超过三分之一已在生产或测试环境使用无服务器"),
    ],
)
def test_finding_adds_up_stages(language, wanted):
    assert sentence(STAGES, code="serverless_stage", kind="single", is_ordered=True, language=language) == wanted


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([("production", "In production", 30), ("evaluating", "Evaluating", 21)], "30% run serverless in production"),
        ([("using", "Using", 50), ("planning", "Planning", 28)], "Half use serverless"),
        ([("evaluating", "Evaluating", 35), ("not_using", "No", 43)], "35% look into serverless, 43% do not use it"),
    ],
    ids=["production only", "using", "nobody uses"],
)
def test_finding_words_what_the_stages_are(rows, wanted):
    assert sentence(rows, code="serverless_use", kind="single", is_ordered=True) == wanted


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", "Two in three are with Alibaba Cloud Function Compute or Tencent Cloud SCF"),
        ("zh-hans", "约三分之二使用 Alibaba Cloud Function Compute 或 Tencent Cloud SCF"),
    ],
)
def test_finding_adds_two_leading_providers_of_a_whole(language, wanted):
    said = sentence(SERVICES, topic="providers", is_whole=True, missing=25, language=language)

    assert said == wanted


def test_finding_adds_nothing_where_several_answers_were_possible():
    said = sentence(SERVICES, topic="providers")

    assert said == "Alibaba Cloud Function Compute leads with 35%, 3 points ahead of Tencent Cloud SCF"


def test_finding_adds_nothing_where_more_is_missing_than_the_leader_has():
    said = sentence(SERVICES, topic="providers", is_whole=True, missing=40)

    assert "Two in three" not in said


@pytest.mark.parametrize(
    ("rows", "topic", "wanted"),
    [
        (
            [("a", "Debugging when going live", 51), ("b", "Monitoring", 41), ("c", "Access", 22)],
            "challenges",
            "More than half name debugging when going live as a challenge",
        ),
        (
            [("a", "Deployment cost", 49), ("b", "Vendor lock-in", 26), ("c", "Start-up latency", 18)],
            "concerns",
            "Deployment cost first at 49%, start-up latency last at 18%",
        ),
        (
            [("a", "Deployment cost", 49), ("b", "Vendor lock-in", 18), ("c", "Start-up latency", 18)],
            "concerns",
            "Deployment cost first at 49%, then vendor lock-in at 18%",
        ),
        (
            [("a", "JavaScript", 32), ("b", "Python", 32), ("c", "Java", 6)],
            "practice",
            "JavaScript and Python come first with 32% each",
        ),
        (
            [("a", "A", 5), ("b", "B", 5), ("c", "C", 5), ("d", "D", 5)],
            "practice",
            "4 answers share the first place at 5%",
        ),
        ([("a", "PaaS", 47), ("b", "Containers", 30)], "adoption", "PaaS: 47%, containers: 30%"),
        ([("a", "AWS Lambda", 77)], "providers", "77%: AWS Lambda"),
        ([("other", "Other", 40), ("none", "None", 60)], "practice", ""),
        (
            [("na", "Not applicable", 43), ("a", "AWS Lambda", 28), ("b", "Azure", 9), ("c", "Go", 1)],
            "providers",
            "AWS Lambda leads with 28%, 19 points ahead of Azure",
        ),
        ([], "practice", ""),
    ],
    ids=[
        "challenge",
        "first and last",
        "tied last",
        "tie of two",
        "tie of four",
        "two answers",
        "one answer",
        "nothing but other",
        "not applicable does not lead",
        "nothing",
    ],
)
def test_finding_of_a_ranking(rows, topic, wanted):
    assert sentence(rows, topic=topic) == wanted


@pytest.mark.parametrize(
    ("label", "code", "wanted"),
    [
        ("Serverless used", "serverless_use_any", "43% use serverless"),
        ("Runs pipelines", "cicd_use", "43%: Runs pipelines"),
        ("Whether it is a member", "member", "43% answer yes"),
    ],
)
def test_finding_of_a_yes(label, code, wanted):
    assert sentence([("yes", "Yes", 43)], label=label, code=code) == wanted


def test_finding_of_ordered_answers_names_the_most_common():
    rows = [("lt10", "Fewer than 10", 20), ("10_99", "10-99", 45), ("dk", "Not sure", 35)]

    assert sentence(rows, kind="single", is_ordered=True) == "“10-99” is the most common answer, at 45%"


@pytest.mark.parametrize("missing", [60.0])
def test_finding_of_ordered_answers_is_silent_where_more_is_missing(missing):
    rows = [("lt10", "Fewer than 10", 20), ("10_99", "10-99", 30)]

    assert sentence(rows, kind="single", is_ordered=True, missing=missing) == ""


def test_leaders_of_takes_ties_and_leaves_other_out():
    question = Question(code="x", topic="practice")

    assert leaders_of(question, results(("a", "A", 5), ("b", "B", 5), ("other", "Other", 9)), is_whole=False) == [
        "a",
        "b",
    ]
    assert leaders_of(question, results(("other", "Other", 9)), is_whole=False) == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (36, "More than a third"),
        (33, "A third"),
        (32.84, "Almost a third"),
        (51, "More than half"),
        (50, "Half"),
        (49.9, "Half"),
        (67, "Two in three"),
        (28, "28%"),
        (38.37, "38.37%"),
        (0, "0%"),
        (100, "100%"),
    ],
)
def test_share_words_are_true_or_the_number(value, words):
    assert share_words(value) == words


def test_stages_of_needs_every_option_to_be_a_stage():
    assert stages_of(["production", "no"]) == {"production": "using", "no": "none"}
    assert stages_of(["production", "blue"]) == {}
    assert stages_of(["no", "dk"]) == {}


def test_tones_of_grow_paler_with_the_stage():
    tones = tones_of(stages_of([code for code, label, value in STAGES]))

    assert list(tones.values()) == ["using-0", "using-1", "trying-0", "trying-1", "none"]
