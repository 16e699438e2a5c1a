"""facts.csv: the value of an attribute for a product, one column for all types of value."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.loading.columns import PartialDate, Required, Row, Text, WrongValue, read_flag, read_items, read_number
from portal.loading.dataset import Dataset, Reference
from portal.loading.draft import Draft
from portal.loading.problems import Report
from vendors.bounds import impossible
from vendors.contradictions import contradictions
from vendors.models import Attribute, Fact
from vendors.models.fact import VALUE_FIELDS

# Values that are none: what the source says without a number.
STATES = {state.value: state for state in (Fact.State.UNLIMITED, Fact.State.NOT_APPLICABLE)}
MONEY = re.compile(r"([0-9.]+) ([A-Z]{3})")


class FactRow(Row):
    product: Required
    attribute: Required
    observed_on: PartialDate
    value: Required
    note_en: Text
    note_zh: Text
    doubt_en: Text
    doubt_zh: Text
    basis: Required
    source: Required


def fill_value(row: FactRow, fact: Fact) -> None:
    """Puts the value into the field of the attribute's type and empties the others."""
    if fact.attribute.value_type not in Attribute.ValueType.values:
        return  # what is wrong is said of the attribute's own row
    value_type = Attribute.ValueType(fact.attribute.value_type)
    fact.number = fact.boolean = fact.words = fact.items = None
    fact.currency = ""
    fact.state = STATES.get(row.value, Fact.State.DOCUMENTED)
    if row.value in STATES:
        return
    try:
        value, fact.currency = read_value(value_type, row.value)
    except ValueError as error:
        raise WrongValue("value", str(error)) from error
    setattr(fact, VALUE_FIELDS[value_type], value)
    if fact.number is not None and (expected := impossible(fact.number, fact.attribute.unit)):
        raise WrongValue("value", expected)


def read_value(value_type: Attribute.ValueType, text: str) -> tuple[object, str]:
    """The typed value and, for money, its currency."""
    if value_type == Attribute.ValueType.MONEY:
        match = MONEY.fullmatch(text)
        if not match:
            raise ValueError(_("expected an amount and a currency, such as 0.20 USD"))
        return read_number(match[1]), match[2]
    readers = {
        Attribute.ValueType.NUMBER: read_number,
        Attribute.ValueType.BOOLEAN: read_flag,
        Attribute.ValueType.LIST: read_items,
        Attribute.ValueType.TEXT: str,
    }
    return readers[value_type](text), ""


def derive_current(draft: Draft) -> None:
    """The newest fact of a product and attribute is current, as in vendors.current_facts, before anything is saved."""
    newest: dict[tuple[int, int], Fact] = {}
    facts = list(draft.complete("facts"))
    for fact in facts:
        # By identity: products and attributes of the same load have no number yet.
        place = (id(fact.product), id(fact.attribute))
        if place not in newest or fact.observed_on > newest[place].observed_on:
            newest[place] = fact
    for fact in facts:
        fact.is_current = newest[id(fact.product), id(fact.attribute)] is fact


def verify_facts(draft: Draft, report: Report) -> None:
    verify_types(draft, report)
    verify_agreement(draft, report)


def verify_agreement(draft: Draft, report: Report) -> None:
    """What contradicts another fact of the product is said of the row that a file brings."""
    for each in contradictions(draft.complete("facts")):
        for fact, expected in ((each.fact, each.expected), (each.other, each.expected_of_other)):
            place = draft.place(fact)
            if place is not None:
                report.add(place.file, place.line, "value", place.cells["value"], expected)
                break


def verify_types(draft: Draft, report: Report) -> None:
    """Stored facts must still fit when an attribute changes its type."""
    for fact in draft.complete("facts"):
        place = draft.place(fact.attribute)
        if place and draft.place(fact) is None:
            try:
                fact.clean()
            except ValidationError:
                report.add(
                    place.file,
                    place.line,
                    "value_type",
                    fact.attribute.value_type,
                    _(
                        "the stored fact of %(product)s on %(date)s has another type; load it anew together with "
                        "the attribute"
                    )
                    % {"product": fact.product.slug, "date": fact.observed_on or "–"},
                )


FACTS = Dataset(
    name="facts",
    model=Fact,
    row=FactRow,
    key=("product", "attribute", "observed_on"),
    key_of=lambda fact: (fact.product.slug, fact.attribute.code, fact.observed_on),
    references=(
        Reference("product", "products", ("product",)),
        Reference("attribute", "attributes", ("attribute",)),
        Reference("source", "sources", ("source",)),
    ),
    fill=fill_value,
    filled={field: "value" for field in ("state", "number", "currency", "boolean", "words", "items")},
    derive=derive_current,
    verify=verify_facts,
    watches=frozenset({"attributes"}),
    released=("is_current",),
)
