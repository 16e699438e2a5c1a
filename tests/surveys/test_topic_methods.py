"""Topic pages say how each question was asked before they say what was answered."""

from django.utils.translation import override

from surveys.models import Figure, Wording
from surveys.topic_methods import method_rows
from tests.surveys.conftest import ask


def rows_of(topic: str):
    wordings = list(Wording.objects.on_topic(topic).with_context())
    return method_rows(wordings, Figure.objects.on_topic(topic).of_whole_samples().with_context())


def test_a_row_says_who_where_when_how_many_and_what(world):
    Wording.objects.filter(question__code="serverless_stage").update(text_en="At what stage?", text_zh="处于什么阶段？")
    (row,) = [row for row in rows_of("adoption") if row.title == "China survey 2020"]

    assert (row.asked, row.base, row.text, row.kind) == (
        "Users of the cloud",
        "base not published",
        "At what stage?",
        "Single choice",
    )
    assert row.address == "surveys/china/2020/serverless_stage"
    with override("zh-hans"):
        assert [row.text for row in rows_of("adoption") if row.title == "中国调查 2020 年"] == ["处于什么阶段？"]


def test_the_base_of_a_row_is_that_of_its_own_figures(world):
    bases = {row.title: row.base for row in rows_of("adoption")}

    assert bases["Annual survey 2019"] == "n = 500"


def test_page_has_the_table_before_the_chart_and_says_what_is_missing(client, world):
    page = client.get("/en/topics/adoption").content.decode()

    assert page.index("How they were asked") < page.index('class="exhibit')
    assert "wording not published" in page
    assert "Users of the cloud" in page
    assert "各调查是怎么问的" in client.get("/zh-hans/topics/adoption").content.decode()


def test_every_question_is_listed_folded_where_all_are_shown(client, world):
    everything = client.get("/en/topics/adoption?show=all")

    assert '<details class="methods">' in everything.content.decode()
    assert len(everything.context["methods"]) == Wording.objects.on_topic("adoption").count()


def test_any_use_does_not_claim_a_kind_that_its_question_did_not_have(client, world):
    ask(world.wave, "serverless_use_any", (("yes", 40), ("production", 30)), topic="adoption")
    Wording.objects.filter(question__code="serverless_use_any").update(text_en="Do you use it? (select one)")

    kinds = {row.text: row.kind for row in rows_of("adoption")}

    assert kinds["Do you use it? (select one)"] == ""
    assert ">Multiple choice<" not in client.get("/en/topics/adoption").content.decode()
