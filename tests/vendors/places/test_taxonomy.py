"""Any scheme as a matrix, turned each way, and who covers which of its categories; numbers counted by hand."""

import csv
import io
import re

import pytest
from django.http import QueryDict
from django.utils import translation

from tests.factories import make_category, make_listing, make_scheme, make_source, make_vendor
from vendors.filters.taxonomy import CoverageForm
from vendors.layouts.taxonomy import matrix
from vendors.models import Scheme
from vendors.section import SECTION
from vendors.selections.taxonomy import coverage_of, matrix_of, placements, taxonomy_form

pytestmark = pytest.mark.django_db


def chosen(code: str, query: str = ""):
    scheme = Scheme.objects.with_categories().get(code=code)
    return placements(scheme, taxonomy_form(scheme, QueryDict(query)))


def covered(code: str, query: str = ""):
    scheme = Scheme.objects.with_categories().get(code=code)
    form = taxonomy_form(scheme, QueryDict(query), CoverageForm)
    return coverage_of(placements(scheme, form), form)


def laid_out(code: str, query: str = ""):
    found = chosen(code, query)
    return matrix(matrix_of(found), found.scheme, found.columns, by=found.form.by)


def cells(table) -> dict:
    return {
        line.head.code: {place.head.code: [card["item"] for card in place.cards] for place in line.filled}
        for line in table.lines
    }


def rows_of(client, address: str) -> list[dict]:
    response = client.get(f"/en/{address}")
    assert response.status_code == 200, response.content[:300]
    return list(csv.DictReader(io.StringIO(response.content.decode())))


def test_matrix_has_providers_down_and_layers_across(world):
    table = laid_out("layers")

    assert [head.code for head in table.columns] == ["containers", "business"]
    assert cells(table) == {
        "aws": {"containers": ["fargate"], "business": ["lambda", "steps"]},
        "ali": {"business": ["fc"]},
    }


def test_matrix_turned_has_layers_down_and_providers_across(world):
    table = laid_out("layers", "by=layer")

    assert [head.code for head in table.columns] == ["aws", "ali"]
    assert cells(table) == {
        "containers": {"aws": ["fargate"]},
        "business": {"aws": ["lambda", "steps"], "ali": ["fc"]},
    }


def test_matrix_by_country_names_the_provider_and_has_unknown_last(world):
    orphan = make_vendor(slug="zero")
    category = Scheme.objects.get(code="layers").categories.get(code="business")
    make_listing(category=category, key="zero", vendor=orphan, edition="2026")

    table = laid_out("layers", "by=country")

    assert [line.head.label for line in table.lines] == ["China", "United States", "unknown"]
    assert table.has_provider


def test_deep_scheme_stands_in_the_order_of_its_tree(deep):
    table = laid_out("deep")

    assert [head.code for head in table.columns] == ["run", "run-tools", "table", "data-tools", "empty"]
    assert [(group.label, group.span) for group in table.groups] == [
        ("", 1),
        ("Run", 1),
        ("Data / Store", 2),
        ("Data", 1),
    ]
    assert cells(table)["own"] == {"data-tools": ["own"]}


def test_cells_of_a_deep_scheme_name_the_headings_they_stand_under(client, deep, world):
    page = client.get("/en/taxonomy/deep").text
    ids = re.findall(r'<th [^>]*id="([^"]+)"', page)
    named = re.findall(r'<td [^>]*headers="([^"]+)"', page)

    assert named[0].split()[0] == "r1"
    assert len(named) == page.count("matrix__cell")
    assert len(ids) == len(set(ids))
    assert {each for headings in named for each in headings.split()} == set(ids) - {"c"}
    assert "headers=" not in client.get("/en/taxonomy/layers").text


def test_categories_of_one_name_are_told_apart_by_their_path(client, deep):
    labels = {row["item"]: row["category_label"] for row in rows_of(client, "taxonomy/deep.csv")}

    assert labels["lambda"] == "Run / Tools"
    assert labels["hive"] == "Data / Store / Tools"


def test_narrowing_to_a_category_takes_what_stands_below_it(deep):
    table = laid_out("deep", "category=data")

    assert [head.code for head in table.columns] == ["table", "data-tools", "empty"]
    assert cells(table) == {"aws": {"table": ["dynamo"], "data-tools": ["hive"]}, "own": {"data-tools": ["own"]}}


