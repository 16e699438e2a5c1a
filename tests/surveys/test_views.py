"""Every page and file answers in both languages; wrong addresses and parameters are refused in words."""

import pytest

from surveys.models import Figure, Wording
from tests import factories as make

QUESTION = "surveys/china/2020/serverless_stage"
PAGES = {
    "surveys": "surveys/surveys.html",
    "surveys/china": "surveys/survey.html",
    "surveys/china/2020": "surveys/wave.html",
    QUESTION: "surveys/question.html",
    "surveys/china/2020/serverless_stage?sort=value": "surveys/question.html",
    "surveys/annual/2019/serverless_use?by=region": "surveys/question.html",
    "surveys/china/2020/industry": "surveys/question.html",
    "surveys/annual/trend/serverless_use": "surveys/trend.html",
    "surveys/annual/trend/serverless_use?only=no": "surveys/trend.html",
    "topics": "surveys/topics.html",
    "topics/adoption": "surveys/topic.html",
    "topics/adoption?show=all": "surveys/topic.html",
    "topics/profile": "surveys/topic.html",
}
EXHIBITS = [path for path in PAGES if "?" not in path and path != "topics"]
WITHOUT_CHART = {"surveys", "surveys/china", "surveys/china/2020", "surveys/china/2020/industry", "topics/profile"}
MOST_QUERIES = 12


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize(("path", "template"), PAGES.items(), ids=PAGES)
def test_page_answers(client, world, django_assert_max_num_queries, language, path, template):
    with django_assert_max_num_queries(MOST_QUERIES):
        response = client.get(f"/{language}/{path}")

    assert response.status_code == 200
    assert template in [used.name for used in response.templates]
    assert response.content.count(b"<h1") == 1


@pytest.mark.parametrize("path", [QUESTION, "surveys/annual/trend/serverless_use"])
def test_the_title_of_the_page_is_not_said_again_under_it(client, world, path):
    response = client.get(f"/en/{path}")
    title = response.context["exhibit"]["value"].title

    text = response.content.decode().partition("</h1>")[2]
    assert f'class="exhibit__headline">{title}<' not in text
    assert f'class="exhibit__title">{title}<' not in text


def test_a_wave_says_the_base_beside_each_number(client, world):
    page = client.get("/en/surveys/china/2020").content.decode()

    assert page.count('class="question-list__base">') == page.count("%</b>") > 0


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json", ".md", ".zip", ".pptx"])
@pytest.mark.parametrize("path", EXHIBITS)
def test_data_file_answers(client, world, path, suffix):
    assert client.get(f"/zh-hans/{path}{suffix}").status_code == 200


@pytest.mark.parametrize("path", EXHIBITS)
def test_picture_answers_or_is_refused_with_the_reason(client, world, path):
    response = client.get(f"/en/{path}.svg")

    assert response.status_code == (404 if path in WITHOUT_CHART else 200)


@pytest.mark.parametrize("suffix", [".png", ".pdf"])
def test_question_answers_as_picture(client, world, suffix):
    response = client.get(f"/zh-hans/{QUESTION}{suffix}")

    assert response.status_code == 200
    assert response.content[:4] in (b"\x89PNG", b"%PDF")


def test_question_page_says_what_is_not_published(client, world):
    text = client.get("/en/surveys/china/2020/industry").content.decode()

    assert "its numbers were never published" in text


def test_question_csv_never_published_is_the_header_alone(client, world):
    body = client.get("/en/surveys/china/2020/industry.csv").content.decode()

    assert body.splitlines() == [
        "survey,wave,question,question_label,option,option_label,value,unit,base_n,status,note,basis,source,"
        "source_title,source_url"
    ]
    assert client.get("/en/surveys/china/2020/industry.json").json()["rows"] == []


def test_question_csv_has_one_row_a_figure(client, world):
    lines = client.get(f"/en/{QUESTION}.csv?labels=code").content.decode().splitlines()

    assert [line.split(",")[3:8] for line in lines] == [
        ["option", "value", "unit", "base_n", "status"],
        ["production", "28", "%", "", ""],
        ["test", "8", "%", "", ""],
        ["study", "11", "%", "", ""],
        ["considering", "17", "%", "", ""],
        ["not_using", "36", "%", "", ""],
    ]


@pytest.mark.parametrize(
    "path",
    [
        "surveys/nobody",
        "surveys/china/1999",
        "surveys/china/2020/nothing",
        "surveys/china/trend/nothing",
        "surveys/annual/2020/serverless_stage",
        "surveys/china/trend",
        "topics/weather",
        "topics/practice",
        f"{QUESTION}.doc",
    ],
)
def test_unknown_address_is_404(client, world, path):
    assert client.get(f"/en/{path}").status_code == 404


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (f"{QUESTION}?by=region", "not known here"),
        (f"{QUESTION}?sort=up", "smallest first"),
        (f"{QUESTION}?sorted=value", "sort"),
        ("surveys?sort=value", "no such parameter"),
        ("surveys/annual/trend/serverless_use?only=producton", "production"),
        ("topics/adoption?show=some", "every question"),
        ("topics?show=all", "no such parameter"),
        (f"{QUESTION}?chart=lines", "does not suit these figures"),
        (f"{QUESTION}?ci=1", "No base was published"),
    ],
)
def test_wrong_parameter_is_400_with_the_reason(client, world, path, reason):
    response = client.get(f"/en/{path}")

    assert response.status_code == 400
    assert reason in response.content.decode()


