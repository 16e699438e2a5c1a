"""What the shipped chapters count and quote, beside shares, worked out anew from the shipped tables."""

import csv
import re
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
from django.conf import settings

from tests.portal.report.test_chapters_shipped import LANGUAGES, SLUGS, TARGET, read_chapter

Row = dict[str, str]
LANDSCAPE = "cncf-serverless"
WORDS = {2: "two", 6: "six", 7: "Seven", 8: "eight", 9: "nine"}
# With separators of thousands, as no day, year or share is written.
LARGE = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d%])")


@cache
def table(name: str) -> tuple[Row, ...]:
    with (settings.FIXTURES_DIR / f"{name}.csv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


def many(name: str, **values: str) -> int:
    return sum(all(row[key] == value for key, value in values.items()) for row in table(name))


def values_of(attribute: str) -> dict[str, str]:
    """{product: its newest value}"""
    rows = sorted(table("facts"), key=lambda row: row["observed_on"])
    return {row["product"]: row["value"] for row in rows if row["attribute"] == attribute}


def value(product: str, attribute: str) -> str:
    return f"{int(values_of(attribute)[product]):,}"


def edition(year: str) -> list[Row]:
    return [row for row in table("listings") if row["scheme"] == LANDSCAPE and row["edition"] == year]


def keys(year: str) -> set[str]:
    return {row["key"] for row in edition(year)}


def listed(year: str, **values: str) -> int:
    return sum(all(row[key] == value for key, value in values.items()) for row in edition(year))


def countries(year: str) -> Counter:
    known = {row["slug"]: row["country"] for row in table("vendors")}
    return Counter(known.get(row["vendor"], "") for row in edition(year))


def comparable() -> int:
    """Products that run functions or containers: those whose limits compare."""
    return many("products", service_model="faas") + many("products", service_model="caas")


def batch_job_limits() -> str:
    code_engine = {"product": "ibm-code-engine", "attribute": "max_timeout_async_s"}
    rows = [row for row in table("facts") if all(row[key] == one for key, one in code_engine.items())]
    runs = list(dict.fromkeys(f"{int(row['value']):,}" for row in sorted(rows, key=lambda row: row["observed_on"])))
    return f"{runs[0]} seconds in August 2020, {runs[1]} in March 2021 and {runs[2]} from August 2022"


# (chapter, its words): each as the tables have it.
COUNTED: dict[str, tuple[Callable[[], str], ...]] = {
    "01-in-short": (lambda: f"{many('products')} products are followed here",),
    "11-definition": (
        lambda: f"The portal follows {many('products')} products",
        lambda: f"{many('products', service_model='faas')} of them run functions",
        lambda: f"{many('products', service_model='caas')} run containers",
        lambda: f"{many('products', service_model='workflow')} run workflows",
        lambda: f"{many('products', service_model='integration')} carry events",
        lambda: f"{many('products', deployment='hosted')} are hosted by a provider",
        lambda: f"{many('products', deployment='installable')} are software to install",
    ),
    "12-structure": (
        lambda: f"{WORDS[many('products', service_model='workflow')]} such services of five providers",
        lambda: f"among the {many('products')} [products]",
    ),
    "13-advantages": (
        lambda: f"up to {value('alibaba-fc', 'concurrency_per_instance')} for Alibaba Cloud Function Compute",
        lambda: f"{value('tencent-scf', 'concurrency_per_instance')} for Tencent Cloud SCF",
        lambda: f"{value('huawei-functiongraph', 'concurrency_per_instance')} for FunctionGraph and Azure Functions",
        lambda: f"rounds each run up to {value('jd-function-service', 'billing_granularity_ms')}",
    ),
    "14-limits": (
        lambda: f"a synchronous run {value('aws-lambda', 'max_timeout_sync_s')} seconds on AWS Lambda and Tencent",
        lambda: f"{value('alibaba-fc', 'max_timeout_sync_s')} seconds, a whole day, on Alibaba Cloud",
        lambda: f"up to {value('huawei-functiongraph', 'max_timeout_async_s')} seconds, or three days",
        lambda: f"Baidu CFC still stops at {value('baidu-cfc', 'max_timeout_sync_s')} seconds",
        batch_job_limits,
        lambda: f"{len(values_of('provisioned_concurrency'))} of {comparable()} products document instances",
        lambda: f"{len(values_of('cold_start_feature'))} name a feature of their own",
        lambda: f"{len(values_of('local_debug_tool'))} name a tool",
    ),
    "15-containers": (
        lambda: f"Of {comparable()} products for which the question makes sense",
        lambda: f"{len(values_of('container_image'))} document that a user can deploy an image",
        lambda: f"The other {comparable() - len(values_of('container_image'))} are not documented",
    ),
    "22-products": (
        lambda: f"Of the {many('listings', scheme='four-layers')} placements shown here",
        lambda: f"{many('listings', scheme='four-layers', certainty='stated')} are stated there",
        lambda: f"The other {many('listings', scheme='four-layers', certainty='inferred')} are ours",
    ),
    "23-vendors": (
        lambda: f"The edition of 2021 holds {len(edition('2021'))} items",
        lambda: f"{listed('2021', category='hosted-platform')} are hosted platforms",
        lambda: f"{listed('2021', category='installable-platform')} are platforms to install",
        lambda: f"{listed('2021', category='tools')} are tools",
        lambda: f"{listed('2021', category='framework')} are frameworks",
        lambda: f"{listed('2021', category='security')} deal with security",
        lambda: f"{WORDS[countries('2021')['CN']]} of them come from organisations with headquarters in China",
        lambda: f"For {countries('2021')['']} of the {len(edition('2021'))}, no source read here says",
        lambda: f"The edition of August 2026 counts {len(edition('2026'))} items",
        lambda: f"For {WORDS[listed('2026', is_second_path='true')]} of them serverless is only the second category",
        lambda: f"it counts {listed('2026', is_second_path='false')}, two more",
        lambda: f"{len(keys('2026') - keys('2021'))} items entered and {len(keys('2021') - keys('2026'))} left",
        lambda: f"Hosted platforms number {listed('2026', category='hosted-platform')} in both",
        lambda: f"{WORDS[listed('2021', maturity='sandbox')]} of the items were CNCF projects",
        lambda: f"In 2026 there are {WORDS[len(edition('2026')) - listed('2026', maturity='none')]}",
    ),
    "31-open-questions": (
        lambda: f"Of {comparable()} products for which it would make sense",
        lambda: f"{len(values_of('concurrency_per_instance'))} document how many requests",
        lambda: f"{len(values_of('local_debug_tool'))} name a tool",
    ),
}


@pytest.mark.parametrize("slug", COUNTED)
def test_a_chapter_counts_what_the_tables_hold(slug):
    text = TARGET.sub("]", read_chapter(slug, "en").body)

    assert [words for claim in COUNTED[slug] if (words := claim()) not in text] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_large_numbers_are_the_same_in_both_languages(slug):
    english, chinese = (
        set(LARGE.findall(TARGET.sub("]", read_chapter(slug, language).body))) for language in LANGUAGES
    )

    assert english == chinese
