"""Landscape files that cannot be taken: refused as a whole, with the line and what was expected."""

import pytest

from portal.loading import tree
from portal.loading.files import InputFile
from portal.loading.run import load
from portal.models import ImportRun
from tests.factories import make_category, make_scheme
from tests.vendors.landscapes.conftest import FILES
from vendors.models import Category, Listing

GOOD = (FILES / "markers.yml").read_bytes()
REFUSALS = {  # file → line, column, a part of what was expected
    "alias.yml": (4, "", "references such as *name are not read"),
    "archive.yml": (None, "", "this is an archive or a workbook whatever its name says; save it as text in UTF-8"),
    "both-lists.yml": (1, "", "expected one list named landscape or categories"),
    "category-nameless.yml": (2, "name", "expected a name"),
    "comment-only.yml": (None, "", "the file is empty"),
    "control-character.yml": (3, "", "cannot be read as YAML from here on (control characters are not allowed)"),
    "doubled-key.yml": (10, "name", "expected once; the key stands here twice"),
    "doubled-name.yml": (11, "scheme, category, edition, name_en", "it stands in field-2020.yml, line 8 already"),
    "empty.yml": (None, "", "the file is empty; expected a list named landscape or categories"),
    "item-nameless.yml": (8, "name", "expected a name"),
    "key-is-a-list.yml": (2, "", "expected a name before the colon"),
    "latin1.yml": (3, "", "expected UTF-8; save it as text in UTF-8"),
    "mapping-for-list.yml": (5, "subcategories", "expected a list"),
    "name-is-a-list.yml": (9, "name", "expected a text, found a list or a mapping"),
    "name-too-long.yml": (8, "name_en", "Ensure this value has at most 120 characters (it has 121)."),
    "no-items.yml": (None, "", "expected at least one item"),
    "no-list.yml": (1, "", "expected one list named landscape or categories"),
    "not-yaml.yml": (3, "", "cannot be read as YAML from here on (mapping values are not allowed in this context)"),
    "nul.yml": (11, "", "expected text without control characters"),
    "subcategory-nameless.yml": (5, "name", "expected a name"),
    "tag.yml": (3, "", "expected values without tags"),
    "text-for-item.yml": (8, "items", "expected an entry with keys such as name"),
    "too-deep.yml": (2, "", "expected at most 20 levels"),
    "two-documents.yml": (2, "", "expected one document"),
    "utf16.yml": (None, "", "this looks like UTF-16; save it as text in UTF-8"),
}


def test_every_bad_file_is_tried():
    assert {file.name for file in (FILES / "bad").iterdir()} == set(REFUSALS)


@pytest.mark.parametrize("name", REFUSALS)
def test_bad_file_is_refused_with_its_line(load_file, name):
    run = load_file(f"bad/{name}")

    assert run.outcome == ImportRun.Outcome.REFUSED
    assert len(run.refusals) == 1
    problem, (line, column, expected) = run.refusals[0], REFUSALS[name]
    assert (problem["file"], problem["line"], problem["column"]) == ("field-2020.yml", line, column)
    assert expected in problem["expected"]
    assert not Listing.objects.exists()
    assert not Category.objects.exists()


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("landscape.yml", "expected a name made of a landscape's scheme and an edition"),
        ("field.yml", "expected a name made of"),
        ("field-2020-13.yml", "expected a name made of"),
        ("field-20.yml", "expected a name made of"),
        ("fiel-2020.yml", "use one of: field; nearest: field"),
        ("layers-2020.yml", "use one of: field"),
    ],
)
def test_name_must_say_where_the_file_belongs(load_file, named, expected):
    make_scheme(code="layers", kind="taxonomy")

    run = load_file("markers.yml", named=named)

    assert run.outcome == ImportRun.Outcome.REFUSED
    assert [expected in problem["expected"] for problem in run.refusals] == [True]
    assert run.refusals[0]["file"] == named


def test_scheme_of_one_level_takes_one_category(field, load_file):
    make_category(scheme=field, code="leafy", name_en="Leafy")

    run = load_file("growing-2020.yml")

    assert [(problem["line"], problem["column"], problem["value"]) for problem in run.refusals] == [
        (28, "category", "Wood Members")
    ]


def test_too_many_values_are_refused(field, monkeypatch):
    monkeypatch.setattr(tree, "MAX_NODES", 10)

    run = load([InputFile("field-2020.yml", GOOD)])

    assert [problem["expected"] for problem in run.refusals] == ["expected at most 10 values in a file"]


def test_one_bad_file_stops_the_good_one_beside_it(field):
    bad = (FILES / "bad" / "item-nameless.yml").read_bytes()

    run = load([InputFile("field-2020.yml", GOOD), InputFile("field-2021.yml", bad)])

    assert run.outcome == ImportRun.Outcome.REFUSED
    assert not Listing.objects.exists()


def test_dry_run_writes_nothing(field):
    run = load([InputFile("field-2020.yml", GOOD)], dry_run=True)

    assert run.outcome == ImportRun.Outcome.CHECKED
    assert run.counts == {
        "categories": {"added": 3, "changed": 0, "unchanged": 0},
        "listings": {"added": 4, "changed": 0, "unchanged": 0},
    }
    assert not Listing.objects.exists()
