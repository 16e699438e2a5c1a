"""What a crosstab says and draws: finding, hidden columns, order, charts that suit it."""

import math
from dataclasses import replace

import pytest
from django.http import QueryDict
from django.utils.translation import override

from portal.exhibits.pictures import caption_of
from surveys.answers import published_answers
from surveys.crosstabs.asking import asking_of
from surveys.crosstabs.exhibit import crosstab_exhibit, suiting_charts, table_frame
from surveys.crosstabs.findings import finding
from surveys.crosstabs.forms import CrosstabForm
from surveys.crosstabs.layout import layout_of
from surveys.crosstabs.pages import crosstab_of, public_table
from surveys.crosstabs.words import flag_of, write_cell
from tests.surveys.microdata.factories import make_answers, make_question
from tests.surveys.microdata.stored import make_dataset


def shown(asked, query: str = ""):
    return crosstab_of(CrosstabForm.read(QueryDict(query), asking=asked.asking))


def row_of(exhibit, option: str, segment: str) -> dict:
    return next(row for row in exhibit.rows if (row["option"], row["segment"]) == (option, segment))


def test_the_finding_is_the_largest_significant_difference(asked):
    # Asia 60 of 100, Europe 16 of 80; Africa has 20 people, too few to be tested.
    assert shown(asked).exhibit.finding == "“Answer yes”: 60% of “Answer asia” against 20% of “Answer europe”"


def test_the_finding_reads_in_chinese(asked):
    with override("zh-hans"):
        assert shown(asked).exhibit.finding == "“答案 yes”：“答案 asia”为 60%，“答案 europe”为 20%"


def test_no_difference_is_said_to_be_none(asked):
    found = shown(asked, "rows=serverless_use&columns=size").exhibit

    assert found.finding == "No difference between the columns is statistically significant"


def test_with_several_breaks_the_finding_names_its_own(asked):
    assert (
        shown(asked, "rows=serverless_use&columns=size~region").exhibit.finding
        == "“Answer yes” by Region: 60% of “Answer asia” against 20% of “Answer europe”"
    )


def test_a_mean_is_said_to_be_in_a_column(asked):
    wider = table_of_means(asked)

    assert finding(wider, asked.asking) == "Mean: 40 in “Answer europe” against 30 in “Answer asia”"


def table_of_means(asked):
    """Ages do not vary within a region, so nothing is tested: letters are put in by hand."""
    table = shown(asked, "rows=age&columns=region").table
    (row,) = table.rows
    cells = tuple(replace(cell, letters="A" if cell.column.code == "europe" else "") for cell in row.cells)
    return replace(table, rows=(replace(row, cells=cells),))


def test_columns_that_are_too_small_or_hidden_are_not_said_to_be_alike(db):
    # 20 and 20 people: shown, but under the smallest base that is tested.
    found = exhibit_of(["a"] * 20 + ["b"] * 20, ["yes"] * 15 + ["no"] * 25)

    assert found.finding == "No two columns could be compared: their bases are too small or hidden"
    with override("zh-hans"):
        assert (
            exhibit_of(["a"] * 4 + ["b"] * 7, ["yes"] * 4 + ["no"] * 7).finding == "各列基数过小或已隐藏，无法相互比较"
        )


def test_a_difference_to_the_rest_is_not_denied(db):
    # 50 of 100 in each of two columns, 66 of 100 in the third: to each p = 0.02, by Holm 0.07; to the rest p < 0.01.
    people = [("a", 50), ("b", 50), ("c", 66)]
    found = exhibit_of(
        [where for where, _yes in people for _each in range(100)],
        [use for _where, yes in people for use in ["yes"] * yes + ["no"] * (100 - yes)],
    )

    assert row_of(found, "yes", "where=c")["versus_rest"] == "higher"
    assert found.finding == "No pair of columns differs significantly"
    assert any(note.text.startswith("↑ ↓: higher or lower than everybody else") for note in found.notes)


def exhibit_of(where: list[str], use: list[str]):
    answers = make_answers(
        [make_question("use", options="yes no"), make_question("where", options="a b c")], {"use": use, "where": where}
    )
    asking = _asking(make_dataset(answers).wave)
    return crosstab_of(CrosstabForm.read(QueryDict("rows=use&columns=where"), asking=asking)).exhibit


