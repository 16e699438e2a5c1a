"""The page of a comparison: its controls as addresses, its cells, what it refuses."""

import re

import pytest

from vendors.models import Attribute, Fact, Product

pytestmark = pytest.mark.django_db


def get(client, query, language="en"):
    return client.get(f"/{language}/compare?{query}")


def test_heads_move_and_remove_products_by_addresses(client, world):
    comparison = get(client, "products=lambda~fc~steps&group=limits").context["comparison"]

    links = {head.label: [(link.sign, link.href) for link in head.links] for head in comparison.columns}
    assert links["Function Compute"] == [
        ("←", "?products=fc~lambda~steps&group=limits"),
        ("→", "?products=lambda~steps~fc&group=limits"),
        ("×", "?products=lambda~steps&group=limits"),
    ]
    assert [sign for sign, _href in links["AWS Lambda"]] == ["→", "×"]
    assert [sign for sign, _href in links["Step Functions"]] == ["←", "×"]


def test_nothing_moves_where_values_give_the_order(client, world):
    comparison = get(client, "products=lambda~fc&sort=-max_memory_mb").context["comparison"]

    assert [(head.label, [link.sign for link in head.links]) for head in comparison.columns] == [
        ("Function Compute", ["×"]),
        ("AWS Lambda", ["×"]),
    ]


def test_attributes_sort_and_sort_no_longer(client, world):
    head = get(client, "products=lambda~fc&sort=-max_memory_mb").context["comparison"].groups[0].lines[0].head

    assert [(link.href, link.is_chosen) for link in head.links] == [
        ("?products=lambda~fc&sort=max_memory_mb", False),
        ("?products=lambda~fc", True),
    ]
    assert head.direction == "descending"


def test_cells_lead_to_facts_their_source_and_the_correction(client, world):
    page = get(client, "products=lambda~fc&group=limits").content.decode()

    assert 'href="/en/products/fc/max_memory_mb"' in page
    assert 'href="/en/products/fc/max_memory_mb#correct"' in page
    assert "What is wrong here? Maximum memory, Function Compute" in page
    assert "Two pages differ." in page
    assert 'aria-label="Source 2"' in page
    assert 'href="/en/attributes/max_memory_mb"' in page


def test_states_are_told_apart(client, world):
    gpu = Attribute.objects.get(code="gpu_support")
    Fact.objects.create(
        product=Product.objects.get(slug="lambda"),
        attribute=gpu,
        boolean=False,
        basis="quoted",
        source=Fact.objects.first().source,
    )
    page = get(client, "products=lambda~steps&attributes=gpu_support").content.decode()

    assert ">no</a>" in page
    assert 'compared--unknown">not documented</td>' in page


def test_old_sources_are_marked(client, world):
    Fact.objects.filter(product__slug="fc", attribute__code="max_memory_mb").update(observed_on="2019-12")
    page = get(client, "products=lambda~fc&group=limits")

    cells = page.context["comparison"].groups[0].lines[0].cells
    assert [cell["stale"] for cell in cells] == [None, True]
    assert page.content.decode().count('<span class="compared__old">') == 1


def test_a_day_shows_what_was_known_then(client, world):
    cells = get(client, "products=lambda&attributes=max_memory_mb&as_of=2020-01-01").context["comparison"].groups[0]

    assert [cell["text"] for cell in cells.lines[0].cells] == ["3,008 MB"]
    assert client.get("/en/compare?as_of=2020-13-01").status_code == 400


def test_losers_are_greyed_and_say_why(client, world):
    response = get(client, "products=lambda~fc~steps&must=max_memory_mb:%3E%3D20000")

    comparison = response.context["comparison"]
    assert [head.label for head in comparison.columns] == ["Function Compute", "Step Functions", "AWS Lambda"]
    assert [(each.code, each.reasons) for each in comparison.judged] == [
        ("meets", []),
        ("unchecked", ["Maximum memory: not documented, so it cannot be checked"]),
        ("fails", ["Maximum memory: 10,240 MB, 9,760 MB less than required"]),
    ]
    assert [head.css for head in comparison.columns] == ["", "", " compared--out"]
    assert response.context["exhibit"]["value"].finding == (
        "Meet all requirements: 1 of 3 products; fail: 1; cannot be checked: 1"
    )


def test_turned_round_cells_name_the_headings_they_stand_under(client, world):
    query = "products=lambda~fc&group=limits&must=max_memory_mb:%3E1"
    page = get(client, f"{query}&transposed=1").text
    ids = re.findall(r'<th [^>]*id="([^"]+)"', page)
    named = re.findall(r'<td [^>]*headers="([^"]+)"', page)

    assert named[:2] == ["r1 j", "r1 g0 c0"]
    assert len(named) == page.count('<td class="table__cell')
    assert len(ids) == len(set(ids))
    assert {each for headings in named for each in headings.split()} <= set(ids)
    assert "headers=" not in get(client, query).text


