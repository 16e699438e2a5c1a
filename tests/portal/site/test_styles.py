"""Style sheets: every one is linked, colours stand in the tokens only, chart colours are those of the palette."""

import re
from pathlib import Path

import pytest

from portal.charts.palette import tokens_css
from portal.site.context import STYLESHEETS

FOLDER = Path(__file__).parents[3] / "portal" / "static" / "portal" / "css"
SHEETS = sorted(FOLDER.rglob("*.css"))
TOKENS = ("tokens.css", "chart-tokens.css", "logo.css")
NAMES = [sheet.relative_to(FOLDER).as_posix() for sheet in SHEETS]


def test_chart_colours_are_those_of_the_palette():
    assert (FOLDER / "chart-tokens.css").read_text(encoding="utf-8").partition("*/\n\n")[2] == tokens_css()


def test_every_sheet_is_linked_once():
    assert sorted(STYLESHEETS) == sorted(f"portal/css/{name}" for name in NAMES)


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_values_have_names(sheet):
    text = sheet.read_text(encoding="utf-8")

    assert text.startswith("/* ")
    assert len(text.splitlines()) <= 160 or sheet.name == "chart-tokens.css"
    assert "!important" not in text
    assert not re.search(r"^#\w+", text, re.MULTILINE), "an id selector"
    if sheet.name not in TOKENS:
        assert not re.search(r"#[0-9a-f]{3,8}\b|rgb\(", text, re.IGNORECASE), "a colour without a name"


def test_every_name_is_given_a_value():
    texts = [sheet.read_text(encoding="utf-8") for sheet in SHEETS]
    given = set(re.findall(r"^\s*(--[\w-]+):", "\n".join(texts), re.MULTILINE))
    used = set(re.findall(r"var\((--[\w-]+)", "\n".join(texts)))

    assert used - given == set()


def test_dark_is_the_same_whether_the_system_or_the_address_asks_for_it():
    text = (FOLDER / "tokens.css").read_text(encoding="utf-8")
    by_system = text.split('not([data-theme="light"]) {')[1].partition("}")[0]
    by_address = text.split(':root[data-theme="dark"] {')[1].partition("}")[0]

    assert by_system.split() == by_address.split()