def test_posting_is_refused(client, world):
    assert client.post(f"/en/{QUESTION}").status_code == 405


@pytest.mark.parametrize("path", ["surveys", "topics/adoption", "surveys/empty", "surveys/empty/trend/lonely"])
def test_nothing_to_show_is_404_and_never_an_error(client, db, path):
    if "empty" in path:
        make.make_question(survey=make.make_survey(slug="empty"), code="lonely")

    assert client.get(f"/en/{path}").status_code == 404


def test_wave_without_questions_has_its_page(client, db):
    wave = make.make_wave(slug="2030", survey=make.make_survey(slug="young"))

    assert client.get("/en/surveys/young/2030").status_code == 200
    assert client.get(wave.survey.get_absolute_url()).status_code == 200


def test_question_page_leads_on(client, world):
    neighbours = client.get("/en/surveys/annual/2019/serverless_use").context["neighbours"]

    assert neighbours.trend.address == "surveys/annual/trend/serverless_use"
    assert [(group.title, [link.address for link in group.links]) for group in neighbours.groups] == [
        ("The same question in other waves", ["surveys/annual/2020/serverless_use"])
    ]


def test_question_page_leads_to_its_neighbours_and_similar_questions(client, world):
    other = make.make_question(survey=world.annual, code="serverless_stage", topic="adoption")
    make.make_wording(question=other, wave=world.first)

    neighbours = client.get(f"/en/{QUESTION}").context["neighbours"]

    assert neighbours.previous.address == "surveys/china/2020/serverless_public_cloud"
    assert neighbours.following.address == "surveys/china/2020/industry"
    assert [link.address for group in neighbours.groups for link in group.links] == [
        "surveys/annual/2019/serverless_stage"
    ]


def test_choices_mark_what_is_active_and_leave_the_default_out(client, world):
    controls = client.get("/en/surveys/annual/2019/serverless_use?by=region&theme=dark").context["controls"]

    assert {row.title: [(each.label, each.query, each.is_active) for each in row.choices] for row in controls.rows} == {
        "Chart": [
            ("Bars", "?by=region", True),
            ("Stacked bars", "?by=region&chart=stacked", False),
            ("Heatmap", "?by=region&chart=heatmap", False),
            ("Table alone", "?by=region&chart=table", False),
        ],
        "Broken down by": [("All", "?", False), ("Region", "?by=region", True)],
        "Order": [
            ("largest first", "?by=region&sort=-value", False),
            ("smallest first", "?by=region&sort=value", False),
            ("as in the questionnaire", "?by=region", True),
        ],
        "Numbers": [("Shares", "?by=region", True), ("Estimated people", "?by=region&value=people", False)],
        "95% intervals": [("shown", "?by=region", True), ("not shown", "?by=region&ci=0", False)],
    }
    assert [(tick.code, tick.is_chosen) for tick in controls.ticks] == [("production", True), ("no", True)]
    assert controls.kept == (("by", "region"),)


def test_every_choice_that_a_page_offers_answers(client, world):
    """Of a question, a trend, a topic and a wave, and of each view one step on."""
    pages = ["surveys/annual/2019/serverless_use", "surveys/annual/trend/serverless_use", "topics/adoption"]
    waiting = [f"/en/{page}" for page in [*pages, "surveys/annual/2019"]]
    seen = set(waiting)

    while waiting:
        path = waiting.pop()
        response = client.get(path)
        assert response.status_code == 200, path
        links = {choice.query for row in response.context["controls"].rows for choice in row.choices}
        fresh = {path.partition("?")[0] + ("" if query == "?" else query) for query in links} - seen
        waiting += fresh
        seen |= fresh

    assert "/en/surveys/annual/2019/serverless_use?chart=table&value=people&ci=0" in seen


def test_ticked_answers_become_one_address(client, world):
    response = client.get("/en/surveys/annual/2019/serverless_use?only=no&only=production&ci=0")

    assert response.status_code == 302
    assert response["Location"].endswith("?only=no~production&ci=0")


def test_topic_takes_the_newest_wave_of_the_best_question(client, world):
    Wording.objects.filter(wave=world.second).update(is_published=False)
    Figure.objects.filter(wave=world.second).delete()

    frame = client.get("/en/topics/adoption").context["exhibit"]["value"].frame

    assert set(zip(frame["survey"], frame["wave"], frame["question"], strict=True)) == {
        ("annual", "2019", "serverless_use"),
        ("china", "2020", "serverless_stage"),
    }


def test_one_answer_offers_no_order(client, world):
    many = client.get(f"/en/{QUESTION}").context["controls"]
    option = Figure.objects.order_by("pk").first().option
    Figure.objects.filter(option__question=option.question).exclude(option=option).delete()
    wording = Wording.objects.get(question=option.question, wave=Figure.objects.filter(option=option).first().wave)
    place = f"{wording.wave.survey.slug}/{wording.wave.slug}/{wording.question.code}"

    one = client.get(f"/zh-hans/surveys/{place}").context["controls"]

    assert "Order" in [row.title for row in many.rows]
    assert "排序" not in [row.title for row in one.rows]


def test_a_base_in_a_heading_is_never_broken_between_lines(client, world):
    page = client.get("/en/surveys/annual/2019/serverless_use?by=region").text

    assert "Europe, n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}200" in page
