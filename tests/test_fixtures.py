"""The shipped tables hold what was read: counts, and every value against the originals where those are at hand."""

import csv
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
SHARED = ROOT.parent / "shared" / "data"

needs_originals = pytest.mark.skipif(not SHARED.exists(), reason="the original data are not beside this checkout")


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.mark.parametrize(
    ("table", "count"),
    [
        ("products", 44),
        ("attributes", 83),
        ("facts", 707),
        ("surveys", 30),
        ("waves", 67),
        ("figures", 2089),
        ("terms", 71),
    ],
)
def test_tables_are_complete(table, count):
    assert len(rows_of(FIXTURES / f"{table}.csv")) == count


def test_listings_cover_the_taxonomy_and_nine_editions_of_the_landscape():
    rows = rows_of(FIXTURES / "listings.csv")

    layers = [row for row in rows if row["scheme"] == "four-layers"]
    main = Counter(
        row["edition"] for row in rows if row["scheme"] == "cncf-serverless" and row["is_second_path"] == "false"
    )

    assert Counter(row["certainty"] for row in layers) == {"stated": 15, "inferred": 26}
    assert sum(main.values()) == 552
    assert sorted(main) == [str(year) for year in range(2018, 2027)]
    assert (main["2018"], main["2026"]) == (61, 62)


def figures_added_to_those_that_were_read() -> Counter:
    """Wave → figures of `cncf-annual` that no publication of the compilation holds: computed, or of the 2021 tables."""
    published = Counter(row["wave"] for row in rows_of(SHARED / "surveys" / "published" / "figures.csv"))
    ours = Counter(row["wave"] for row in rows_of(FIXTURES / "figures.csv"))
    return ours - Counter({wave.lower(): count for wave, count in published.items()})


