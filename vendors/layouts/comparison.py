"""The comparison as a table of heads, lines and cells, whichever way it is turned. Cells are cheap: they are many."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.labels import page_path
from vendors.comparing.verdicts import FAILS, VERDICTS
from vendors.filters.comparison import CompareForm
from vendors.frames.facts import NOT_DOCUMENTED
from vendors.layouts.comparison_links import HeadLink, attribute_links, product_links
from vendors.selections.comparison import Compared
from vendors.units import unit_words


@dataclass(frozen=True)
class Head:
    """The head of a row or a column; `css` marks what has failed."""

    label: str
    address: str
    remark: str = ""
    definition: str = ""
    css: str = ""
    links: tuple[HeadLink, ...] = ()
    direction: str = ""  # "ascending" or "descending" where the products are sorted by it


@dataclass(frozen=True)
class Judged:
    """The verdict on a product."""

    code: str
    label: str
    reasons: list[str]
    rank: int | None


@dataclass(frozen=True)
class Line:
    head: Head
    cells: list[dict]
    judged: Judged | None = None


@dataclass(frozen=True)
class Group:
    """Lines under a heading, or, turned round, so many columns under it."""

    label: str
    lines: tuple[Line, ...] = ()
    width: int = 0


@dataclass(frozen=True)
class Comparison:
    """`judged` has one verdict for each column where products are columns; turned round, lines have them."""

    is_transposed: bool
    columns: tuple[Head, ...]
    groups: tuple[Group, ...]
    column_groups: tuple[Group, ...] = ()
    judged: tuple[Judged, ...] = ()
    has_verdicts: bool = False

    @property
    def over(self) -> dict[int, str]:
        """Place of a column → ids of its headings; empty where one row of headings says all."""
        groups = (number for number, group in enumerate(self.column_groups) for _place in range(group.width))
        return {place: f"g{number} c{place}" for place, number in enumerate(groups)}

    @property
    def density(self) -> str:
        """How many columns a narrow screen holds: two or three where there are no more, else two and a bit."""
        return str(len(self.columns)) if len(self.columns) in (1, 2, 3) else "many"


def comparison(found: Compared, form: CompareForm) -> Comparison:
    is_transposed = form.is_on("transposed")
    products, attributes = product_heads(found, form), attribute_heads(found, form)
    rows = found.exhibit.rows
    make = cell_maker(found)
    has_verdicts = bool(found.chosen.verdicts or found.chosen.ranks)
    judged = [judged_product(found, product.pk) for product in found.chosen.products] if has_verdicts else []
    if is_transposed:
        lines = lines_of(rows, products, make, judged)
        return Comparison(
            True, tuple(attributes), (Group("", tuple(lines)),), tuple(widths_of(found)), has_verdicts=has_verdicts
        )
    lines = lines_of(rows, attributes, make, [])
    groups: dict[str, list[Line]] = {}
    for attribute, line in zip(found.attributes, lines, strict=True):
        groups.setdefault(str(attribute.get_group_display()), []).append(line)
    return Comparison(
        False,
        tuple(products),
        tuple(Group(label, tuple(each)) for label, each in groups.items()),
        judged=tuple(judged),
        has_verdicts=has_verdicts,
    )


def lines_of(rows: list[dict], heads: list[Head], make: Callable[[dict], dict], judged: list[Judged]) -> list[Line]:
    """The rows cut into as many lines as there are heads."""
    width = len(rows) // len(heads) if heads else 0
    return [
        Line(
            head,
            [make(row) for row in rows[place * width : (place + 1) * width]],
            judged[place] if judged else None,
        )
        for place, head in enumerate(heads)
    ]


def widths_of(found: Compared) -> list[Group]:
    """The groups of attributes as headings over their columns."""
    counts: dict[str, int] = {}
    for attribute in found.attributes:
        label = str(attribute.get_group_display())
        counts[label] = counts.get(label, 0) + 1
    return [Group(label, width=count) for label, count in counts.items()]


def judged_product(found: Compared, key: int) -> Judged:
    verdict, rank = found.chosen.verdicts.get(key), found.chosen.ranks.get(key)
    code = verdict.code if verdict else ""
    return Judged(code, str(VERDICTS[code]) if code else "", verdict.reasons if verdict else [], rank)


def product_heads(found: Compared, form: CompareForm) -> list[Head]:
    verdicts = found.chosen.verdicts
    links = product_links(found, form)
    return [
        Head(
            product.label,
            page_path(f"products/{product.slug}"),
            remark=product.vendor.label,
            css=" compared--out" if product.pk in verdicts and verdicts[product.pk].code == FAILS else "",
            links=links[product.slug],
        )
        for product in found.chosen.products
    ]


def attribute_heads(found: Compared, form: CompareForm) -> list[Head]:
    links = attribute_links(found, form)
    sort = form.values["sort"]
    return [
        Head(
            attribute.label,
            page_path(f"attributes/{attribute.code}"),
            remark=unit_words(attribute.unit),
            definition=attribute.text("definition"),
            links=links[attribute.code],
            direction={attribute.code: "ascending", f"-{attribute.code}": "descending"}.get(sort, ""),
        )
        for attribute in found.attributes
    ]


def cell_maker(found: Compared) -> Callable[[dict], dict]:
    """What makes the cell of a row: small for what is not documented, which most cells of a wide table are."""
    numbers = found.exhibit.citation_numbers
    sources = {code: _("Source %(number)s") % {"number": number} for code, number in numbers.items()}
    wrong = _("What is wrong here? %(attribute)s, %(product)s")
    root = page_path()
    basis, state, requirement = (label_column(key) for key in ("basis", "state", "requirement"))
    attribute, product = label_column("attribute"), label_column("product")

    def make(row: dict) -> dict:
        is_out = row["verdict"] == FAILS
        css = "table__cell compared compared--out" if is_out else "table__cell compared"
        outcome = row["requirement"]
        css += f" compared--{outcome}" if outcome else ""
        if row["state"] == NOT_DOCUMENTED:
            return {"css": f"{css} compared--unknown", "text": row["value_text"], "outcome": row[requirement]}
        return {
            "css": f"{css} compared--best" if row["is_best"] else css,
            "text": row["value_text"],
            "href": f"{root}{row['fact_address']}",
            "is_stated": row["state"] == "documented",
            "state": row[state],
            "is_best": row["is_best"],
            "citation": numbers.get(row["source"]),
            "doubt": row["doubt"],
            "note": row["note"],
            "day": row["observed_on"],
            "basis": row[basis] if row["basis"] == "derived" else "",
            "stale": row["stale"],
            "outcome": row[requirement] if outcome != "met" else "",
            "reason": row["requirement_reason"],
            "source_label": sources.get(row["source"]),
            "wrong_label": wrong % {"attribute": row[attribute], "product": row[product]},
        }

    return make
