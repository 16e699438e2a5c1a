"""Editions of one scheme: keys through new names and places, owners, what is stored, and loading again."""

import pytest

from portal.loading.files import InputFile
from portal.loading.run import load
from portal.models import ImportRun
from tests.factories import make_category, make_listing, make_product, make_scheme, make_vendor
from tests.loading_files import stored_rows
from tests.vendors.landscapes.conftest import FILES, listed, listing, notes_of
from vendors.models import Category, Listing

EDITIONS = ("2020", "2021")


def edition_file(edition: str) -> InputFile:
    return InputFile(f"field-{edition}.yml", (FILES / f"growing-{edition}.yml").read_bytes())


KEYS_2021 = {
    # name, category → key
    ("Sunflower", "flowers-tall"): "sunflower",
    ("Elm", "flowers-tall"): "elm",  # moved
    ("Royal Oak", "trees-leafy"): "oak",  # renamed, the same repository in another spelling
    ("ash", "trees-leafy"): "ash",  # another case, the same owner
    ("Linden", "trees-leafy"): "lime",  # renamed, the same home page; the member of that page is somebody else
    ("Fir", "trees-leafy"): "fir-leafy",  # a second thing of that name
    ("Fir", "trees-evergreen"): "fir",
}


@pytest.mark.parametrize("together", [True, False], ids=["in one load", "one after the other"])
def test_keys_stay_through_new_names_and_places(field, together):
    files = [edition_file(edition) for edition in EDITIONS]

    for group in [files[::-1]] if together else [[file] for file in files]:
        assert load(group).outcome == ImportRun.Outcome.LOADED

    assert [key for code, key, name in listed("2020")] == [
        "oak", "ash", "elm", "lime", "fir", "ash-works-member", "lime-member"
    ]  # fmt: skip
    assert {(name, code): key for code, key, name in listed("2021")} == KEYS_2021


def test_earlier_edition_loaded_later_gets_the_keys_of_the_later_one(field):
    load([edition_file("2021")])
    load([edition_file("2020")])

    later = {(row.name_en, row.category.code): row.key for row in Listing.objects.filter(edition="2021")}
    assert listing("Elm").key == later["Elm", "flowers-tall"]
    assert listing("Ash").key == later["ash", "trees-leafy"]
    assert listing("Lime").key == later["Linden", "trees-leafy"]


def test_loading_again_changes_nothing(field):
    load([edition_file(edition) for edition in EDITIONS])
    before = stored_rows()

    again = [load([edition_file(edition)]) for edition in (*EDITIONS, "2020")]

    assert [run.outcome for run in again] == [ImportRun.Outcome.UNCHANGED] * 3
    assert stored_rows() == before


@pytest.mark.parametrize("order", [EDITIONS, EDITIONS[::-1]], ids=["older first", "newer first"])
def test_newest_edition_orders_the_categories(field, order):
    for edition in order:
        load([edition_file(edition)])

    assert list(Category.objects.order_by("order").values_list("code", "order")) == [
        ("flowers", 10),
        ("flowers-tall", 20),
        ("trees", 30),
        ("trees-leafy", 40),
        ("trees-evergreen", 50),
        ("wood-members", 60),
        ("wood-members-gold", 70),
    ]


def test_texts_of_categories_stay(field):
    load([edition_file("2020")])
    Category.objects.filter(code="trees").update(name_zh="树", definition_en="With a trunk.", order=500)

    load([edition_file("2021")])

    trees = Category.objects.get(code="trees")
    assert (trees.name_zh, trees.definition_en, trees.order) == ("树", "With a trunk.", 30)


