"""Landscape files as people write them: everything odd is taken in and noted, nothing is lost."""

import pytest

from portal.models import ImportRun
from tests.vendors.landscapes.conftest import listed, listing, notes_of
from vendors.models import Category, Listing

LOADED = ImportRun.Outcome.LOADED
ADDRESS_REFUSED = "expected an address of http or https of at most 300 characters; kept in the details only"
ADDRESS_CLEANED = "shown without blanks and parameters that count visitors"


def test_null_lists_and_null_values(load_file):
    run = load_file("nulls.yml")

    assert (run.outcome, run.refusals) == (LOADED, [])
    assert listed() == [("trees-leafy", "oak", "Oak")]
    assert list(Category.objects.order_by("order").values_list("code", "parent__code")) == [
        ("trees", None),
        ("trees-evergreen", "trees"),
        ("trees-leafy", "trees"),
        ("stones", None),
    ]
    oak = listing("Oak")
    assert (oak.repository, oak.crunchbase, oak.description, oak.is_open_source) == ("", "", "", None)
    assert oak.details == {
        "repo_url": None,
        "twitter": None,
        "description": None,
        "crunchbase": "",
        "second_path": None,
        "extra": None,
    }
    assert notes_of(run) == [(7, "items", ""), (20, "items", ""), (23, "subcategories", "")]
    assert [note["expected"] for note in run.notes] == [
        "there is no list here; taken as an empty one",
        "an entry is empty; left out",
        "there is no list here; taken as an empty one",
    ]


def test_missing_markers_and_names_that_stand_in_them(load_file):
    run = load_file("markers.yml")

    assert run.outcome == LOADED
    assert [name for code, key, name in listed()] == ["Oak", "Ash", "Elm", "Fir"]
    assert notes_of(run) == [(15, "subcategory", "Evergreen"), (11, "item", "Ash"), (17, "item", "Fir")]
    assert run.notes[1]["expected"] == "the marker “- item:” is missing; taken as an item; and 1 more"


def test_unknown_keys_stay_in_the_details(load_file):
    run = load_file("unknown-keys.yml")

    assert run.outcome == LOADED
    assert listing("Oak").details == {
        "hardness": [4, {"scale": 9.5}],
        "extra": {"mood": "calm", "blog_url": "https://blog.example.org"},
    }
    assert notes_of(run) == [
        (22, "settings", ""),
        (4, "colour", ""),
        (8, "note", ""),
        (13, "hardness", ""),
        (15, "extra.mood", ""),
    ]
    assert run.notes[3]["expected"] == "is no key of landscape2 here; and 1 more"


def test_an_archived_project_is_no_item_without_a_project(load_file):
    run = load_file("archived.yml")

    assert run.outcome == LOADED
    assert (listing("Yew").maturity, listing("Yew").details) == ("archived", {})


def test_numbers_flags_and_dates_as_names_are_the_text_that_is_written(load_file):
    run = load_file("changing-types.yml")

    assert run.outcome == LOADED
    assert listed() == [
        ("2020-true", "110", "1.10"),
        ("2020-true", "2021-06-30", "2021-06-30"),
        ("2020-true", "no", "No"),
    ]
    assert listing("1.10").details == {"description": 12, "project": False}
    dated = listing("2021-06-30")
    assert dated.homepage == ""
    assert dated.details == {
        "homepage_url": 404,
        "joined": "2021-06-30",
        "enduser": True,
        "stock_ticker": "0123",
        "extra": {
            "accepted": "2021-06-30",
            "ratio": 1.5,
            "count": 7,
            "huge": "123456789012345678901234567890",
            "never": ".inf",
        },
    }
    assert listing("No").organisation == "Nobody"
    assert set(listing("No").details) == {"organization", "second_path"}
    assert (3, "name", "2020") in notes_of(run)
    assert (12, "project", "False") in notes_of(run)
    assert (15, "homepage_url", "404") in notes_of(run)
    assert (29, "second_path", "No: 2020 / true") in notes_of(run)


def test_equal_names_and_names_that_differ_by_case_are_different_items(load_file):
    run = load_file("equal-names.yml")

    assert run.outcome == LOADED
    assert listed() == [
        ("trees-leafy", "oak", "Oak"),
        ("trees-leafy", "oak-leafy", "oak"),
        ("trees-evergreen", "oak-evergreen", "Oak"),
        ("trees-evergreen", "oak-2", "OAK"),
        ("bushes-leafy", "hazel", "Hazel"),
    ]
    assert run.notes == []


