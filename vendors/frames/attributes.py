"""The values of one attribute, ranked; and all attributes with how many products document each."""

from collections.abc import Iterable

from pandas import DataFrame, to_numeric

from portal.exhibits.columns import label_column
from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from portal.labels import both_labels
from vendors.comparing.ranking import parts_among_wholes
from vendors.frames.facts import (
    DOCUMENTED,
    NOT_APPLICABLE,
    NOT_DOCUMENTED,
    TYPES,
    UNLIMITED,
    fact_labels,
    fact_row,
)
from vendors.models import Attribute, Fact, Product
from vendors.units import unit_words

NUMBERS = (Attribute.ValueType.NUMBER, Attribute.ValueType.MONEY)
SURE, DOUBTFUL = "emph", "muted"  # tones of bars
ATTRIBUTE_TYPES = {
    **labelled_types("group", "attribute", "value_type", "better"),
    "unit": "str",
    "products": "int64",
    **text_types("definition", "address"),
}


def attribute_values(attribute: Attribute, products: Iterable[Product], facts: Iterable[Fact]) -> DataFrame:
    """One row a product: numbers ranked, the better first; then other values by product; what is not documented last.

    Money is ranked within its currency, the currency of most products first. No limit stands before all numbers where
    more is better, after them otherwise; a price that covers a part only, after those that cover the whole. Has
    `fact_address` and `is_part` beside the columns of frames.facts.
    """
    known, labels = {fact.product_id: fact for fact in facts}, fact_labels()
    parts = set(parts_among_wholes(known))
    rows = [
        {
            **fact_row(product, attribute, known.get(product.pk), labels),
            "fact_address": f"products/{product.slug}/{attribute.code}",
            "is_part": product.pk in parts,
        }
        for product in products
    ]
    frame = frame_of(rows, {**TYPES, "fact_address": "str", "is_part": "bool"})
    return in_rank(frame, attribute) if len(frame) else frame


def in_rank(frame: DataFrame, attribute: Attribute) -> DataFrame:
    is_rising = attribute.better == Attribute.Better.LOWER
    places = {UNLIMITED: 2 if is_rising else 0, DOCUMENTED: 1, NOT_APPLICABLE: 3, NOT_DOCUMENTED: 4}
    order = frame.assign(
        _state=frame["state"].map(places),
        _part=frame["is_part"],
        _unit=-frame.groupby(["state", "unit"])["product"].transform("count"),
        _value=0.0,
    )
    if attribute.value_type in NUMBERS:
        order["_value"] = to_numeric(frame["value"]) * (1 if is_rising else -1)
    elif attribute.value_type == Attribute.ValueType.BOOLEAN:
        order["_value"] = [0 if value is True else 1 for value in frame["value"]]
    keys = ["_state", "_part", "_unit", "unit", "_value", "product"]  # by the code: the same in each language
    return frame.loc[order.sort_values(keys, kind="stable").index].reset_index(drop=True)


def drawn_numbers(frame: DataFrame) -> DataFrame:
    """The ranked numbers as bars: columns label, number, value_text, tone; money of the first currency only.

    A price that covers a part only has no bar beside those that cover the whole.
    """
    known = frame[(frame["state"] == DOCUMENTED) & ~frame["is_part"]]
    known = known[known["unit"] == known["unit"].iloc[0]] if len(known) else known
    return DataFrame(
        {
            "label": known[label_column("product")].astype(str),
            "number": to_numeric(known["value"]).astype(float),
            "value_text": known["value_text"].astype(str),
            "tone": [DOUBTFUL if doubt else SURE for doubt in known["doubt"]],
        }
    ).reset_index(drop=True)


def attribute_table(attributes: Iterable[Attribute]) -> DataFrame:
    """One row an attribute; `attributes` come with_product_counts."""
    labels = {
        "group": both_labels(Attribute.Group.choices),
        "value_type": both_labels(Attribute.ValueType.choices),
        "better": both_labels(Attribute.Better.choices),
    }
    return frame_of((attribute_row(attribute, labels) for attribute in attributes), ATTRIBUTE_TYPES)


def attribute_row(attribute: Attribute, labels: dict) -> dict:
    row = {
        **named("attribute", attribute.code, attribute),
        "unit": unit_words(attribute.unit),
        "products": attribute.product_count,
        "definition": attribute.text("definition"),
        "address": f"attributes/{attribute.code}",
    }
    for field, names in labels.items():
        row |= labelled(field, getattr(attribute, field), names[getattr(attribute, field)])
    return row
