"""One fact: its value now, and all its dated values."""

from dataclasses import replace

from django.utils.translation import gettext as _

from portal.charts.line_shapes import TrendLines
from portal.exhibits.citations import Note
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, in_order_of, make_exhibit
from portal.words import set_apart
from vendors.descriptions.facts import fact_description
from vendors.exhibits.attributes import unit_of_bars
from vendors.exhibits.columns import fact_columns
from vendors.exhibits.notes import as_of_notes, as_of_words, derived_note, doubt_note, missing_note
from vendors.findings.facts import fact_finding
from vendors.frames.facts import product_facts
from vendors.frames.history import dated_numbers
from vendors.models import Attribute, Fact, Product

LEAST_POINTS = 2  # of a chart over time


def fact_exhibit(
    product: Product, attribute: Attribute, facts: list[Fact], *, as_of: str = "", query: str = ""
) -> Exhibit:
    """`facts` are all of this product and attribute known by the day that is shown, with_sources."""
    frame = product_facts(product, [attribute], facts)
    drawn = dated_numbers(frame)
    title = _("%(product)s: %(attribute)s") % {"product": product.label, "attribute": attribute.label}
    has_chart = len(drawn) >= LEAST_POINTS
    unit = unit_of_bars(attribute, frame) if has_chart else ""
    return make_exhibit(
        f"products/{product.slug}/{attribute.code}",
        frame,
        history_columns(),
        cited_once(in_order_of(frame["source"], [fact.source for fact in facts]) or [product.source]),
        query=query,
        title=title,
        subtitle=set_apart([attribute.text("definition").rstrip(".。"), as_of_words(as_of)]),
        finding=fact_finding(frame, title),
        description=fact_description(title, frame),
        shape=TrendLines("date", "series", "number", unit=unit) if has_chart else None,
        chart_frame=drawn if has_chart else None,
        notes=(
            *as_of_notes(as_of),
            *dates_notes(has_chart),
            doubt_note(),
            derived_note(),
            missing_note(),
        ),
    )


def history_columns() -> list[Column]:
    """Those of facts, the date first on pages; the product and attribute are the same in every row."""
    columns = {column.key: column for column in fact_columns()}
    hidden = [replace(columns.pop(key), on_page=False, linked_by="") for key in ("product", "attribute", "group")]
    state = replace(columns.pop("state"), on_page=True)
    return [*hidden, columns.pop("observed_on"), columns.pop("value"), columns.pop("unit"), state, *columns.values()]


def dates_notes(has_chart: bool) -> tuple[Note, ...]:
    text = _("Points stand at the dates of the sources; between two of them the value changed at a time nobody says.")
    return (Note(text),) if has_chart else ()
