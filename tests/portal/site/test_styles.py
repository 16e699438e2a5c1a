"""Style sheets: every one is linked, colours stand in the tokens only, chart colours are those of the palette."""

import re
from pathlib import Path

import pytest

from portal.charts.palette import tokens_css
from portal.site.styles import JOINED, JoinedStylesFinder, joined_styles, style_sheets

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "portal" / "static" / "portal" / "css"
ALL_SHEETS = sorted(ROOT.glob("[a-z]*/static/*/css/**/*.css"))
TOKENS = ("tokens.css", "chart-tokens.css", "logo.css")
NAMES = [sheet.relative_to(ROOT).as_posix() for sheet in ALL_SHEETS]


def test_chart_colours_are_those_of_the_palette():
    assert (FOLDER / "chart-tokens.css").read_text(encoding="utf-8").partition("*/\n\n")[2] == tokens_css()


def test_every_sheet_is_joined_once():
    assert sorted(style_sheets()) == ALL_SHEETS


def test_names_come_first_and_paper_last():
    sheets = style_sheets()

    assert sheets[0] == FOLDER / "tokens.css"
    assert sheets[-1] == FOLDER / "print.css"


def test_a_changed_sheet_changes_the_joined_file(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    finder = JoinedStylesFinder()
    place = Path(finder.find(JOINED))
    place.write_text("an older one", encoding="utf-8")

    listed = [(name, storage.path(name)) for name, storage in finder.list([])]

    assert listed == [(JOINED, str(place))]
    assert place.read_text(encoding="utf-8") == joined_styles()
    assert [found.name for found in place.parent.iterdir()] == ["site.css"]


def test_other_files_are_left_to_other_finders(settings, tmp_path):
    settings.DATA_DIR = tmp_path

    assert JoinedStylesFinder().find("portal/css/base.css") == []


def test_a_part_has_its_sheet_alone():
    """Joined sheets meet on every page: a part of one room must not change that of another."""
    owners: dict[str, set[str]] = {}
    for sheet in ALL_SHEETS:
        for name in re.findall(r"^\.([a-z-]+)(?:,| \{)$", sheet.read_text(encoding="utf-8"), re.MULTILINE):
            owners.setdefault(name, set()).add(sheet.name)

    assert {name: sheets for name, sheets in owners.items() if len(sheets) > 1} == {}


def test_a_page_links_one_sheet(client, db):
    page = client.get("/en/search").content.decode()

    assert len(re.findall(r'rel="stylesheet"', page)) == 1


@pytest.mark.parametrize("sheet", ALL_SHEETS, ids=NAMES)
def test_values_have_names(sheet):
    text = sheet.read_text(encoding="utf-8")

    assert text.startswith("/* ")
    assert len(text.splitlines()) <= 160 or sheet.name == "chart-tokens.css"
    assert "!important" not in text
    assert not re.search(r"^#\w+", text, re.MULTILINE), "an id selector"
    if sheet.name not in TOKENS:
        assert not re.search(r"#[0-9a-f]{3,8}\b|rgb\(", text, re.IGNORECASE), "a colour without a name"


def test_every_name_is_given_a_value():
    texts = [sheet.read_text(encoding="utf-8") for sheet in ALL_SHEETS]
    given = set(re.findall(r"^\s*(--[\w-]+):", "\n".join(texts), re.MULTILINE))
    used = set(re.findall(r"var\((--[\w-]+)", "\n".join(texts)))

    assert used - given == set()


def test_dark_is_the_same_whether_the_system_or_the_address_asks_for_it():
    text = (FOLDER / "tokens.css").read_text(encoding="utf-8")
    by_system = text.split('not([data-theme="light"]) {')[1].partition("}")[0]
    by_address = text.split(':root[data-theme="dark"] {')[1].partition("}")[0]

    assert by_system.split() == by_address.split()