def key_of(row: dict[str, str], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(row[name] for name in names)


@needs_originals
def test_every_published_figure_stands_in_its_question_with_its_base():
    original = Counter(
        key_of(
            row | {"wave": row["wave"].lower(), "value": str(Decimal(row["value"]).normalize())},
            ("study_slug", "wave", "question_code", "value", "base_n"),
        )
        for row in rows_of(SHARED / "surveys" / "published" / "figures.csv")
    )
    ours = Counter(
        key_of(
            row | {"percent": str(Decimal(row["percent"]).normalize())},
            ("survey", "wave", "question", "percent", "base_n"),
        )
        for row in rows_of(FIXTURES / "figures.csv")
    )

    assert original - ours == Counter()
    assert {key[0] for key in ours - original} == {"cncf-annual"}


@needs_originals
def test_only_known_figures_were_added_to_those_that_were_read():
    computed = Counter(
        row["wave"]
        for row in rows_of(FIXTURES / "figures.csv")
        if row["basis"] == "derived" and row["source"] == "cncf-surveys"
    )

    assert computed == {"2018": 199, "2019": 289, "2020": 305, "2022": 289}
    assert figures_added_to_those_that_were_read() - computed == {"2021-part1": 65, "2021-part2": 179}


# Published on the same page: the definition asks for the largest package, which goes through OBS.
OTHER_VALUES = {("huawei-functiongraph", "max_package_zip_mb"): ("50", "300")}
OUR_SPELLING = ("runtimes", "trigger_kinds")


def originals() -> dict[tuple[str, str], dict[str, str]]:
    rows = rows_of(SHARED / "offerings" / "specs.csv")
    return {(row["product_slug"], row["attribute_code"]): row for row in rows}


def facts_read() -> dict[tuple[str, str, str], dict[str, str]]:
    return {(row["product"], row["attribute"], row["observed_on"]): row for row in rows_of(FIXTURES / "facts.csv")}


@needs_originals
def test_every_fact_keeps_the_value_date_and_basis_that_were_read():
    facts, differing = facts_read(), {}

    for (product, attribute), original in originals().items():
        fact = facts[product, attribute, original["as_of"]]
        assert fact["basis"] == original["verified"]
        if fact["value"] != original["value"] and attribute not in OUR_SPELLING:
            differing[product, attribute] = (original["value"], fact["value"])

    assert differing == OTHER_VALUES


@needs_originals
def test_every_note_that_was_read_is_kept():
    facts = facts_read()

    lost = [
        place
        for place, original in originals().items()
        if original["value_note"] not in facts[*place, original["as_of"]]["note_en"] and place not in OTHER_VALUES
    ]

    assert lost == []


@needs_originals
def test_lists_that_were_spelled_anew_lost_no_version():
    def versions(text):
        """ "3.8 to 3.14" of Lambda is spelled out, "1.x" and "Java 1.8" are Go 1 and Java 8."""
        text = text.replace("3.8 to 3.14", "3.8/3.9/3.10/3.11/3.12/3.13/3.14").replace("Java 1.8", "Java 8")
        return sorted(re.findall(r"\d+(?:\.\d+)*", text))

    facts = facts_read()
    differing = [
        place
        for place, original in originals().items()
        if place[1] == "runtimes" and versions(original["value"]) != versions(facts[*place, original["as_of"]]["value"])
    ]

    assert differing == []


@needs_originals
def test_only_known_facts_were_added_to_those_that_were_read():
    read = {(*place, original["as_of"]) for place, original in originals().items()}

    added = Counter(attribute for product, attribute, day in facts_read().keys() - read)

    assert added == {
        "price_per_gb_hour": 11,
        "price_per_vcpu_hour": 4,
        "free_tier_model": 3,
        "included_ephemeral_disk_mb": 3,
        "max_memory_api_mb": 5,
        "max_ephemeral_disk_mb": 3,
        "max_timeout_async_s": 3,
        "max_package_zip_mb": 3,
        "default_memory_mb": 4,
        "max_memory_mb": 2,
        "max_vcpu": 2,
        "max_instances": 1,
        "max_streamed_response_mb": 1,
        "max_timeout_sync_s": 1,
        "min_billed_duration_ms": 1,
        "price_per_gb_second": 1,
        "price_provisioned_idle_gb_second": 1,
        "sla_percent": 1,
    }


@pytest.mark.parametrize("file", sorted(FIXTURES.glob("*.csv")), ids=lambda file: file.stem)
def test_tables_are_sorted_and_plain(file):
    raw = file.read_bytes()
    rows = rows_of(file)

    assert b"\r" not in raw
    assert b"\x00" not in raw
    raw.decode("utf-8")
    first = list(rows[0])[0]
    assert [row[first] for row in rows] == sorted(row[first] for row in rows)


def test_copy_sites_are_marked():
    hosts = ("m.bestwisewords.com", "aming.ourdisc.net", "fanyv88.com", "webkkk.net", "github.mirrors.us.kg")

    unmarked = [
        row["url"]
        for row in rows_of(FIXTURES / "sources.csv")
        if any(host in row["url"] for host in hosts) and row["standing"] != "copy_site"
    ]

    assert unmarked == []


@needs_originals
def test_countries_of_vendors_are_those_that_were_read():
    """Providers name their country by slug, organisations of the landscape by Crunchbase name; neither adds one."""
    vendors = rows_of(FIXTURES / "vendors.csv")
    providers = {row["slug"]: row for row in rows_of(SHARED / "offerings" / "providers.csv")}
    organisations = {row["crunchbase_slug"]: row for row in rows_of(SHARED / "landscape" / "organizations.csv")}
    differing = {}

    for vendor in vendors:
        found = [providers.get(vendor["slug"]), organisations.get(vendor["crunchbase"])]
        read = {row["headquarters_country"] for row in found if row} - {""}
        if read != ({vendor["country"]} - {""}):
            differing[vendor["slug"]] = (read, vendor["country"])

    assert differing == {}
    assert Counter(vendor["country"] for vendor in vendors) == {
        "": 68, "US": 10, "CN": 9, "DE": 1, "FI": 1, "GB": 1, "IN": 1,
    }  # fmt: skip