def test_arrows_are_explained_where_there_are_any_and_stay_off_pictures(asked):
    with_arrows, without = shown(asked).exhibit, shown(asked, "rows=serverless_use&columns=size").exhibit
    unadjusted = shown(asked, "rows=serverless_use&columns=region&adjust=none").exhibit

    (note,) = [note for note in with_arrows.notes if "↑" in note.text]
    assert note.text.endswith("p < 0.05, adjusted over the columns")
    assert "↑" not in caption_of(with_arrows).note
    assert not any("↑" in note.text for note in without.notes)
    assert any(note.text.endswith("p < 0.05, not adjusted") for note in unadjusted.notes)


@pytest.mark.parametrize(
    ("chart", "said"),
    [
        ("stacked", "“Answer a”: 50% of “Answer south” against 20% of “Answer north”"),
        ("bars", "net “Net ab”: 90% of “Answer south” against 40% of “Answer north”"),
    ],
)
def test_a_stacked_chart_is_headed_by_what_it_draws(db, chart, said):
    # a differs by 30 points, b by 20, c and d by 25, the net of a and b by 50.
    north, south = made_of(a=20, b=20, c=30, d=30), made_of(a=50, b=40, c=5, d=5)
    answers = make_answers(
        [
            make_question("use", options="a b c d", nets={"ab": "a b"}),
            make_question("where", options="north south"),
        ],
        {"use": north + south, "where": ["north"] * 100 + ["south"] * 100},
    )
    asking = _asking(make_dataset(answers).wave)

    form = CrosstabForm.read(QueryDict(f"rows=use&columns=where&chart={chart}"), asking=asking)

    assert crosstab_of(form).exhibit.finding == said


def made_of(**counts: int) -> list[str]:
    return [code for code, count in counts.items() for _each in range(count)]


def test_the_subtitle_has_no_capital_inside_a_sentence(db):
    questions = [
        make_question("use", options="yes no", asked_en="Those who reached the page"),
        make_question("where", options="a b"),
    ]
    answers = make_answers(questions, {"use": ["yes", "no"] * 40, "where": ["a"] * 40 + ["b"] * 40})
    asking = _asking(make_dataset(answers).wave)

    found = crosstab_of(CrosstabForm.read(QueryDict("rows=use&columns=where"), asking=asking)).exhibit

    assert ": those who reached the page" in found.subtitle
    assert found.subtitle.endswith("n = 80, unweighted.")
    assert any(note.text == "Who was asked: those who reached the page" for note in found.notes)


def test_a_topline_names_what_is_most_common(asked):
    assert shown(asked, "rows=serverless_use").exhibit.finding == "Most common: “Answer no”, 57%"


def test_the_description_says_whether_rows_and_columns_are_associated(asked):
    assert "are associated (Rao–Scott test, p < 0.001)" in shown(asked).exhibit.description


def test_small_columns_are_flagged_and_not_tested(asked):
    found = shown(asked)

    africa = row_of(found.exhibit, "yes", "region=africa")
    value = layout_of(found.table, asked.asking, ["yes"]).lines[0].values[3]
    assert (africa["status"], africa["significance"], africa["value_tag"]) == ("u", "", "**")
    assert (value.flag, value.untested) == ("**", "base too small: A, B")


def test_hidden_columns_hold_no_number_anywhere(db, client):
    # 40 and 40 people, and two columns of 4 and 7: both are hidden, together 11.
    regions = ["a"] * 40 + ["b"] * 40 + ["c"] * 4 + ["d"] * 7
    answers = make_answers(
        [make_question("use", options="yes no", topic="adoption"), make_question("where", options="a b c d")],
        {"use": ["yes", "no"] * 45 + ["yes"], "where": regions},
    )
    dataset = make_dataset(answers)
    path = f"/en/surveys/{dataset.wave.survey.slug}/{dataset.wave.slug}/crosstab"

    rows = client.get(f"{path}.json?rows=use&columns=where").json()["rows"]
    page = client.get(f"{path}?rows=use&columns=where")

    hidden = [row for row in rows if row["status"] == "s"]
    assert {row["segment"] for row in hidden} == {"where=c", "where=d"}
    numbers = ("value", "base_n", "base_weighted", "base_effective", "ci_low", "ci_high")
    assert all(row[key] is None for row in hidden for key in numbers)
    assert all(row["significance"] == row["versus_rest"] == "" for row in hidden)
    assert [value.said for value in page.context["layout"].lines[0].values if value.is_hidden] == [
        "hidden to protect respondents"
    ] * 2
    assert any("Hidden: C, D" in note.text for note in page.context["exhibit"]["value"].notes)


