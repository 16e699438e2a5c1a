"""The body of a chart for a page: what each mark says, and where the page finds it."""

import json

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.translation import override

from portal.charts.sizes import Size
from portal.exhibits.browser_charts import body_file, specification_addresses
from portal.exhibits.files import FileOptions, exhibit_file
from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import file_response, shown
from portal.exhibits.tips import tips_of
from portal.parameters import WrongParameters
from tests.portal.exhibits.shaped import CARDS, PLOTS, csv_numbers, shaped, table

BODY = FileOptions(part="body", size=Size(780))


def marks(exhibit) -> list[dict]:
    """The rows of a body whose marks say something."""
    drawn = json.loads(exhibit_file(exhibit, ".vl.json", BODY))
    return [row for layer in drawn["layer"] for row in layer["data"]["values"] if "tip" in row]


def test_a_mark_tells_value_base_and_interval():
    found = tips_of(shaped("ranked"))

    assert found[0].rows == (("Share", "40.5%"), ("Base", "1,200"), ("95% interval", "37.76%–43.31%"))
    assert found[1].rows == (("Share", "30%"), ("Base", "1,200"), ("95% interval", "27.47%–32.65%"))


def test_what_is_missing_is_said_to_be_so():
    found = tips_of(shaped("heatmap"))

    assert found[2].rows == (("Share", "62.25%"), ("Base", "not published"))
    assert found[3].rows == (("Share", "not published"), ("Base", "not published"), ("Status", "not published"))


def test_a_mark_speaks_the_language_of_its_page():
    with override("zh-hans"):
        found = tips_of(shaped("ranked", "zh-hans"))

    assert found[0].rows[2] == ("95% 置信区间", "37.76%–43.31%")


def test_a_number_with_a_page_of_its_own_names_it():
    frame = table().iloc[:2].assign(number_href=["n/users/2019/use/yes", ""])

    found = tips_of(shaped("ranked", "zh-hans", frame=frame, address="numbered"))

    assert [tip.number for tip in found] == ["/zh-hans/n/users/2019/use/yes", ""]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", PLOTS)
def test_every_number_of_the_csv_has_its_mark(name, language):
    exhibit = shaped(name, language)

    drawn = sorted(row["value"] for row in marks(exhibit) if row["tip"]["rows"] and row["value"] is not None)

    assert drawn == sorted({number for number in csv_numbers(exhibit) if number is not None})


@pytest.mark.parametrize("name", PLOTS)
def test_a_mark_shows_the_value_that_it_draws(name):
    for row in marks(shaped(name)):
        if row["tip"]["rows"]:
            shown = dict(map(tuple, row["tip"]["rows"]))["Share"]
            assert shown == ("not published" if row["value"] is None else f"{row['value']:g}%")


def test_the_page_names_the_specifications_of_its_own_view():
    exhibit = shaped("ranked", query="sort=-value")

    assert specification_addresses(exhibit) == {
        "wide": "/en/surveys/users/ranked/use.vl.json?sort=-value&width=780&part=body",
        "narrow": "/en/surveys/users/ranked/use.vl.json?sort=-value&width=358&part=body",
    }


@pytest.mark.parametrize("name", [*CARDS, "table"])
def test_cards_and_tables_do_not_come_alive(name):
    assert specification_addresses(shaped(name)) == {}


def test_an_exhibit_without_rows_has_nothing_to_bring_to_life():
    exhibit = shaped("ranked", frame=table().iloc[:0], address="empty")

    assert specification_addresses(exhibit) == {}


def test_cards_have_no_body():
    with pytest.raises(ValueError, match="is no plot"):
        body_file(shaped("cards"), size=Size(780))


def test_the_whole_chart_carries_no_tips():
    whole = exhibit_file(shaped("ranked"), ".vl.json", FileOptions()).decode()

    assert '"tip"' not in whole
    assert '"params"' not in whole


def test_a_body_is_asked_for_by_its_address():
    form = ExhibitForm.read(QueryDict("width=358&part=body"))

    drawn = json.loads(file_response(shaped("ranked"), form, ".vl.json").content)

    assert drawn["width"] == 358
    assert "title" not in drawn


@pytest.mark.parametrize("suffix", [".png", ".csv"])
def test_other_files_have_no_body(suffix):
    form = ExhibitForm.read(QueryDict("part=body"))

    with pytest.raises(WrongParameters, match=r"part: Only \.vl\.json files have parts\."):
        file_response(shaped("ranked"), form, suffix)


@pytest.mark.parametrize(
    ("query", "reason"),
    [("part=head", "part: “head” is not one of: body."), ("part=body&theme=dark", "theme: The body of a chart takes")],
)
def test_a_body_that_cannot_be_is_refused(query, reason):
    with pytest.raises(WrongParameters, match=reason):
        ExhibitForm.read(QueryDict(query))


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_page_says_where_its_charts_come_alive_and_what_can_be_copied(language):
    with override(language):
        page = render_to_string("portal/_exhibit.html", {"exhibit": shown(shaped("ranked", language))})
        cards = render_to_string("portal/_exhibit.html", {"exhibit": shown(shaped("cards", language))})

    assert f'data-chart="/{language}/surveys/users/ranked/use.vl.json?width=780&amp;part=body"' in page
    assert f'data-chart="/{language}/surveys/users/ranked/use.vl.json?width=358&amp;part=body"' in page
    assert page.count("<template data-tip>") == 1
    assert f'data-address="/{language}/surveys/users/ranked/use.png"' in page
    assert "data-chart" not in cards
    assert "data-tip" not in cards
    assert f'data-address="/{language}/surveys/users/cards/use.png"' in cards