@pytest.mark.parametrize(
    ("query", "items"),
    [
        ("provider=ali", {"fc"}),
        ("provider=own~ali", {"own", "fc"}),
        ("country=CN", {"fc"}),
        ("country=unknown", {"own"}),
        ("certainty=inferred", {"hive"}),
        ("q=dYN", {"dynamo"}),
        ("provider=aws&certainty=stated", {"dynamo", "lambda"}),
    ],
)
def test_matrix_narrows(deep, query, items):
    assert set(matrix_of(chosen("deep", query)).frame["item"]) == items


def test_empty_scheme_and_scheme_without_categories_are_pages(client):
    empty = make_scheme(code="bare", name_en="Bare")
    make_category(scheme=make_scheme(code="hollow"), code="one")

    for code in (empty.code, "hollow"):
        for address in (f"taxonomy/{code}", f"taxonomy/{code}/coverage"):
            response = client.get(f"/en/{address}")
            assert response.status_code == 200
            assert client.get(f"/en/{address}.csv").status_code == 200
    assert "Nothing stands in this scheme yet." in client.get("/en/taxonomy/bare").content.decode()


def test_landscape_is_read_as_a_matrix_of_its_newest_edition(client, world):
    page = client.get("/en/taxonomy/map")

    assert page.status_code == 200
    assert cells(page.context["matrix"]) == {
        "aws": {"hosted": ["lambda"], "tools": ["lambda"]},
        "ali": {"hosted": ["fc"]},
        "nobody-ltd": {"tools": ["orphan"]},
    }
    assert "stated by the source" not in page.content.decode()  # nobody judged where an item stands


def test_items_without_a_product_lead_to_their_page_of_the_landscape(world):
    cards = {card["item"]: card for line in laid_out("map").lines for place in line.filled for card in place.cards}

    assert cards["orphan"]["item_address"] == "landscape/map/items/orphan"
    assert cards["fc"]["item_address"] == "products/fc"


def test_item_of_nobody_goes_by_its_own_name(world):
    table = laid_out("map", "edition=2020")

    assert [line.head.label for line in table.lines] == ["AWS", "Gone"]


@pytest.mark.parametrize(
    ("query", "edition"),
    [
        ("", "2021"),
        ("edition=2020", "2020"),
        ("as_of=2020-12-31", "2020"),
        ("as_of=2021-01-01", "2021"),
        ("as_of=2019-12-31", ""),
    ],
)
def test_day_chooses_the_edition_that_stood(world, query, edition):
    assert chosen("map", query).form.edition == edition


def test_edition_stands_from_the_date_of_its_source(world):
    scheme = Scheme.objects.get(code="map")
    dated = make_source(code="dated", published="2022-06")
    make_listing(category=scheme.categories.get(code="tools"), key="late", edition="2022", source=dated)

    assert chosen("map", "as_of=2022-06-29").form.edition == "2021"
    assert chosen("map", "as_of=2022-06-30").form.edition == "2022"


def test_day_before_every_edition_says_so(client, world):
    response = client.get("/en/taxonomy/map?as_of=2001-01-01")

    assert response.status_code == 200
    assert "No edition stood by this day." in response.content.decode()


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("by=vendor", "provider"),
        ("edition=1999", "2021"),
        ("as_of=soon", "YYYY-MM-DD"),
        ("as_of=2021-02-30", "YYYY-MM-DD"),
        ("as_of=2021-05-01&edition=2021", "not both"),
        ("provider=awss", "aws"),
        ("country=ZZ", "CN"),
        ("category=hostd", "hosted"),
        ("rows=some", "all"),
        ("columns=2", "columns"),
    ],
)
@pytest.mark.parametrize(
    "page", ["taxonomy/map", "taxonomy/map/coverage", "taxonomy/map.csv", "taxonomy/map/coverage.json"]
)
def test_wrong_parameters_are_400_with_what_is_near(client, world, page, query, named):
    response = client.get(f"/en/{page}?{query}")

    assert response.status_code == 400
    assert named in response.content.decode()


def test_files_tell_stated_from_inferred(client, world):
    assert {row["item"]: row["certainty"] for row in rows_of(client, "taxonomy/layers.csv")}["steps"] == "inferred"
    assert "Step Functions (inferred)" in client.get("/en/taxonomy/layers.md").content.decode().replace("\\", "")
    assert "stroke-dasharray" in client.get("/en/taxonomy/layers.svg").content.decode()