def test_answers_are_sorted_by_the_whole_sample_and_files_keep_their_order(asked):
    exhibit = shown(asked, "sort=-value").exhibit

    assert list(dict.fromkeys(row["option"] for row in exhibit.rows)) == ["any", "no", "yes"]
    assert list(dict.fromkeys(row["option"] for row in exhibit.file_rows)) == ["yes", "no", "any"]


@pytest.mark.parametrize(
    ("query", "charts"),
    [
        ("", ("stacked", "bars", "dots", "heatmap", "table")),
        ("rows=serverless_use", ("bars", "dots", "table")),
        ("rows=tools&columns=region", ("bars", "dots", "heatmap", "table")),
        ("rows=age&columns=region", ("bars", "table")),
    ],
    ids=["one answer by a break", "topline", "several answers", "mean"],
)
def test_charts_suit_the_table(asked, query, charts):
    assert set(shown(asked, query).charts) == set(charts)
    for chart in charts:
        assert shown(asked, f"{query}&chart={chart}").exhibit.title


def test_stacked_bars_leave_out_nets_and_means(asked):
    drawn = shown(asked, "chart=stacked").exhibit.drawn

    assert set(drawn["option"]) == {"yes", "no"}


def test_weighted_tables_show_three_bases(asked):
    found = shown(asked, "columns=size&weight=w")

    bases = layout_of(found.table, asked.asking, []).bases
    # Small weigh 2, large 1; within a column all weigh alike, so the effective base is the number of people.
    assert [[value.text for value in line.values] for line in bases] == [
        ["200", "100", "100"],
        ["300", "200", "100"],
        ["180", "100", "100"],
    ]


def test_options_of_several_breaks_say_their_break(db):
    same = make_question("other", options="asia small")
    answers = make_answers(
        [make_question("use", options="yes no"), make_question("region", options="asia europe"), same],
        {"use": ["yes", "no"] * 60, "region": ["asia"] * 60 + ["europe"] * 60, "other": ["asia", "small"] * 60},
    )
    dataset = make_dataset(answers)

    asking = _asking(dataset.wave)
    form = CrosstabForm.read(QueryDict("rows=use&columns=region~other"), asking=asking)
    table = public_table(asking, form)
    frame = table_frame(table, asking)
    exhibit = crosstab_exhibit(table, frame, asking, chart=suiting_charts(frame, asking, table)[0])

    labels = list(dict.fromkeys(row["segment_label_en"] for row in exhibit.rows))
    assert labels == [
        "All",
        "Question region: Answer asia",
        "Question region: Answer europe",
        "Question other: Answer asia",
        "Question other: Answer small",
    ]


def _asking(wave):
    return asking_of(published_answers(wave.survey.slug, wave.slug), [])


def test_values_are_written_as_they_are():
    assert write_cell(41.5, "", is_mean=False) == "41.5%"
    assert [write_cell(50, "", is_mean=False, base=base) for base in (None, 95, 100)] == ["50%", "50%", "50.0%"]
    assert write_cell(50, "", is_mean=False, base=math.nan) == "50%"
    assert write_cell(3.456, "", is_mean=True) == "3.46"
    assert write_cell(math.nan, "", is_mean=False) == "–"
    assert write_cell(math.nan, "s", is_mean=False) == "hidden"


@pytest.mark.parametrize(("base", "flag"), [(None, ""), (100, ""), (99, "*"), (30, "*"), (29, "**"), (math.nan, "")])
def test_flags_follow_the_base(base, flag):
    assert flag_of(base) == flag
