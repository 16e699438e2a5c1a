"""Matches are narrowed by survey, vendor, topic and year; each facet counts what else there is."""

import pytest

from portal.site.search.facets import Facets, Value
from portal.site.sections import Entry

ENTRIES = [
    Entry("vendor", "vendors/aws", "Amazon Web Services", "亚马逊云科技", vendor="aws"),
    Entry("fact", "products/a/x", "A", "A", vendor="aws", year="2024"),
    Entry("fact", "products/b/x", "B", "B", vendor="azure", year="2024"),
    Entry("fact", "products/b/y", "B", "B", vendor="azure", year="2025"),
    Entry("source", "sources#s", "S", "S"),
]
FACETS = Facets(ENTRIES)
ALL = set(range(len(ENTRIES)))


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        ({}, {0, 1, 2, 3, 4}),
        ({"vendor": ()}, {0, 1, 2, 3, 4}),
        ({"vendor": ("aws",)}, {0, 1}),
        ({"vendor": ("aws", "azure"), "year": ("2024",)}, {1, 2}),
        ({"year": ("1999",)}, set()),
    ],
)
def test_kept(chosen, kept):
    assert FACETS.kept(ALL, chosen) == kept


def test_a_facet_counts_whatever_is_chosen_of_itself():
    chosen = {"vendor": ("aws",), "year": ("2024",)}

    counted = FACETS.counts(ALL, chosen)

    assert counted == {
        "kind": {"fact": 1},
        "survey": {},
        "vendor": {"aws": 1, "azure": 1},
        "topic": {},
        "year": {"2024": 1},
    }


def test_values_have_names_and_years_are_newest_first():
    vendors = FACETS.listed("vendor", {"aws": 2, "azure": 3}, "zh-hans")
    years = FACETS.listed("year", {"2024": 2, "2025": 1}, "en")

    assert vendors == (Value("azure", "azure", 3), Value("aws", "亚马逊云科技", 2))
    assert [value.code for value in years] == ["2025", "2024"]
    assert FACETS.allowed("vendor", "en") == {"aws": "Amazon Web Services", "azure": "azure"}
