"""Comparisons of the shipped facts, checked by hand against fixtures/facts.csv; their speed and size."""

import csv
import io
import zlib

import pytest
from django.conf import settings
from django.http import QueryDict

from portal.loading.run import load
from vendors.filters.attributes import AttributeForm
from vendors.models import Attribute
from vendors.selections.attributes import values_of

FILES = ("sources", "vendors", "products", "attributes", "facts", "tariffs", "meters")
FIVE = "alibaba-fc~tencent-scf~aws-lambda~azure-functions~google-cloud-run-functions"
MOST_COMPRESSED = 200_000  # bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def shipped(db) -> None:
    run = load([settings.FIXTURES_DIR / f"{name}.csv" for name in FILES])
    assert run.outcome == "loaded", run.problems[:3]


def rows(client, address: str, language: str = "en") -> list[dict]:
    response = client.get(f"/{language}/compare.csv?{address}")
    assert response.status_code == 200, response.content.decode()
    return list(csv.DictReader(io.StringIO(response.content.decode())))


def order(client, address: str) -> list[str]:
    return list(dict.fromkeys(row["product"] for row in rows(client, address)))


def test_losers_stand_last_and_say_by_how_much(client, shipped):
    """FC 32,768 · Cloud Run functions 32,768 · Azure 14,336 · Lambda 10,240 · SCF 3,072 MB."""
    found = rows(client, f"products={FIVE}&attributes=max_memory_mb&must=max_memory_mb:%3E%3D12000")

    assert [(row["product"], row["verdict"], row["verdict_reason"]) for row in found] == [
        ("alibaba-fc", "meets", ""),
        ("azure-functions", "meets", ""),
        ("google-cloud-run-functions", "meets", ""),
        ("tencent-scf", "fails", "Maximum memory: 3,072 MB, 8,928 MB less than required"),
        ("aws-lambda", "fails", "Maximum memory: 10,240 MB, 1,760 MB less than required"),
    ]


def test_verdicts_speak_chinese(client, shipped):
    found = rows(client, "products=tencent-scf~fission&must=max_memory_mb:%3E%3D4096", "zh-hans")

    reasons = {row["product"]: (row["verdict_label"], row["verdict_reason"]) for row in found}
    assert reasons["tencent-scf"] == ("不满足", "最大内存：3,072 MB，比要求少 1,024 MB")
    assert reasons["fission"] == ("无法核对", "最大内存：未见记载，因此无法核对")


def test_what_is_not_documented_is_between_winners_and_losers(client, shipped):
    """GPU is documented for FC and SCF alone; SCF has too little memory."""
    address = f"products={FIVE}&must=max_memory_mb:%3E%3D4096~gpu_support:true&prefer=max_memory_mb"
    found = {row["product"]: row for row in rows(client, address)}

    assert {name: row["verdict"] for name, row in found.items()} == {
        "alibaba-fc": "meets",
        "google-cloud-run-functions": "unchecked",
        "azure-functions": "unchecked",
        "aws-lambda": "unchecked",
        "tencent-scf": "fails",
    }
    assert list(found) == [
        "alibaba-fc",
        "google-cloud-run-functions",
        "azure-functions",
        "aws-lambda",
        "tencent-scf",
    ]
    assert [row["rank"] for row in found.values()] == ["1", "", "", "", ""]


def test_ranking_puts_better_values_first(client, shipped):
    address = f"products={FIVE}&attributes=max_memory_mb"

    assert [(row["product"], row["rank"]) for row in rows(client, f"{address}&prefer=max_memory_mb")] == [
        ("alibaba-fc", "1"),
        ("google-cloud-run-functions", "1"),
        ("azure-functions", "3"),
        ("aws-lambda", "4"),
        ("tencent-scf", "5"),
    ]
    assert order(client, f"{address}&prefer=-max_memory_mb")[0] == "tencent-scf"


def test_prices_are_sorted_within_their_currency_unless_the_reader_gives_a_rate(client, shipped):
    """FC 0.15 · Lambda 0.20 · Azure 0.20 · Cloud Run functions 0.40 USD · SCF 1.33 CNY = 0.1862 USD at 0.14."""
    address = f"products={FIVE}&sort=price_per_million_requests"

    apart = order(client, address)
    together = order(client, f"{address}&rate=CNY:USD:0.14:2026-11-01")

    assert apart == ["alibaba-fc", "aws-lambda", "azure-functions", "google-cloud-run-functions", "tencent-scf"]
    assert together == ["alibaba-fc", "tencent-scf", "aws-lambda", "azure-functions", "google-cloud-run-functions"]


def test_filters_leave_out_and_say_whom(client, shipped):
    response = client.get(f"/en/compare?products={FIVE}&f.max_timeout_sync_s=%3E%3D900&f.gpu_support=true")

    chosen = response.context["chosen"]
    assert [product.slug for product in chosen.products] == ["alibaba-fc", "tencent-scf"]
    assert {product.slug: verdict.code for product, verdict in chosen.left_out} == {
        "aws-lambda": "unchecked",  # 900 s, GPU is not documented
        "azure-functions": "fails",  # 230 s
        "google-cloud-run-functions": "unchecked",
    }
    notes = [note.text for note in response.context["exhibit"]["value"].notes]
    assert (
        "Left out by the filters: do not meet them: Azure Functions; cannot be checked: AWS Lambda, "
        "Cloud Run functions (Cloud Functions)" in notes
    )


