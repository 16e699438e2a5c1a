"""All attributes, and the values of one for all products that could have it."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from portal.charts.shapes import RankedBars
from portal.exhibits.citations import Note
from portal.exhibits.columns import Column, label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, in_order_of, make_exhibit
from portal.words import set_apart
from vendors.descriptions.attributes import attribute_description, attributes_description
from vendors.exhibits.columns import fact_columns
from vendors.exhibits.notes import as_of_notes, as_of_words, derived_note, doubt_note, missing_note, part_note
from vendors.findings.attributes import attribute_finding, attributes_finding
from vendors.frames.attributes import NUMBERS, attribute_table, attribute_values, drawn_numbers
from vendors.models import Attribute, Fact, Product
from vendors.units import unit_words


def attributes_exhibit(attributes: list[Attribute], *, filters: str = "", query: str = "") -> Exhibit:
    """`attributes` come with_product_counts."""
    frame = attribute_table(attributes)
    title = _("Attributes: what products are compared by")
    return make_exhibit(
        "attributes",
        frame,
        [
            Column("attribute", _("Attribute"), "code", is_labelled=True, linked_by="address"),
            Column("group", _("Group"), "code", is_labelled=True),
            Column("definition", _("Definition")),
            Column("unit", _("Unit")),
            Column("value_type", _("Type of value"), "code", is_labelled=True),
            Column("better", _("For a user"), "code", is_labelled=True),
            Column("products", _("Products with a value"), "value", decimals=0),
        ],
        cited_once([]),
        query=query,
        title=title,
        subtitle=set_apart([_("Each with its definition and unit"), filters]),
        finding=attributes_finding(frame),
        description=attributes_description(title, frame),
    )


def attribute_exhibit(
    attribute: Attribute,
    products: list[Product],
    facts: list[Fact],
    *,
    as_of: str = "",
    filters: str = "",
    query: str = "",
) -> Exhibit:
    """`facts` are those of the day that is shown, one a product, with_everything."""
    frame = attribute_values(attribute, products, facts)
    is_number = attribute.value_type in NUMBERS
    drawn = drawn_numbers(frame) if is_number else drawn_numbers(frame.head(0))
    title = _("%(attribute)s by product") % {"attribute": attribute.label}
    return make_exhibit(
        f"attributes/{attribute.code}",
        frame,
        value_columns(),
        cited_once(in_order_of(frame["source"], [fact.source for fact in facts])),
        query=query,
        title=title,
        subtitle=set_apart([attribute.text("definition").rstrip("."), filters, as_of_words(as_of)]),
        finding=attribute_finding(frame, drawn),
        description=attribute_description(title, frame, drawn),
        shape=RankedBars("label", "number", tone="tone", unit=unit_of_bars(attribute, frame)) if len(drawn) else None,
        chart_frame=drawn if len(drawn) else None,
        notes=(
            *as_of_notes(as_of),
            *bar_notes(attribute, len(drawn)),
            *part_notes(frame),
            doubt_note(),
            derived_note(),
            missing_note(),
        ),
    )


def value_columns() -> list[Column]:
    """Those of facts, each product leading to the page of its fact."""
    changed: dict[str, dict[str, Any]] = {
        "product": {"linked_by": "fact_address"},
        "attribute": {"on_page": False, "linked_by": ""},
    }
    return [replace(column, **changed.get(column.key, {})) for column in fact_columns()]


def unit_of_bars(attribute: Attribute, frame) -> str:
    currency = frame["unit"].iloc[0].partition("/")[0] if attribute.value_type == Attribute.ValueType.MONEY else ""
    return unit_words(attribute.unit, currency=currency)


def part_notes(frame) -> tuple[Note, ...]:
    names = frame.loc[frame["is_part"], label_column("product")]
    return (part_note(list(names)),) if len(names) else ()


def bar_notes(attribute: Attribute, bars: int) -> tuple[Note, ...]:
    if not bars:
        return ()
    notes = [Note(_("Light bars are values in doubt."))]
    if attribute.value_type == Attribute.ValueType.MONEY:
        text = _("Amounts are compared within one currency only: the chart shows that of most products.")
        notes.append(Note(text, is_mandatory=True))
    return tuple(notes)
