"""An edition as YAML and as landscape2's items, from its pages and the API."""

import pytest
import yaml

from portal.loading.files import InputFile
from portal.loading.run import load
from portal.models import ImportRun
from tests.factories import make_category, make_listing, make_scheme, make_vendor
from tests.vendors.landscapes.conftest import FILES
from vendors.models import Listing

GOOD = sorted(file.name for file in FILES.glob("*.yml"))


def items_by_place(content: bytes) -> dict[tuple, dict]:
    """Category, subcategory and name, as texts without blanks round them → the item without its marker."""
    tree = yaml.load(content, Loader=yaml.CSafeLoader)
    return {
        (str(category["name"]).strip(), str(group["name"]), str(item["name"]).strip()): {
            key: value for key, value in item.items() if key != "item"
        }
        for category in tree.get("landscape") or tree["categories"]
        for group in category["subcategories"] or []
        for item in group["items"] or []
        if item and item.get("name") is not None
    }


@pytest.mark.parametrize("name", [name for name in GOOD if name not in ("changing-types.yml", "markers.yml")])
def test_exported_items_equal_those_of_the_file(load_file, client, name):
    load_file(name)

    exported = items_by_place(client.get("/en/landscape/field/2020.yml").content)

    assert exported == items_by_place((FILES / name).read_bytes())


@pytest.mark.parametrize("name", [name for name in GOOD if name != "nulls.yml"])  # it has groups without items
def test_exported_file_loads_without_a_change(load_file, client, name):
    load_file(name)
    content = client.get("/en/landscape/field/2020.yml").content

    run = load([InputFile("field-2020.yml", content)])

    assert run.outcome == ImportRun.Outcome.UNCHANGED


def test_file_says_what_it_is_and_under_which_name_it_loads(load_file, client):
    load_file("growing-2020.yml")

    response = client.get("/en/landscape/field/2020.yml")

    assert response["Content-Type"] == "application/yaml; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="field-2020.yml"'
    assert response["Link"] == '</en/landscape/field/2020>; rel="canonical"'
    assert response.content.decode().splitlines()[:13] == [
        "# The field",
        "# Edition 2020 of landscape/field/2020",
        "# Data: Publisher, The field, 2020, https://example.org/field-2020",
        "# Licence of the data: Apache-2.0",
        "",
        "landscape:",
        "- category:",
        "  name: Trees",
        "  subcategories:",
        "  - subcategory:",
        "    name: Leafy",
        "    items:",
        "    - item:",
    ]


def test_scheme_of_one_level_and_a_place_without_its_main_one_come_back(field, client):
    leafy = make_category(scheme=field, code="leafy", name_en="Leafy")
    make_listing(category=leafy, edition="2020", key="oak", name_en="Oak", maturity="sandbox")
    make_listing(category=leafy, edition="2020", key="ash", name_en="Ash", is_second_path=True)
    content = client.get("/en/landscape/field/2020.yml").content

    run = load([InputFile("field-2020.yml", content)])

    assert run.refusals == []
    assert items_by_place(content) == {
        ("The field", "Leafy", "Oak"): {"name": "Oak", "project": "sandbox"},
        ("The field", "Leafy", "Ash"): {"name": "Ash", "extra": {"annotations": {"listed_as": "second path"}}},
    }
    assert list(Listing.objects.order_by("pk").values_list("key", "is_second_path")) == [("oak", False), ("ash", True)]