def test_no_limit_and_does_not_apply_are_no_gaps(client, shipped):
    found = rows(client, "products=openfaas~aws-lambda&attributes=max_timeout_sync_s&sort=-max_timeout_sync_s")
    assert [(row["product"], row["state"], row["value"]) for row in found] == [
        ("openfaas", "unlimited", ""),
        ("aws-lambda", "documented", "900"),
    ]

    page = client.get("/en/compare?products=cloudflare-workers&attributes=price_per_gb_second").content.decode()
    assert "compared__value--state" in page
    assert "compared--unknown" not in page


def test_differences_only(client, shipped):
    """Lambda and SCF both stop at 900 s; their memory differs."""
    address = "products=aws-lambda~tencent-scf&attributes=max_timeout_sync_s~max_memory_mb"

    assert {row["attribute"] for row in rows(client, f"{address}&diff=1")} == {"max_memory_mb"}
    assert {row["attribute"] for row in rows(client, address)} == {"max_timeout_sync_s", "max_memory_mb"}


def test_every_file_keeps_the_order_and_the_turned_view(client, shipped):
    address = "products=tencent-scf~aws-lambda&attributes=max_memory_mb~min_memory_mb&transposed=1"

    assert [(row["product"], row["attribute"]) for row in rows(client, address)] == [
        ("tencent-scf", "max_memory_mb"),
        ("tencent-scf", "min_memory_mb"),
        ("aws-lambda", "max_memory_mb"),
        ("aws-lambda", "min_memory_mb"),
    ]
    text = client.get(f"/en/compare.md?{address}").content.decode()
    assert text.index("| Product |") < text.index("Tencent Cloud Serverless Cloud Function (SCF) |")
    assert (
        "fails: 3,072 MB, 1,024 MB less than required"
        in client.get(f"/en/compare.md?{address}&must=max_memory_mb:%3E%3D4096").content.decode()
    )


@pytest.mark.parametrize("turned", ["", "&transposed=1"], ids=["columns", "rows"])
def test_all_products_and_attributes_in_few_queries_and_bytes(client, shipped, turned, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        response = client.get(f"/en/compare?products=all&group=all{turned}")

    assert response.status_code == 200
    frame = response.context["exhibit"]["value"].frame
    assert frame["product"].nunique() == 44
    assert frame["attribute"].nunique() == 83
    assert len(zlib.compress(response.content, 6)) < MOST_COMPRESSED  # and Brotli is better


@pytest.mark.parametrize("price", ["price_per_gb_second", "price_per_gb_hour"])
@pytest.mark.parametrize("way", ["sort", "prefer"])
def test_a_price_of_memory_alone_is_not_ranked_as_if_it_covered_the_processor(client, shipped, way, price):
    address = f"/en/compare.json?products=alibaba-fc~aws-lambda&attributes={price}&{way}={price}"

    answer = client.get(address).json()

    assert [row["product"] for row in answer["rows"]] == ["aws-lambda", "alibaba-fc"]  # 0.00001667 and 0.000003 USD
    assert [row.get("rank") for row in answer["rows"]] == ([1, None] if way == "prefer" else [None, None])
    assert any("memory alone" in note["text"] for note in answer["notes"])


def test_nor_is_it_on_the_page_of_the_attribute(client, shipped):
    answer = client.get("/en/attributes/price_per_gb_hour.json").json()

    priced = [row["product"] for row in answer["rows"] if row["value"] is not None]
    parts = priced[priced.index("aws-fargate") :]
    assert {"alibaba-fc", "aws-app-runner", "aws-fargate", "google-cloud-run", "vercel-functions"} <= set(parts)
    assert priced[0] == "azure-functions"  # 0.0576 USD
    assert not {"aws-lambda", "tencent-scf", "volcengine-vefaas"} & set(parts)
    assert any("memory alone" in note["text"] for note in answer["notes"])
    bars = values_of(Attribute.objects.get(code="price_per_gb_hour"), AttributeForm.read(QueryDict(""))).chart_frame
    assert list(bars["label"])[0] == "Azure Functions"
    assert not {"AWS Fargate", "AWS App Runner"} & set(bars["label"])


def test_prices_of_two_currencies_are_not_ranked_and_the_page_says_what_would_help(client, shipped):
    address = "/en/compare?products=aws-lambda~tencent-scf&attributes=price_per_million_requests"
    ranked = "prefer=price_per_million_requests"

    apart = client.get(f"{address}&{ranked}").content.decode()
    together = client.get(f"{address}&{ranked}&rate=CNY:USD:0.14:2026-11-01").content.decode()

    assert "No product has a rank" in apart
    assert "No product has a rank" not in together
    assert "No product has a rank" not in client.get(address).content.decode()
