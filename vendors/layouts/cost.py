"""How the page of costs lays out its rows: a table for each currency, what stands apart, and how each comes about."""

from dataclasses import dataclass

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from vendors.costing.costs import Cost, CostState
from vendors.costing.formulas import line_formula, money_words, sum_formula
from vendors.costing.gaps import Gap
from vendors.costing.plans import Input
from vendors.costing.ranking import Ranked
from vendors.filters.cost import DEFAULTS, CostForm
from vendors.history.dates import is_stale


@dataclass(frozen=True)
class CostRow:
    """A plan in a table; texts are money in words, `compared` in the currency of the table."""

    anchor: str
    rank: str
    product: str
    plan: str
    address: str
    total: str
    compared: str
    requests: str
    compute: str
    allowance: str
    base: str
    doubt: str
    stale: str  # the year of the oldest price where it has grown old
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class CurrencyTable:
    currency: str
    rows: tuple[CostRow, ...]
    is_converted: bool


@dataclass(frozen=True)
class CitedInput:
    value: Input
    citation: int | None


@dataclass(frozen=True)
class Breakdown:
    """How one cost comes about."""

    anchor: str
    label: str
    total: str
    lines: tuple[str, ...]
    inputs: tuple[CitedInput, ...]
    assumptions: tuple[str, ...]
    gaps: tuple[Gap, ...]
    note: str


@dataclass(frozen=True)
class Preset:
    label: str
    query: str
    is_chosen: bool


def currency_tables(ranked: tuple[Ranked, ...], exhibit: Exhibit, on: str) -> list[CurrencyTable]:
    groups: dict[str, list[tuple[Ranked, dict]]] = {}
    for each, row in zip(ranked, exhibit.frame.to_dict("records"), strict=True):
        if each.rank:
            groups.setdefault(each.currency, []).append((each, row))
    return [
        CurrencyTable(
            currency,
            tuple(cost_row(each, row, on) for each, row in rows),
            any(each.rate is not None for each, _row in rows),
        )
        for currency, rows in groups.items()
    ]


def rows_of(ranked: tuple[Ranked, ...], exhibit: Exhibit, state: CostState, on: str) -> list[CostRow]:
    pairs = zip(ranked, exhibit.frame.to_dict("records"), strict=True)
    return [cost_row(each, row, on) for each, row in pairs if each.cost.state == state]


def cost_row(each: Ranked, row: dict, on: str) -> CostRow:
    return CostRow(
        anchor=anchor_of(each.cost),
        rank=str(each.rank or ""),
        product=row[label_column("product")],
        plan=row[label_column("tariff")],
        address=row["product_address"],
        total=row["total_text"],
        compared=money_words(each.amount, each.currency) if each.amount is not None else "",
        requests=row["requests_text"],
        compute=row["compute_text"],
        allowance=row["allowance_text"],
        base=row["base_text"],
        doubt=row["doubt_tag"],
        stale=oldest_year(each.cost, on) if each.rank else "",
        gaps=each.cost.gaps,
    )


def oldest_year(cost: Cost, on: str) -> str:
    """The year of its oldest price or allowance that is stale on the day `on`."""
    dates = [one.fact.observed_on for line in cost.lines for one in line.inputs if one.fact]
    old = [date for date in dates if is_stale(date, on)]
    return min(old)[:4] if old else ""


def anchor_of(cost: Cost) -> str:
    return cost.plan.key.replace("/", "-")


def breakdowns(ranked: tuple[Ranked, ...], exhibit: Exhibit) -> list[Breakdown]:
    """One for each plan of which something could be computed."""
    numbers = exhibit.citation_numbers
    return [
        Breakdown(
            anchor=anchor_of(cost),
            label=cost.plan.label,
            total=money_words(cost.total, cost.currency) if cost.is_complete else "",
            lines=tuple(filter(None, [*(line_formula(cost, line) for line in cost.lines), sum_formula(cost)])),
            inputs=tuple(CitedInput(each, numbers.get(each.source.code)) for each in cost.inputs),
            assumptions=cost.assumptions,
            gaps=cost.gaps,
            note=cost.plan.tariff.text("note"),
        )
        for cost in (each.cost for each in ranked)
        if cost.state in (CostState.COMPLETE, CostState.PARTIAL)
    ]


def presets(form: CostForm, named: dict[str, dict[str, str]]) -> list[Preset]:
    """Workloads to begin with; what else the reader chose stays."""
    kept = form.query(*form.FILE_FIELDS, *WORKLOAD)
    workload = form.query(*(name for name in form.fields if name not in WORKLOAD))
    found = []
    for label, values in named.items():
        given = {name: value for name, value in values.items() if DEFAULTS.get(name) != value}
        own = "&".join(f"{name}={given[name]}" for name in WORKLOAD if name in given)
        found.append(Preset(label, "&".join(filter(None, [own, kept])), own == workload))
    return found


WORKLOAD = ("requests", "ms", "mb", "arch", "free", "vcpu", "cpu_ms")
