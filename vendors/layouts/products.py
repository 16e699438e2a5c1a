"""The page of a product: what matters most at its head, what it costs, what changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from vendors.costing.costs import Cost
from vendors.costing.formulas import money_words
from vendors.frames.facts import NOT_DOCUMENTED, SUPERSEDED
from vendors.frames.products import KEY_ATTRIBUTES
from vendors.history.change import Kind
from vendors.history.dates import is_stale
from vendors.layouts.changes import Day, by_day, shown_changes

MOST_CHANGES = 12
MOST_READ = 5  # of values documented for the first time


@dataclass(frozen=True)
class KeyFact:
    """`address` is the page of the fact; without a value it is not documented, which is not "no"."""

    label: str
    value: str
    address: str
    observed_on: str
    citation: int | None
    doubt_tag: str
    is_missing: bool
    is_stale: bool


@dataclass(frozen=True)
class PlanCost:
    """`total` is empty where the cost is not whole; then `why` says what is missing."""

    plan: str
    total: str
    why: tuple[str, ...]


def key_facts(exhibit: Exhibit, on: str) -> list[KeyFact]:
    """Those that products of this kind have facts about, in their usual order."""
    rows: dict[str, dict] = {}
    for row in exhibit.frame.to_dict("records"):
        if row["state"] != SUPERSEDED:
            rows.setdefault(row["attribute"], row)
    return [_key_fact(rows[code], exhibit, on) for code in KEY_ATTRIBUTES if code in rows]


def _key_fact(row: dict, exhibit: Exhibit, on: str) -> KeyFact:
    return KeyFact(
        label=row[label_column("attribute")],
        value=row["value_text"],
        address=f"{row['product_address']}/{row['attribute']}",
        observed_on=row["observed_on"],
        citation=exhibit.citation_numbers.get(row["source"]),
        doubt_tag=row["doubt_tag"],
        is_missing=row["state"] == NOT_DOCUMENTED,
        is_stale=bool(is_stale(row["observed_on"], on)),
    )


def plan_costs(costs: Sequence[Cost]) -> list[PlanCost]:
    return [
        PlanCost(
            plan=cost.plan.tariff.label,
            total=_("%(amount)s a month") % {"amount": money_words(cost.total, cost.currency)}
            if cost.is_complete
            else "",
            why=() if cost.is_complete else tuple(gap.words for gap in cost.gaps),
        )
        for cost in costs
    ]


def newest_changes(changes: Exhibit | None, page: Exhibit) -> tuple[Day, ...]:
    """The newest by day, citing the sources of the page where it has them.

    That a value was documented for the first time is told only where nothing else happened: it tells of reading.
    """
    if changes is None:
        return ()
    numbers = page.citation_numbers
    rows = shown_changes(changes, most=len(changes.frame))
    happened = [row for row in rows if row["kind"] != Kind.DOCUMENTED]
    return by_day(
        [{**row, "citation": numbers.get(row["source"])} for row in (happened or rows[:MOST_READ])[:MOST_CHANGES]]
    )
