"""Products compared, attribute by attribute: exactly what the page shows, in its order."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.exhibits.columns import Column, Grid
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, in_order_of, make_exhibit
from portal.words import listed, set_apart
from vendors.comparing.selecting import Chosen
from vendors.descriptions.comparison import comparison_description
from vendors.exhibits.columns import fact_columns
from vendors.exhibits.comparison_notes import comparison_notes
from vendors.findings.comparison import comparison_finding
from vendors.frames.comparison import Judgement, compared_facts
from vendors.models import Attribute, Fact
from vendors.rates import Rates

MOST_NAMED = 6  # products in the subtitle


@dataclass(frozen=True)
class Layout:
    """How the table is laid out and what its words say; `on` is the day by which values grow old."""

    query: str = ""
    conditions: tuple[str, ...] = ()
    rates: Rates = Rates()
    on: str = ""
    as_of: str = ""
    is_transposed: bool = False


def comparison_exhibit(chosen: Chosen, attributes: list[Attribute], facts: list[Fact], layout: Layout) -> Exhibit:
    """`facts` are those to show of these products and attributes, with_sources; others among them are passed over."""
    frame = compared_facts(
        chosen.products,
        attributes,
        facts,
        judgement=Judgement(chosen.verdicts, chosen.ranks),
        on=layout.on,
        by_product=layout.is_transposed,
    )
    title = _("Products compared")
    rows, columns = ("product", "attribute") if layout.is_transposed else ("attribute", "product")
    return make_exhibit(
        "compare",
        frame,
        comparison_columns(has_verdicts=bool(chosen.verdicts), has_ranks=bool(chosen.ranks)),
        cited_once(in_order_of(frame["source"], [fact.source for fact in facts])),
        query=layout.query,
        title=title,
        subtitle=set_apart([_named(chosen), *layout.conditions]),
        finding=comparison_finding(frame, chosen),
        description=comparison_description(title, frame),
        grid=Grid(rows, columns, "value", group="" if layout.is_transposed else "group"),
        notes=comparison_notes(chosen, attributes, facts, rates=layout.rates, as_of=layout.as_of),
    )


def comparison_columns(*, has_verdicts: bool, has_ranks: bool) -> list[Column]:
    """Those of facts, whether they are stale, and what became of the requirements where there are some."""
    own = {
        "product": Column(
            "product",
            _("Product"),
            "code",
            is_labelled=True,
            written_by="product_head",
            linked_by="product_address",
        ),
        "value": Column(
            "value", _("Value"), "value", written_by="value_text", tagged_by="tag", linked_by="fact_address"
        ),
    }
    columns = [own.get(column.key, column) for column in fact_columns()]
    columns.append(Column("stale", _("Old source"), on_page=False))
    if has_verdicts:
        columns += [
            Column("requirement", _("Requirement of this value"), "code", is_labelled=True, on_page=False),
            Column("requirement_reason", _("Why"), on_page=False),
            Column("verdict", _("Verdict"), "code", is_labelled=True, on_page=False),
            Column("verdict_reason", _("Reasons of the verdict"), on_page=False),
        ]
    if has_ranks:
        columns.append(Column("rank", _("Rank"), "value", on_page=False))
    return columns


def _named(chosen: Chosen) -> str:
    labels = [product.label for product in chosen.products]
    if len(labels) <= MOST_NAMED:
        return listed(labels)
    names = {"names": listed(labels[: MOST_NAMED - 1]), "count": len(labels) - MOST_NAMED + 1}
    return _("%(names)s and %(count)s more") % names