def test_products_of_several_schemes_are_named_with_their_other_places(client, world):
    page = client.get("/en/taxonomy/layers")

    assert [(each["label"], each["elsewhere"]) for each in page.context["several"]] == [
        ("AWS Lambda", "Map: Hosted (2021); Map: Tools (2021)"),
        ("Function Compute", "Map: Hosted (2021)"),
    ]
    assert {row["item"]: row["elsewhere"] for row in rows_of(client, "taxonomy/layers.csv")}["steps"] == ""


def test_coverage_counts_stated_and_inferred_and_leaves_the_rest_empty(client, world):
    found = {
        (row["row"], row["category"]): (row["placements"], row["stated"], row["inferred"], row["state"])
        for row in rows_of(client, "taxonomy/layers/coverage.csv")
    }

    assert found == {
        ("aws", "containers"): ("1", "1", "0", "placed"),
        ("aws", "business"): ("2", "1", "1", "placed"),
        ("ali", "containers"): ("", "", "", "none_placed"),
        ("ali", "business"): ("1", "1", "0", "placed"),
    }


def test_coverage_says_in_words_where_most_stand(world):
    assert covered("layers").finding == "Of 2 providers, by layer: most Business logic (2), fewest Containers (1)"
    assert covered("layers", "by=country").finding.startswith("Of 2 countries, by layer: most Business logic (2)")


def test_coverage_has_empty_categories_too(deep):
    exhibit = covered("deep")

    assert list(dict.fromkeys(exhibit.frame["category"])) == ["run", "run-tools", "table", "data-tools", "empty"]
    assert set(exhibit.frame[exhibit.frame["category"] == "empty"]["state"]) == {"none_placed"}


def test_coverage_table_never_shows_a_gap_as_zero(client, world):
    text = client.get("/en/taxonomy/layers/coverage.md").content.decode()

    assert "none placed" in text
    assert "2 (1 inferred)" in text.replace("\\", "")


@pytest.mark.parametrize(
    "suffix", [".csv", ".xlsx", ".json", ".md", ".zip", ".pptx", ".svg", ".png", ".pdf", ".vl.json"]
)
def test_coverage_has_all_its_files(client, world, suffix):
    assert client.get(f"/en/taxonomy/layers/coverage{suffix}").status_code == 200