def test_turned_round_products_are_rows(client, world):
    comparison = get(client, "products=lambda~fc&group=limits&transposed=1&must=max_memory_mb:%3E1").context[
        "comparison"
    ]

    assert [line.head.label for line in comparison.groups[0].lines] == ["AWS Lambda", "Function Compute"]
    assert [(group.label, group.width) for group in comparison.column_groups] == [("Limits", len(comparison.columns))]
    assert [line.judged.code for line in comparison.groups[0].lines] == ["meets", "meets"]


@pytest.mark.parametrize(
    ("sent", "address"),
    [
        (
            "products=lambda~fc&add=max_memory_mb&is=%3E%3D4096&as=must",
            "products=lambda~fc&must=max_memory_mb:%3E%3D4096",
        ),
        ("must=gpu_support:true&add=max_memory_mb&is=1&as=must", "must=gpu_support:true~max_memory_mb:1"),
        ("add=max_memory_mb&is=%3E1&as=filter", "f.max_memory_mb=%3E1"),
        ("f.max_memory_mb=%3E1&add=max_memory_mb&is=%3C9&as=filter", "f.max_memory_mb=(%3E1)%26%26(%3C9)"),
        ("add=max_memory_mb&is=&as=prefer", "add=max_memory_mb&as=prefer"),  # the empty field goes first
        ("prefer=gpu_support&add=max_memory_mb&as=prefer", "prefer=gpu_support~max_memory_mb"),
    ],
    ids=["must", "another", "filter", "both", "empty", "prefer"],
)
def test_the_form_of_requirements_leads_to_the_one_address(client, world, sent, address):
    response = get(client, sent)

    assert (response.status_code, response["Location"]) == (302, f"/en/compare?{address}")


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("f.max_memory=1", "f.max_memory_mb"),
        ("f.max_memory_mb=%3E%3Dabc", "At character 3: expected a number"),
        ("must=max_memory_mb", "At character 14: expected : and what is required"),
        ("must=gpu_support:true~max_memory_mb:%3E", "At character 33: expected a number"),
        ("must=max_memory:%3E1", "max_memory_mb:&gt;1"),
        ("prefer=-max_memory", "-max_memory_mb"),
        ("sort=max_memory", "max_memory_mb"),
        ("rate=7", "is no rate"),
        ("diff=2", "diff"),
        ("add=max_memory_mb&as=must", "Say what the value must be"),
        ("add=max_memory_mb&is=x&as=must", "At character 1: expected a number"),
        ("as=must", "Choose an attribute"),
        ("add=max_memory_mb&is=1&as=all", "as"),
        ("f.gpu_support=true~false", "At character 5"),
    ],
)
def test_what_is_wrong_is_400_with_the_reason(client, world, query, reason):
    response = get(client, query)

    assert response.status_code == 400
    assert reason in response.content.decode()


def test_the_character_is_marked_in_both_languages(client, world):
    english = get(client, "f.max_memory_mb=%3E%3D9O0").content.decode()
    chinese = get(client, "f.max_memory_mb=%3E%3D9O0", "zh-hans").content.decode()

    assert '<pre class="problems__excerpt">&gt;=9O0\n   ^</pre>' in english
    assert "第 4 个字符处：此处应无单位，或为 MB。" in chinese


def test_the_api_gives_cells_and_verdicts_of_the_page(client, world):
    body = client.get("/api/v1/compare?products=lambda~fc&must=max_memory_mb:%3E%3D20000&prefer=max_memory_mb").json()

    data = body["data"]
    assert data["outcome"] == {"meets": 1, "unchecked": 0, "fails": 1}
    assert [(each["slug"], each["verdict"], each["rank"]) for each in data["products"]] == [
        ("fc", "meets", 1),
        ("lambda", "fails", None),
    ]
    [row] = [row for row in data["rows"] if row["attribute"] == "max_memory_mb"]
    cell = row["cells"][1]
    assert cell.pop("source")["code"] == "quotas"
    assert cell == {
        "product": "lambda",
        "value": 10240,
        "unit": "MB",
        "state": "documented",
        "note": None,
        "observed_on": None,
        "basis": "quoted",
        "stale": None,
        "doubt": None,
        "requirement": "failed",
    }


def test_the_api_sends_what_is_not_documented_as_null(client, world):
    body = client.get("/api/v1/compare?products=steps&attributes=gpu_support").json()

    [cell] = body["data"]["rows"][0]["cells"]
    assert (cell["state"], cell["value"], cell["source"], cell["stale"]) == ("not_documented", None, None, None)


@pytest.mark.parametrize(
    ("query", "parameter", "position"),
    [("f.max_memory_mb=%3E%3Dabc", "f.max_memory_mb", 2), ("must=max_memory_mb:(1", "must", 16)],
)
def test_the_api_says_the_position_of_what_is_wrong(client, world, query, parameter, position):
    response = client.get(f"/api/v1/compare?{query}")

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert [(error["parameter"], error["position"]) for error in response.json()["errors"]] == [(parameter, position)]


@pytest.mark.parametrize("name", ["transposed", "labels", "add", "nonsense"])
def test_the_api_refuses_what_only_pages_know(client, world, name):
    assert client.get(f"/api/v1/compare?{name}=1").status_code == 400