GINKGO = {
    "category": "植物",
    "subcategory": "乔木",
    "id": "植物--乔木--银杏",
    "name": "银杏",
    "homepage_url": "https://ginkgo.example.org",
    "logo": "ginkgo.svg",
    "description": "银杏科",
    "maturity": "incubating",
    "oss": True,
    "additional_categories": [{"category": "植物", "subcategory": "灌木"}],
    "repositories": [
        {"url": "https://github.com/wood/ginkgo", "branch": "main", "license": "Apache-2.0", "primary": True},
        {"url": "https://github.com/wood/ginkgo-docs", "branch": "docs", "primary": False},
    ],
    "enduser": False,
    "twitter_url": "https://x.com/ginkgo",
    "openssf_best_practices_url": "https://www.bestpractices.dev/en/projects/1",
    "accepted_at": "2020-05-14",
    "audits": [{"date": "2022-01-02", "type": "fuzzing", "url": "https://audit.example.org", "vendor": "Auditor"}],
    "latest_annual_review_at": "2023-06-13",
    "devstats_url": "https://ginkgo.devstats.example.org",
    "incubating_at": "2021-05-14",
    "summary": {"personas": ["Gardeners", "Foresters"], "tags": ["tree", "old"], "use_case": "Shade"},
}
BOXWOOD = {
    "category": "植物",
    "subcategory": "灌木",
    "id": "植物--灌木--boxwood",
    "name": "Boxwood",
    "homepage_url": "https://box.example.org",
    "logo": "box.svg",
}


@pytest.mark.parametrize("address", ["/en/landscape/field/2020.items.json", "/zh-hans/landscape/field/2020.items.json"])
def test_items_have_the_keys_of_landscape2(load_file, client, address):
    load_file("landscape2.yml")

    assert client.get(address).json() == [BOXWOOD, GINKGO]


def test_api_answers_the_same_items(load_file, client):
    load_file("landscape2.yml")

    answer = client.get("/api/v1/landscape/field/2020/items.json").json()

    assert answer["data"] == [BOXWOOD, GINKGO]
    assert answer["links"]["self"].endswith("/api/v1/landscape/field/2020/items.json")
    assert answer["meta"]["licence"] == "CC-BY-4.0"


def test_items_say_country_of_the_vendor_and_a_stage_that_is_none_of_ours(load_file, client):
    make_vendor(slug="ash-inc", crunchbase="ash", country="CN")
    load_file("growing-2020.yml")
    Listing.objects.filter(key="oak").update(details={"project": "retired", "second_path": "Trees / Nowhere"})

    items = {item["name"]: item for item in client.get("/en/landscape/field/2020.items.json").json()}

    assert items["Ash"]["country"] == "CN"
    assert "country" not in items["Oak"]
    assert items["Oak"]["maturity"] == "retired"
    assert items["Oak"]["additional_categories"] == [{"category": "Trees", "subcategory": "Nowhere"}]
    assert items["Ash Works (member)"]["id"] == "wood-members--gold--ash-works-member"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/en/landscape/field/2019.yml", 404),
        ("/en/landscape/field/2019.items.json", 404),
        ("/en/landscape/empty/2020.yml", 404),
        ("/en/landscape/layers/2020.yml", 404),
        ("/en/landscape/field/2020.yml?category=trees", 400),
        ("/en/landscape/field/2020.items.json?x=", 400),
        ("/api/v1/landscape/fields/2020/items.json", 404),
        ("/api/v1/landscape/field/2022/items.json", 404),
        ("/api/v1/landscape/field/2020/items.json?lang=en", 400),
    ],
)
def test_what_is_not_there_is_refused(load_file, client, address, status):
    load_file("markers.yml")
    make_scheme(code="empty", kind="landscape")
    make_scheme(code="layers", kind="taxonomy")

    assert client.get(address).status_code == status


def test_api_offers_the_nearest_edition(load_file, client):
    load_file("markers.yml")

    problem = client.get("/api/v1/landscape/field/2021/items.json").json()

    assert [(error["parameter"], error["nearest"]) for error in problem["errors"]] == [("edition", ["2020"])]


def test_files_need_few_queries(load_file, client, django_assert_max_num_queries):
    load_file("second-paths.yml")

    for address in ("/en/landscape/field/2020.yml", "/api/v1/landscape/field/2020/items.json"):
        with django_assert_max_num_queries(6):
            assert client.get(address).status_code == 200


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_page_of_an_edition_leads_to_its_files(load_file, client, language):
    load_file("growing-2020.yml")

    page = client.get(f"/{language}/landscape/field/2020").content.decode()

    assert f'href="/{language}/landscape/field/2020.yml"' in page
    assert f'href="/{language}/landscape/field/2020.items.json"' in page