@pytest.mark.parametrize("by", ["provider", "layer", "country"])
@pytest.mark.parametrize("page", ["taxonomy/deep", "taxonomy/deep/coverage", "taxonomy/map", "taxonomy/map/coverage"])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_pages_answer_each_way_in_both_languages(client, deep, by, page, language, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        response = client.get(f"/{language}/{page}?by={by}")

    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1


def test_chinese_paths_are_chinese(deep):
    with translation.override("zh-hans"):
        exhibit = matrix_of(chosen("deep"))

    assert "数据 / 存储 / 工具" in set(exhibit.frame["category_label_zh"])


@pytest.fixture
def wide(db):
    """Twelve categories, seventy organisations with one item each, one of them in all."""
    scheme = make_scheme(code="wide", kind=Scheme.Kind.LANDSCAPE)
    categories = [make_category(scheme=scheme, code=f"c{number:02d}", order=number) for number in range(12)]
    source = make_source(code="file")
    for number in range(69):
        make_listing(
            category=categories[number % 12], key=f"i{number}", organisation=f"Org {number:02d}", source=source
        )
    for category in categories:
        make_listing(category=category, key="everywhere", organisation="All Ltd", source=source)
    return scheme


def test_wide_scheme_stands_in_blocks_and_shows_the_first_rows(client, wide):
    page = client.get("/en/taxonomy/wide")
    table = page.context["matrix"]

    assert (table.is_wide, len(table.lines), table.more) == (True, 60, 10)
    assert table.lines[0].head.label == "All Ltd"
    assert table.lines[1].empty == 11
    assert "Show 10 more rows" in page.content.decode()
    assert client.get("/en/taxonomy/wide?rows=all").context["matrix"].more == 0


def test_picture_of_a_wide_scheme_says_what_it_leaves_out(wide):
    exhibit = matrix_of(chosen("wide"))

    assert exhibit.drawn["category"].nunique() == 8
    assert exhibit.drawn["provider"].nunique() == 30
    assert f"The picture shows {len(exhibit.drawn)} of 81 placements" in " ".join(note.text for note in exhibit.notes)
    assert len(exhibit.frame) == 81


def test_hundreds_of_providers_are_found_by_name_instead_of_ticked(wide):
    names = [control.name for control in chosen("wide").form.controls]

    assert "provider" not in names
    assert "category" in names


@pytest.mark.usefixtures("shipped")
def test_shipped_layers_count_as_they_are_listed(client):
    rows = rows_of(client, "taxonomy/four-layers/coverage.csv")

    placed = {(row["row"], row["category"]): (row["stated"], row["inferred"]) for row in rows if row["placements"]}
    assert len(rows) == 32  # eight providers, four layers
    assert placed["microsoft-azure", "business-logic"] == ("1", "2")
    assert sum(int(stated) for stated, _ in placed.values()) == 15
    assert sum(int(inferred) for _, inferred in placed.values()) == 26
    assert ("google-cloud", "resource-instance") not in placed


def test_search_leads_to_the_placement(client, world):
    address, anchor = next(
        entry.address.split("#") for entry in SECTION.entries() if entry.kind == "listing" and "steps" in entry.address
    )

    assert f'id="{anchor}"' in client.get(f"/en/{address}").content.decode()


@pytest.fixture
def vast(wide):
    """The wide scheme with two categories below each of its own: 24 leaves, an item in each by Org 00."""
    source = make_source(code="leaves")
    for top in list(wide.categories.all()):
        for number in range(2):
            leaf = make_category(scheme=wide, parent=top, code=f"{top.code}-{number}", order=number)
            make_listing(category=leaf, key=f"{leaf.code}-item", organisation="Org 00", source=source)
    return wide


def test_coverage_of_very_many_categories_counts_at_their_tops(client, vast):
    exhibit = covered("wide")
    rows = exhibit.frame.set_index(["row", "category"])["placements"]

    assert exhibit.frame["category"].nunique() == 12
    assert rows["org-00", "c00"] == 3  # its own item, and one in each of the two below
    assert rows["org-00", "c01"] == 2
    assert rows["all-ltd", "c01"] == 1


def test_coverage_of_all_categories_where_they_are_asked_for(client, vast):
    exhibit = covered("wide", "depth=all")

    assert exhibit.frame["category"].nunique() == 36
    assert exhibit.frame.set_index(["row", "category"])["placements"]["org-00", "c00"] == 1


def test_coverage_of_very_many_providers_has_the_first_and_says_so(client, wide):
    page = client.get("/en/taxonomy/wide/coverage")

    assert covered("wide").frame["row"].nunique() == 60
    assert "Counted are the 60 providers in most layers of 70" in page.content.decode()
    assert [tab.label for tab in page.context["more"]] == ["all 70 providers"]
    assert covered("wide", "rows=all").frame["row"].nunique() == 70


def test_coverage_refuses_what_is_too_much(client, wide, monkeypatch):
    monkeypatch.setattr("vendors.selections.taxonomy.MOST_CELLS", 800)

    response = client.get("/en/taxonomy/wide/coverage?rows=all")

    assert response.status_code == 400
    assert "too many to show" in response.content.decode()


def test_matrix_takes_no_depth(client, world):
    assert client.get("/en/taxonomy/layers?depth=all").status_code == 400


def test_finding_of_a_cut_coverage_counts_all_providers(wide):
    empty = make_category(scheme=wide, code="zz-empty", name_en="Empty", order=99)
    make_listing(category=empty, key="last", organisation="Zz Ltd")  # too small to stand in the table

    exhibit = covered("wide")

    assert "zz-ltd" not in set(exhibit.frame["row"])
    assert exhibit.finding.startswith("Of 71 providers, by layer: most ")
    assert exhibit.finding.endswith("fewest Empty (1)")


def test_certainty_is_no_filter_where_nobody_judged(world):
    assert "certainty" in [control.name for control in chosen("layers").form.controls]
    assert "certainty" not in [control.name for control in chosen("map").form.controls]


def test_empty_places_take_no_room_in_a_list_where_nobody_judged(client, world):
    listed, judged = (client.get(f"/en/taxonomy/{code}").text for code in ("map", "layers"))

    assert listed.count("matrix__cell--empty") == listed.count("none placed") > 0
    assert "none placed" in judged
    assert "matrix__cell--empty" not in judged
