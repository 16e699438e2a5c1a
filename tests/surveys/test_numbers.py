"""Pages and files of single numbers: exact words in both languages, what is around them, and what is refused."""

import json

import pytest

from surveys.models import Figure
from tests import factories as make

PRODUCTION = "n/china/2020/serverless_stage/production"
EUROPE = "n/annual/2019/serverless_use/production/region/europe"


def page(client, address: str, language: str = "en"):
    return client.get(f"/{language}/{address}")


@pytest.mark.parametrize(
    ("language", "address", "line"),
    [
        (
            "en",
            PRODUCTION,
            "28%: Production – About serverless_stage (China survey 2020; users of the cloud; base not published).",
        ),
        (
            "zh-hans",
            PRODUCTION,
            "关于 serverless_stage：Production，28%（中国调查 2020 年；云用户；未公布基数）。",
        ),
        (
            "en",
            EUROPE,
            "45%: Production, Europe – About serverless_use (Annual survey 2019; n = 200;"
            " 95% interval 38.3% to 51.9%).",
        ),
        (
            "zh-hans",
            EUROPE,
            "关于 serverless_use：Production，Europe，45%（年度调查 2019；n = 200；95% 置信区间 38.3% 至 51.9%）。",
        ),
    ],
)
def test_a_number_is_one_line_of_text_with_source_and_address(client, world, language, address, line):
    answer = client.get(f"/{language}/{address}.txt")

    text = answer.content.decode()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert text.startswith(line)
    assert text.endswith(f" /{language}/{address}\n")
    assert text.count("\n") == 1


def test_a_number_says_how_solid_it_is(client, world):
    lines = {line.term: (line.text, line.is_missing) for line in page(client, PRODUCTION).context["lines"]}

    assert lines["What exactly was asked"] == ("not published", True)
    assert lines["Who was asked"] == ("Users of the cloud", False)
    assert lines["Base"] == ("not published", True)
    assert lines["Interval"] == ("none: it takes a base", True)
    assert lines["Quoted or derived"] == ("Quoted", False)
    assert lines["Part of the sample"] == ("the whole sample", True)


def test_a_number_of_few_people_is_doubted(client, world):
    lines = {
        line.term: line.text
        for line in page(client, "n/annual/2019/serverless_use/production/region/asia").context["lines"]
    }

    assert lines["Base"] == "n = 20"
    assert lines["What to know"] == "a share of fewer than 30 people is not reliable"


def test_the_chart_of_a_whole_sample_holds_all_answers_and_this_one_stands_out(client, world):
    exhibit = page(client, PRODUCTION).context["exhibit"]["value"]

    assert list(exhibit.frame["value"]) == [28]
    assert list(exhibit.chart_frame["value"]) == [28, 8, 11, 17, 36]
    assert list(exhibit.chart_frame["tone"]) == ["emph", *["muted"] * 4]


def test_the_chart_of_a_part_holds_the_same_answer_of_whole_and_parts(client, world):
    exhibit = page(client, EUROPE).context["exhibit"]["value"]

    assert list(exhibit.chart_frame["segment"]) == ["", "region=europe", "region=asia"]
    assert list(exhibit.chart_frame["tone"]) == ["muted", "emph", "muted"]


def test_a_number_alone_has_no_chart(client, world):
    wording = world.wording("serverless_use", world.second)

    exhibit = page(client, world.figures(wording)[0].address).context["exhibit"]["value"]

    assert exhibit.shape is None


def test_a_number_leads_to_its_question_waves_parts_product_and_neighbours(client, world):
    context = page(client, "n/annual/2019/serverless_use/production").context
    groups = {group.title: [(link.address, link.detail) for link in group.links] for group in context["groups"]}

    assert groups == {
        "The question with all its answers": [("surveys/annual/2019/serverless_use", "Annual survey 2019")],
        "The same answer in other waves": [("n/annual/2020/serverless_use/production", "51%")],
        "The same answer in other parts of the sample": [
            (EUROPE, "45%"),
            ("n/annual/2019/serverless_use/production/region/asia", "30%"),
        ],
    }
    assert (context["previous"], context["following"].address) == (None, "n/annual/2019/serverless_use/no")


def test_a_number_of_a_product_leads_to_the_product(client, world):
    context = page(client, "n/china/2020/serverless_public_cloud/aws_lambda").context

    assert [link.address for link in context["groups"][-1].links] == ["products/aws-lambda"]


def test_a_number_as_json_is_one_row_with_its_source(client, world):
    body = json.loads(client.get(f"/en/{PRODUCTION}.json").content)

    assert [(row["option"], row["value"], row["base_n"]) for row in body["rows"]] == [("production", 28, None)]
    assert body["exhibit"]["address"] == PRODUCTION
    assert len(body["citations"]) == 1


@pytest.mark.parametrize(
    "address",
    [
        "n/china/2020/serverless_stage/nonsense",
        "n/china/2020/industry/any",
        "n/china/2019/serverless_stage/production",
        "n/nowhere/2020/serverless_stage/production",
        "n/annual/2019/serverless_use/production/region/mars",
        "n/annual/2019/serverless_use/production/country/europe",
        "n/annual/2019/serverless_use/production/region",
        "n/annual/2019/serverless_use",
        f"{PRODUCTION}.docx",
    ],
)
def test_an_unknown_number_is_not_found(client, world, address):
    assert page(client, address).status_code == 404


def test_an_unknown_parameter_of_a_number_is_refused(client, world):
    answer = client.get(f"/en/{PRODUCTION}?them=dark")

    assert answer.status_code == 400
    assert "theme" in answer.content.decode()


def test_every_figure_is_at_its_address(client, world, django_assert_max_num_queries):
    nobody = make.make_option(question=world.wording("serverless_use", world.second).question, code="nobody")
    make.make_figure(wave=world.second, option=nobody, percent="0", base_n=1)
    for figure in Figure.objects.with_context():
        with django_assert_max_num_queries(9):
            assert page(client, figure.address).context["value"] == f"{float(figure.percent):g}%"
