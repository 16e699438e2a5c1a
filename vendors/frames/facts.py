"""Facts as a frame: one row a cell; here for the page of one product, in frames.comparison for several.

product     attribute      value   unit  state           note  observed_on  basis   doubt  source
aws-lambda  max_memory_mb  10240   MB    documented      …     2026-05-28   quoted         aws-…
fission     max_memory_mb                not_documented
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pandas import DataFrame

from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from portal.labels import both_labels, choose
from vendors.models import Attribute, Fact, Product
from vendors.values import plain_value, unit_of, value_in_words

DOCUMENTED, NOT_DOCUMENTED, SUPERSEDED = "documented", "not_documented", "superseded"
UNLIMITED, NOT_APPLICABLE = "unlimited", "not_applicable"
STATES = {
    DOCUMENTED: gettext_lazy("documented"),
    NOT_DOCUMENTED: gettext_lazy("not documented"),
    UNLIMITED: gettext_lazy("no limit"),
    NOT_APPLICABLE: gettext_lazy("does not apply"),
    SUPERSEDED: gettext_lazy("earlier value"),
}
TYPES = {
    **labelled_types("product", "attribute", "group"),
    **{"value": "object", "value_text": "str", "unit": "str"},
    **labelled_types("state", "basis"),
    **text_types("note", "observed_on", "doubt", "source", "source_title", "source_url"),
    **text_types("doubt_tag", "product_address", "attribute_address", "definition", "value_type", "better"),
    "is_best": "bool",
}


def product_facts(product: Product, attributes: Iterable[Attribute], facts: Iterable[Fact]) -> DataFrame:
    """All facts of a product, the current one before earlier ones, and what is not documented.

    `attributes` are those of the groups in which the product has facts.
    """
    by_attribute: dict[int, list[Fact]] = {}
    for fact in facts:
        by_attribute.setdefault(fact.attribute_id, []).append(fact)
    labels = fact_labels()
    rows = []
    for attribute in attributes:
        newest_first = sorted(by_attribute.get(attribute.pk, []), key=lambda fact: (fact.is_current, fact.observed_on))
        rows += [fact_row(product, attribute, fact, labels) for fact in reversed(newest_first or [None])]
    return frame_of(rows, TYPES)


def fact_row(product: Product, attribute: Attribute, fact: Fact | None, labels: dict) -> dict:
    state = NOT_DOCUMENTED if fact is None else str(fact.state) if fact.is_current else SUPERSEDED
    return {
        **named("product", product.slug, product),
        **named("attribute", attribute.code, attribute),
        **labelled("group", attribute.group, labels["group"][attribute.group]),
        **labelled("state", state, labels["state"][state]),
        **value_cells(fact, labels),
        "product_address": f"products/{product.slug}",
        "attribute_address": f"products/{product.slug}#{attribute.code}",
        "definition": attribute.text("definition"),
        "value_type": attribute.value_type,
        "better": attribute.better,
        "is_best": False,
    }


def value_cells(fact: Fact | None, labels: dict) -> dict:
    if fact is None:
        return {
            "value": None,
            "value_text": _("not documented"),
            **labelled("basis", "", ("", "")),
            **dict.fromkeys(
                ("unit", "note", "observed_on", "doubt", "doubt_tag", "source", "source_title", "source_url"), ""
            ),
        }
    doubt = choose(fact.doubt_en, fact.doubt_zh)
    return {
        "value": plain_value(fact),
        "value_text": value_in_words(fact),
        "unit": unit_of(fact),
        "note": fact.text("note"),
        "observed_on": fact.observed_on,
        **labelled("basis", fact.basis, labels["basis"][fact.basis]),
        "doubt": doubt,
        "doubt_tag": _("in doubt") if doubt else "",
        "source": fact.source.code,
        "source_title": fact.source.title,
        "source_url": fact.source.link,
    }


def fact_labels() -> dict[str, dict[str, tuple[str, str]]]:
    return {
        "group": both_labels(Attribute.Group.choices),
        "state": both_labels(STATES.items()),
        "basis": both_labels(Fact.Basis.choices),
    }