def test_organisation_is_named_by_its_member_entry_and_vendor_by_crunchbase(field):
    make_vendor(slug="ash-inc", crunchbase="ash", country="CN")

    load([edition_file("2020")])

    ash, member, oak = listing("Ash"), listing("Ash Works (member)"), listing("Oak")
    assert (ash.organisation, ash.vendor.slug) == ("Ash Works", "ash-inc")
    assert (member.organisation, member.vendor.slug) == ("Ash Works", "ash-inc")
    assert (oak.organisation, oak.vendor) == ("", None)
    load([edition_file("2021")])
    assert listing("ash", "2021").organisation == "ash"  # no member entry in that edition: as the address has it


def test_what_a_file_does_not_say_stays(field):
    load([edition_file("2020")])
    Listing.objects.filter(key="ash").update(organisation="Ash & Sons", name_zh="白蜡树", added="2019-05-01")

    run = load([edition_file("2020")])

    ash = listing("Ash")
    assert run.outcome == ImportRun.Outcome.UNCHANGED
    assert (ash.organisation, ash.name_zh, ash.added) == ("Ash & Sons", "白蜡树", "2019-05-01")


def test_listings_that_a_file_leaves_out_stay_and_are_named(field):
    load([edition_file("2020")])
    shorter = edition_file("2020").content.split(b"  - category:\n    name: Wood Members")[0]

    run = load([InputFile("field-2020.yml", shorter)])

    assert notes_of(run) == [(None, "", "Ash Works (member), Lime (member)")]
    assert run.notes[0]["expected"] == "2 listings of this edition are not in the file and stay as they are"
    assert Listing.objects.filter(edition="2020").count() == 7


def test_other_landscape_of_the_same_source_lends_keys_and_products(field):
    part = make_scheme(code="part", kind="landscape", source=field.source)
    product = make_product(slug="royal-oak")
    category = make_category(scheme=part, code="leafy", name_en="Leafy")
    make_listing(category=category, edition="2020", key="the-oak", name_en="Oak", product=product)
    stranger = make_scheme(code="stranger", kind="landscape")
    make_listing(category=make_category(scheme=stranger), edition="2020", key="the-elm", name_en="Elm")

    load([edition_file("2020")])

    oak = Listing.objects.get(category__scheme=field, name_en="Oak")
    assert (oak.key, oak.product) == ("the-oak", product)
    assert Listing.objects.get(category__scheme=field, name_en="Elm").key == "elm"


def test_scheme_of_one_level_keeps_its_categories_and_what_is_known(field, load_file):
    leafy = make_category(scheme=field, code="leaf", name_en="Leafy", order=7)
    make_listing(category=leafy, edition="2020", key="quercus", name_en="Oak", note_en="A note.", added="2018-03-01")

    run = load_file("unknown-keys.yml")

    assert run.outcome == ImportRun.Outcome.LOADED
    assert run.counts["listings"] == {"added": 1, "changed": 1, "unchanged": 0}
    assert listed() == [("leaf", "quercus", "Oak"), ("leaf", "ash", "Ash")]
    oak = listing("Oak")
    assert (oak.note_en, oak.added, oak.homepage) == ("A note.", "2018-03-01", "https://oak.example.org")
    assert list(Category.objects.values_list("code", "order")) == [("leaf", 7)]


def test_tables_of_the_same_load_are_known_to_the_file(field):
    """The scheme, its source and a vendor may come with the landscape file."""
    head = "slug,name_en,name_zh,kind,country,city,country_source,country_note_en,country_note_zh,founded,homepage"
    vendors = f"{head},crunchbase,source\nash-inc,Ash Inc,,startup,,,,,,,,ash,\n"
    head = "code,kind,name_en,name_zh,description_en,description_zh,source"
    schemes = f"{head}\nwoods,landscape,The woods,,,,field\n"

    run = load(
        [
            InputFile("woods-2020.yml", edition_file("2020").content),
            InputFile("vendors.csv", vendors.encode()),
            InputFile("schemes.csv", schemes.encode()),
        ]
    )

    assert run.refusals == []
    assert run.dataset == "vendors, schemes, categories, listings"
    assert listing("Ash").vendor.slug == "ash-inc"
    assert listing("Ash").category.scheme.code == "woods"
