"""The shipped facts, counted by hand, and the rules that they keep beside those of loading."""

import csv
from collections import Counter
from decimal import Decimal

import pytest
from django.conf import settings

FIXTURES = settings.BASE_DIR / "fixtures"
STATES = ("unlimited", "not_applicable")


def rows_of(table: str) -> list[dict[str, str]]:
    with (FIXTURES / f"{table}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


ATTRIBUTES = {row["code"]: row for row in rows_of("attributes")}
FACTS = rows_of("facts")
VALUES = {(row["product"], row["attribute"], row["observed_on"]): row for row in FACTS}
NEWEST = {(row["product"], row["attribute"]): row for row in FACTS}  # the table is sorted by date


def test_facts_by_group_and_type():
    assert Counter(ATTRIBUTES[row["attribute"]]["group"] for row in FACTS) == {
        "limits": 251,
        "pricing": 122,
        "scaling": 81,
        "runtimes": 65,
        "compute": 60,
        "triggers": 48,
        "developer_experience": 38,
        "compliance": 24,
        "networking": 18,
    }
    assert Counter(ATTRIBUTES[row["attribute"]]["value_type"] for row in FACTS) == {
        "number": 368,
        "boolean": 142,
        "text": 69,
        "money": 64,
        "list": 64,
    }


def test_facts_by_date_basis_state_and_doubt():
    assert (len(FACTS), len(NEWEST)) == (707, 683)
    assert Counter(bool(row["observed_on"]) for row in FACTS) == {True: 512, False: 195}
    assert Counter(row["basis"] for row in FACTS) == {"quoted": 594, "derived": 113}
    assert Counter(bool(row["doubt_en"]) for row in FACTS) == {False: 506, True: 201}
    assert [(row["product"], row["attribute"], row["value"]) for row in FACTS if row["value"] in STATES] == [
        ("cloudflare-workers", "price_per_gb_second", "not_applicable"),
        ("openfaas", "max_timeout_sync_s", "unlimited"),
    ]


def test_earlier_values_have_a_date_of_their_own():
    several = Counter((row["product"], row["attribute"]) for row in FACTS)

    found = {place: [row["observed_on"] for row in FACTS if (row["product"], row["attribute"]) == place]
             for place, number in several.items() if number > 1}  # fmt: skip

    assert {place: len(days) for place, days in found.items()} == {
        ("aws-lambda", "max_memory_api_mb"): 6,
        ("aws-lambda", "sla_percent"): 2,
        ("ibm-code-engine", "default_memory_mb"): 5,
        ("ibm-code-engine", "max_ephemeral_disk_mb"): 4,
        ("ibm-code-engine", "max_memory_mb"): 3,
        ("ibm-code-engine", "max_package_zip_mb"): 4,
        ("ibm-code-engine", "max_timeout_async_s"): 4,
        ("ibm-code-engine", "max_vcpu"): 3,
        ("tencent-scf", "free_tier_model"): 2,
    }
    assert all(day for days in found.values() for day in days)


@pytest.mark.parametrize(
    ("product", "attribute", "values"),
    [
        (
            "aws-lambda",
            "max_memory_api_mb",
            {
                "2015-04-24": "1024", "2015-06-24": "1536", "2017-11-30": "3008", "2020-12-01": "10240",
                "2025-12-01": "32768", "2026-08-07": "32768",
            },
        ),
        (
            "ibm-code-engine",
            "max_timeout_async_s",
            {"2020-08-17": "7200", "2021-03-17": "43200", "2022-08-15": "86400", "2025-12-12": "86400"},
        ),
        (
            "ibm-code-engine",
            "max_package_zip_mb",
            {"2023-06-28": "1", "2023-07-21": "50", "2023-09-27": "200", "2025-12-12": "200"},
        ),
    ],
)  # fmt: skip
def test_values_over_the_years(product, attribute, values):
    rows = [row for row in FACTS if (row["product"], row["attribute"]) == (product, attribute)]

    assert {row["observed_on"]: row["value"] for row in rows} == values
    # Each from the file as it stood on that day.
    assert len({row["source"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("product", "second", "hour", "amount"),
    [
        # 0.00001667 × 3,600
        ("aws-lambda", "price_per_gb_second", "price_per_gb_hour", "0.060012 USD"),
        # 0.0000185 × 3,600
        ("digitalocean-functions", "price_per_gb_second", "price_per_gb_hour", "0.0666 USD"),
        # 0.00011108 × 3,600
        ("tencent-scf", "price_per_gb_second", "price_per_gb_hour", "0.399888 CNY"),
        # 0.000024 × 3,600
        ("google-cloud-run", "price_per_vcpu_second", "price_per_vcpu_hour", "0.0864 USD"),
        # 0.02 a million milliseconds = 0.02 a thousand seconds; × 3.6
        ("cloudflare-workers", "price_per_million_cpu_ms", "price_per_vcpu_hour", "0.072 USD"),
    ],
)
def test_prices_of_an_hour_by_hand(product, second, hour, amount):
    price, published = NEWEST[product, hour], NEWEST[product, second]

    assert price["value"] == amount
    assert price["basis"] == "derived"
    assert price["source"] == published["source"]
    assert price["note_en"].startswith(f"to compare: {published['value']} per ")
    assert price["note_zh"].startswith("供比较：")


def test_every_price_of_a_second_stands_among_those_of_an_hour():
    for second, hour in (("gb_second", "gb_hour"), ("vcpu_second", "vcpu_hour")):
        for (product, attribute), row in NEWEST.items():
            if attribute == f"price_per_{second}" and row["value"] not in STATES:
                amount, currency = row["value"].split()
                worked_out, same = NEWEST[product, f"price_per_{hour}"]["value"].split()
                assert (Decimal(worked_out), same) == (Decimal(amount) * 3600, currency)


def test_memory_is_in_doubt_where_vcpu_is_billed_apart():
    """A price of memory alone looks cheap beside one that covers both."""
    apart = {product for product, attribute in NEWEST if attribute == "price_per_vcpu_hour"}
    plain = [
        product
        for product in sorted(apart - {"cloudflare-workers"})  # bills no memory
        if "Covers memory only" not in NEWEST[product, "price_per_gb_hour"]["doubt_en"]
    ]

    assert len(apart) == 9
    assert plain == []


def test_notes_and_doubts_stand_in_both_languages():
    """Texts have no Chinese field: their Chinese note gives the value in Chinese, names of things excepted."""
    assert [row for row in FACTS if bool(row["doubt_en"]) != bool(row["doubt_zh"])] == []
    texts = [row for row in FACTS if ATTRIBUTES[row["attribute"]]["value_type"] == "text"]
    assert [row for row in FACTS if row not in texts and bool(row["note_en"]) != bool(row["note_zh"])] == []
    assert sorted({row["value"] for row in texts if not row["note_zh"]}) == [
        "Amazon CloudWatch",
        "Apache-2.0",
        "faas-cli local-run",
    ]


def test_lists_use_one_word_for_one_thing():
    """Of the heads, without the product's own word in brackets, none differs from another only in its case."""
    for attribute in ("runtimes", "trigger_kinds"):
        heads = {
            item.partition(" (")[0]
            for row in FACTS
            if row["attribute"] == attribute
            for item in row["value"].split("; ")
        }
        assert Counter(head.casefold() for head in heads).most_common(1)[0][1] == 1
        assert not heads & {"Timer", "cron", "OSS", "COS", "JavaScript", "CustomRuntime", "Custom Image", "Dockerfile"}


@pytest.mark.parametrize(
    ("word", "products"), [("timer", 17), ("HTTP", 20), ("object storage", 11), ("Kafka", 12), ("queue", 9)]
)
def test_triggers_can_be_asked_for_by_one_word(word, products):
    found = [
        row["product"]
        for row in FACTS
        if row["attribute"] == "trigger_kinds"
        and any(item.partition(" (")[0] == word for item in row["value"].split("; "))
    ]

    assert len(found) == products


def test_plans_of_azure_functions_are_told_apart():
    """Prices are of the legacy plan, the billing step of the newer one: both say so."""
    for attribute in (
        "price_per_gb_second",
        "free_gb_seconds_month",
        "billing_granularity_ms",
        "min_billed_duration_ms",
    ):
        assert "Plans differ" in NEWEST["azure-functions", attribute]["doubt_en"]
