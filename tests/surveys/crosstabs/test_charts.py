"""What charts of crosstabs say: small bases, breaks and nets in their labels, and notes on what they show alone."""

import io

import openpyxl
import pytest
from django.http import QueryDict
from django.utils.translation import override

from portal.exhibits.files import FileOptions, exhibit_file
from portal.exhibits.pictures import caption_of
from surveys.answers import published_answers
from surveys.crosstabs.asking import asking_of
from surveys.crosstabs.forms import CrosstabForm
from surveys.crosstabs.pages import crosstab_of
from tests.surveys.microdata.factories import make_answers, make_question
from tests.surveys.microdata.stored import make_dataset


def shown(asking, query: str):
    return crosstab_of(CrosstabForm.read(QueryDict(query), asking=asking)).exhibit


def labels(exhibit, column: str) -> list[str]:
    return list(dict.fromkeys(exhibit.drawn[column]))


@pytest.mark.parametrize("chart", ["stacked", "bars", "heatmap"])
def test_labels_of_small_columns_have_flag_and_base(asked, chart):
    # All 200 people, Asia 100, Europe 80, Africa 20.
    exhibit = shown(asked.asking, f"rows=serverless_use&columns=region&chart={chart}")

    assert "segment_drawn" in exhibit.shape.columns
    assert labels(exhibit, "segment_drawn") == [
        "All",
        "Answer asia",
        "Answer europe* n\u00a0=\u00a080",
        "Answer africa** n\u00a0=\u00a020",
    ]


def test_labels_say_their_break_and_that_nets_are_nets(db):
    answers = make_answers(
        [
            make_question("use", options="yes no", nets={"any": "yes no"}),
            make_question("region", options="asia europe", nets={"both": "asia europe"}),
            make_question("size", options="small large"),
        ],
        {
            "use": ["yes", "no", "no"] * 100,
            "region": ["asia", "europe"] * 150,
            "size": ["small"] * 150 + ["large"] * 150,
        },
    )
    wave = make_dataset(answers).wave
    asking = asking_of(published_answers(wave.survey.slug, wave.slug), [])
    query = "rows=use&columns=region~size&chart=heatmap"

    exhibit = shown(asking, query)
    with override("zh-hans"):
        chinese = shown(asking, query)

    parts = labels(exhibit, "segment_drawn")
    assert [part for part in parts if part.startswith("Question region: Answer ")] == parts[1:3]
    assert [part for part in parts if part.endswith(" (net)")] == parts[3:4]
    assert [part for part in parts if part.startswith("Question size: Answer ")] == parts[4:]
    assert [answer.endswith(" (net)") for answer in labels(exhibit, "option_drawn")] == [False, False, True]
    assert any(answer.endswith("（合并项）") for answer in labels(chinese, "option_drawn"))


def test_a_picture_explains_what_it_has(asked):
    stacked = caption_of(shown(asked.asking, "rows=serverless_use&columns=region&chart=stacked")).note
    bars = caption_of(shown(asked.asking, "rows=serverless_use&columns=region&chart=bars")).note
    table = shown(asked.asking, "rows=serverless_use&columns=region&chart=table")

    assert "Letters" not in stacked + bars
    assert "Wilson" in bars
    assert "Wilson" not in stacked
    assert "Not weighted." in stacked
    assert "** base" in stacked
    assert "* base under 100" in stacked
    assert "Letters" in caption_of(table).note
    assert any("Letters" in note.text for note in shown(asked.asking, "chart=stacked").notes)


def test_a_picture_explains_no_flag_that_it_has_not(asked):
    # Weighted, the whole sample and both sizes have 100 people and more.
    exhibit = shown(asked.asking, "rows=serverless_use&columns=size&chart=stacked")

    assert "base under" not in caption_of(exhibit).note


def test_a_picture_names_hidden_columns(db):
    regions = ["a"] * 40 + ["b"] * 40 + ["c"] * 4 + ["d"] * 7
    answers = make_answers(
        [make_question("use", options="yes no"), make_question("where", options="a b c d")],
        {"use": ["yes", "no"] * 45 + ["yes"], "where": regions},
    )
    wave = make_dataset(answers).wave
    asking = asking_of(published_answers(wave.survey.slug, wave.slug), [])

    exhibit = shown(asking, "rows=use&columns=where&chart=stacked")

    assert "Hidden: Answer c, Answer d." in caption_of(exhibit).note
    assert any(note.text.startswith("Hidden: C, D.") for note in exhibit.notes)


def test_the_sheet_has_numbers_with_marks_beside_them(asked):
    exhibit = shown(asked.asking, "rows=serverless_use&columns=region")
    sheet = openpyxl.load_workbook(io.BytesIO(exhibit_file(exhibit, ".xlsx", FileOptions())))["Table"]

    heads = [cell.value for cell in sheet[1]]
    (yes,) = [row for row in sheet.iter_rows(values_only=True) if row[0] == "Answer yes"]
    asia = heads.index("A Answer asia, n = 100")
    assert heads[asia + 1] == "Marks"
    assert yes[asia] == 60
    assert yes[asia + 1].startswith("B")
    assert sheet.row_dimensions[1].height >= 30
