"""The page of crosstabs and its files: what they show, what they refuse, how much they ask of the database."""

import csv
import io
import json

import pytest
from django.core.exceptions import ValidationError

from surveys.crosstabs.guide import crosstab_guide
from surveys.models import Dataset, Question
from tests import factories as make

COLUMNS = (
    "survey,wave,question,option,segment,value,unit,base_n,base_weighted,base_effective,ci_low,ci_high,"
    "status,significance,source,letter,versus_rest"
)


def test_the_page_shows_the_default_table(asked, client):
    response = client.get(asked.path)

    layout = response.context["layout"]
    assert response.status_code == 200
    assert [head.letter for head in layout.heads] == ["", "A", "B", "C"]
    assert [value.text for value in layout.lines[0].values] == ["43.0%", "60.0%", "20%", "50%"]
    assert layout.lines[0].values[1].letters == "B"


def test_the_page_reads_in_chinese(asked, client):
    response = client.get(asked.path.replace("/en/", "/zh-hans/"))

    assert response.status_code == 200
    assert "自己提问" in response.text
    assert "地区" in response.text


def test_more_columns_and_tests_are_folded_until_one_is_chosen(asked, client):
    assert '<details class="asking__more">' in client.get(asked.path).text
    assert '<details class="asking__more" open>' in client.get(f"{asked.path}?columns=region~size").text
    assert '<details class="asking__more" open>' in client.get(f"{asked.path}?adjust=none").text


def test_examples_do_not_name_the_question_that_is_shown(asked, client):
    shown = client.get(f"{asked.path}?rows=serverless_use").context["builder"].presets
    other = client.get(f"{asked.path}?rows=tools&columns=region").context["builder"].presets

    assert shown[0].label.startswith("× ")
    assert shown[0].label in other[0].label
    assert not other[0].label.startswith("× ")


def test_a_wave_without_answers_says_so(asked, client):
    Dataset.objects.update(is_published=False)

    response = client.get(asked.path)

    assert response.status_code == 404
    assert "not published for this wave" in response.text


@pytest.mark.parametrize("query", ["filter=regin in asia", "rows=nothing", "chart=stacked&rows=tools", "cell=x"])
def test_wrong_parameters_are_refused(asked, client, query):
    assert client.get(f"{asked.path}?{query}").status_code == 400
    assert client.get(f"{asked.path}.json?{query}").status_code == 400


def test_a_filter_that_would_show_few_people_is_refused_without_their_number(asked, client):
    response = client.get(f"{asked.path}?filter=region+in+africa")

    assert response.status_code == 400
    assert "20" not in response.context["problems"][0][0].sentence


@pytest.mark.parametrize("page", ["crosstab", "toplines"])
def test_a_refusal_is_no_mistake_and_leads_to_the_table_without_its_filter(asked, client, page):
    path = asked.path.replace("crosstab", page)
    refused = client.get(f"{path}?columns=size&filter=region+in+africa")
    wrong = client.get(f"{path}?columns=size&filter=region+in+afrika")

    assert "This table is not shown" in refused.text
    assert f'href="{path}?columns=size"' in refused.text
    assert client.get(f"{path}?columns=size").status_code == 200
    assert "asks for something that is not there" in wrong.text
    assert "This table is not shown" not in wrong.text
    chinese = client.get(f"{path.replace('/en/', '/zh-hans/')}?filter=region+in+africa")
    assert "此表格不予显示" in chinese.text


def test_the_form_is_answered_by_the_one_address_of_its_view(asked, client):
    response = client.get(
        f"{asked.path}?rows=tools&columns=region&columns=&columns=size&keep=size:small&filter=&weight=none"
    )

    assert response.status_code == 302
    assert response["Location"] == f"{asked.path}?rows=tools&columns=region~size&filter=size%20in%20small&weight=none"


def test_the_csv_is_tidy(asked, client):
    rows = list(csv.DictReader(io.StringIO(client.get(f"{asked.path}.csv?labels=code").text)))

    first, asia = rows[0], rows[1]
    assert ",".join(first) == COLUMNS
    assert (first["option"], first["segment"], first["value"], first["base_n"]) == ("yes", "", "43", "200")
    assert (asia["segment"], asia["value"], asia["significance"], asia["versus_rest"]) == (
        "region=asia",
        "60",
        "B",
        "higher",
    )


def test_a_topline_has_no_columns_of_parts(asked, client):
    header = client.get(f"{asked.path}.csv?rows=tools&labels=code").text.splitlines()[0]

    assert "significance" not in header


def test_a_mean_is_no_percentage(asked, client):
    found = json.loads(client.get(f"{asked.path}.json?rows=age&columns=region").content)

    (total, asia, *_rest) = found["rows"]
    assert total["unit"] == asia["unit"] == "mean"
    assert asia["value"] == 30


@pytest.mark.parametrize(
    "suffix", [".csv", ".xlsx", ".json", ".md", ".txt", ".jsonstat.json", ".ipynb", ".pptx", ".zip"]
)
def test_every_file_answers(asked, client, suffix):
    assert client.get(f"{asked.path}{suffix}?rows=tools&columns=region&weight=w").status_code == 200


def test_the_page_asks_the_database_few_things(asked, client, django_assert_max_num_queries):
    client.get(asked.path)
    with django_assert_max_num_queries(12):
        client.get(f"{asked.path}?rows=tools&columns=size")


def test_a_number_spells_out_how_it_was_made(asked, client):
    recipe = client.get(f"{asked.path}?cell=yes.region.asia").context["recipe"]

    assert recipe.steps[0] == "Share: p = Σwy / Σw = 60% of a weighted base of 100"
    assert " = 50.2%–69.1%, computed from p and e before they were rounded" in recipe.steps[2]
    assert "--rows serverless_use --columns region" in recipe.command


def test_no_question_takes_the_address_of_the_page(asked):
    with pytest.raises(ValidationError, match="part of other addresses"):
        Question(survey=asked.wave.survey, code="crosstab", name_en="Crosstab").clean_fields(exclude=["kind", "topic"])


def test_waves_and_questions_with_answers_lead_to_their_tables(asked, client):
    survey, wave = asked.wave.survey.slug, asked.wave.slug
    question = Question.objects.get(code="region")
    make.make_wording(question=question, wave=asked.wave)

    of_wave = client.get(f"/en/surveys/{survey}/{wave}").context
    of_question = client.get(f"/en/surveys/{survey}/{wave}/region").context

    assert [link.address for link in of_wave["tables"]] == [
        f"surveys/{survey}/{wave}/crosstab",
        f"surveys/{survey}/{wave}/toplines",
    ]
    assert [link.address for link in of_question["tables"]] == [f"surveys/{survey}/{wave}/crosstab?rows=region"]
    # Weights 2 and 1 for 100 people each: 300² / 500.
    assert of_wave["method"][-1].text == "design effect 1.11, effective base 180, weighting efficiency 90%"


def test_waves_without_answers_lead_nowhere(asked, client):
    Dataset.objects.update(is_published=False)

    assert client.get(f"/en/surveys/{asked.wave.survey.slug}/{asked.wave.slug}").context["tables"] == ()


def test_the_style_guide_shows_the_parts_of_a_table_that_is_published(asked):
    assert [head.letter for head in crosstab_guide()["layout"].heads] == ["", "A", "B", "C"]

    Dataset.objects.update(is_published=False)

    assert crosstab_guide() == {}
