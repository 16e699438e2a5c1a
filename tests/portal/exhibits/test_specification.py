"""The .vl.json file: the numbers of the CSV in real colours, with the words that must travel with them."""

import json

import pytest
import vl_convert

from portal.charts.palette import THEMES
from portal.exhibits.files import FileOptions, exhibit_file
from tests.portal.exhibits.shaped import CARDS, PLOTS, csv_numbers, shaped

GAPS = {"remainder": {29.5}, "stacked": {29.5, 37.75}}  # what is missing to 100, drawn as not stated
DARK = FileOptions(theme="dark")


def specification(exhibit, options=FileOptions()) -> dict:  # noqa: B008 - a frozen value
    return json.loads(exhibit_file(exhibit, ".vl.json", options))


def numbers(drawn: dict) -> set[float]:
    """Every value that a mark other than words stands for."""
    rows = [row for layer in drawn["layer"] if layer["mark"]["type"] != "text" for row in layer["data"]["values"]]
    return {row["value"] for row in rows if row.get("value") is not None}


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", PLOTS)
def test_it_holds_the_numbers_of_the_csv(name, language):
    exhibit = shaped(name, language)
    expected = {number for number in csv_numbers(exhibit) if number is not None}

    drawn = numbers(specification(exhibit))

    assert drawn == expected | GAPS.get(name, set())


@pytest.mark.parametrize("name", PLOTS)
@pytest.mark.parametrize("options", [FileOptions(), DARK], ids=["light", "dark"])
def test_vega_lite_draws_it_as_it_is(name, options):
    text = exhibit_file(shaped(name), ".vl.json", options).decode()

    svg = vl_convert.vegalite_to_svg(text, allowed_base_urls=[])

    assert "Most use functions" in svg
    assert THEMES[options.theme]["paper"].lower() in svg.lower()
    assert "#0b5e" not in text
    assert "#0b5f" not in text


def test_title_source_and_licence_are_drawn_and_told():
    drawn = specification(shaped("ranked"))
    foot = drawn["layer"][-1]["data"]["values"][0]["text"]

    assert drawn["$schema"] == "https://vega.github.io/schema/vega-lite/v6.json"
    assert drawn["title"]["text"] == ["Most use functions"]
    assert " ".join(drawn["title"]["subtitle"]) == "Use of functions. Users, 2020, n = 1,200"
    assert foot.startswith("Source: An Institute, Report on functions, 2021, page 13")
    assert "Base not published." in foot
    assert foot.endswith("Serverless Market Watch · CC BY 4.0")
    assert drawn["usermeta"]["sources"] == "An Institute, Report on functions, 2021, page 13 https://example.org/r"
    assert drawn["usermeta"]["version"] == "7"
    assert drawn["usermeta"]["address"].endswith("/en/surveys/users/ranked/use")
    assert drawn["usermeta"]["notes"] == "Base not published.\nA remark."


def test_it_asks_for_fonts_that_readers_have():
    text = exhibit_file(shaped("ranked", "zh-hans"), ".vl.json", FileOptions()).decode()

    assert "Microsoft YaHei" in text
    assert "Portal Sans SC" not in text


def test_an_exhibit_without_rows_says_so():
    drawn = specification(shaped("ranked", frame=shaped("ranked").frame.iloc[:0], address="empty"))

    assert drawn["layer"][0]["data"]["values"] == [{"text": "No data for this selection"}]


@pytest.mark.parametrize("name", CARDS)
def test_cards_have_no_specification(name):
    assert ".vl.json" not in shaped(name).suffixes
    assert ".svg" in shaped(name).suffixes


def test_the_same_chart_gives_the_same_specification():
    one, other = (exhibit_file(shaped("ranked", version=version), ".vl.json", DARK).decode() for version in (1, 2))

    assert one.replace('"version": "1"', '"version": "2"') == other