def test_second_paths_are_split_at_a_slash_between_blanks_only(load_file):
    run = load_file("second-paths.yml")

    assert run.outcome == LOADED
    seconds = Listing.objects.filter(is_second_path=True).order_by("pk")
    assert [(row.category.code, row.key, row.note_en) for row in seconds] == [
        ("trees-ever-green", "oak", "Main category in this edition: Trees / Leafy."),
        ("trees-ever-green", "ash", "Main category in this edition: Trees / Leafy."),
    ]
    assert seconds[0].note_zh == "该版主类别：Trees / Leafy。"
    assert seconds[0].details == {}
    assert listing("Oak").details["second_path"] == [
        "Trees / Ever/green",
        "Trees / Ever/green",
        "Trees / Nowhere",
        "Trees",
        "Trees / Ever / green",
        7,
    ]
    assert [note[2] for note in notes_of(run)] == [
        "Oak: Trees",
        "Oak: Trees / Ever / green",
        "Oak: 7",
        "Oak: Trees / Nowhere",
        "Fir: Trees / Ever/green",
        "Fir: Trees / Leafy",
    ]


def test_addresses_lose_blanks_and_tracking_and_only_pages_are_linked(load_file):
    run = load_file("addresses.yml")

    assert run.outcome == LOADED
    oak, ash, elm, fir, yew = (listing(name) for name in ("Oak", "Ash", "Elm", "Fir", "Yew"))
    assert oak.homepage == "https://oak.example.org/page?lang=en#top"
    assert oak.repository == "https://github.com/wood/oak"
    assert oak.crunchbase == "https://www.crunchbase.com/organization/oak"
    assert oak.details["repo_url"] == "https://github.com/wood/oak?tab=readme-ov-file"
    assert ash.homepage == "https://ash.example.org/services"
    assert (elm.homepage, elm.repository, elm.is_open_source) == ("", "", None)
    assert elm.details == {"homepage_url": "elm.example.org", "repo_url": "git@github.com:wood/elm.git"}
    assert fir.details == {"homepage_url": "javascript:alert(1)", "crunchbase": "https://[half"}
    assert (fir.homepage, fir.crunchbase, yew.homepage) == ("", "", "")
    assert len(yew.details["homepage_url"]) == 324
    assert [(note["line"], note["column"]) for note in run.notes if note["expected"] == ADDRESS_CLEANED] == [
        (10, "homepage_url"),
        (11, "repo_url"),
        (12, "crunchbase"),
        (15, "homepage_url"),
    ]
    assert [(note["line"], note["column"]) for note in run.notes if note["expected"] == ADDRESS_REFUSED] == [
        (18, "homepage_url"),
        (19, "repo_url"),
        (22, "homepage_url"),
        (23, "crunchbase"),
        (26, "homepage_url"),
    ]


def test_long_and_strange_texts_are_kept_as_they_are(load_file):
    run = load_file("texts.yml")

    assert run.outcome == LOADED
    assert [name for code, key, name in listed()] == ["Red Oak", "<script>alert('Ash')</script>", '=HYPERLINK("x")']
    oak = listing("Red Oak")
    assert len(oak.description) == 19_999
    assert oak.details["name"] == "Red\u200b  Oak "
    assert listing("<script>alert('Ash')</script>").description == "First line,\n\nthird line."
    assert Category.objects.get(parent=None).name_en == "Trees"


def test_file_of_landscape2_with_chinese_names(load_file):
    run = load_file("landscape2.yml")

    assert (run.outcome, run.notes) == (LOADED, [])
    ginkgo = listing("银杏")
    assert ginkgo.key.startswith("item-")
    assert ginkgo.category.code.startswith("category-")
    assert (ginkgo.category.name_en, ginkgo.category.parent.name_en) == ("乔木", "植物")
    assert (ginkgo.maturity, ginkgo.description, ginkgo.is_open_source) == ("incubating", "银杏科", True)
    second = Listing.objects.get(is_second_path=True)
    assert (second.key, second.category.name_en) == (ginkgo.key, "灌木")


def test_source_of_the_edition_is_cited_else_that_of_the_scheme(load_file):
    load_file("markers.yml")
    run = load_file("markers.yml", named="field-2021.yml")

    assert {row.source.code for row in Listing.objects.filter(edition="2020")} == {"field-2020"}
    assert {row.source.code for row in Listing.objects.filter(edition="2021")} == {"field"}
    assert (None, "", "field") in notes_of(run)


@pytest.mark.parametrize("named", ["field-2020.yml", "FIELD-2020.YAML", "field-2020 (2).yml", "field-2020-06-30.yml"])
def test_names_that_say_scheme_and_edition(load_file, named):
    assert load_file("markers.yml", named=named).outcome == LOADED
