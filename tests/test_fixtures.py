"""The shipped tables hold what was read: counts, and every value against the originals where those are at hand."""

import csv
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
    [("products", 44), ("attributes", 83), ("facts", 657), ("surveys", 30), ("waves", 67), ("figures", 763)],
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


@needs_originals
def test_every_published_figure_is_as_it_was_read():
    original = sorted(Decimal(row["value"]) for row in rows_of(SHARED / "surveys" / "published" / "figures.csv"))
    ours = sorted(Decimal(row["percent"]) for row in rows_of(FIXTURES / "figures.csv"))

    assert ours == original


@needs_originals
def test_every_figure_stands_in_its_question_with_its_base():
    def key(row, names):
        return tuple(row[name] for name in names)

    original = Counter(
        key(
            row | {"wave": row["wave"].lower(), "value": str(Decimal(row["value"]).normalize())},
            ("study_slug", "wave", "question_code", "value", "base_n"),
        )
        for row in rows_of(SHARED / "surveys" / "published" / "figures.csv")
    )
    ours = Counter(
        key(
            row | {"percent": str(Decimal(row["percent"]).normalize())},
            ("survey", "wave", "question", "percent", "base_n"),
        )
        for row in rows_of(FIXTURES / "figures.csv")
    )

    assert ours == original


@needs_originals
def test_every_fact_is_as_it_was_read():
    original = {
        (row["product_slug"], row["attribute_code"]): (row["value"], row["value_note"], row["as_of"], row["verified"])
        for row in rows_of(SHARED / "offerings" / "specs.csv")
    }
    ours = {
        (row["product"], row["attribute"]): (row["value"], row["note_en"], row["observed_on"], row["basis"])
        for row in rows_of(FIXTURES / "facts.csv")
    }

    assert {key: (ours.get(key), value) for key, value in original.items() if ours.get(key) != value} == {}


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
