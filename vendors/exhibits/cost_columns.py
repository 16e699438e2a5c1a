"""The columns of the cost of a workload, its curve and its break-even points."""

from django.utils.translation import gettext as _

from portal.exhibits.columns import Column


def cost_columns() -> list[Column]:
    return [
        Column("product", _("Product"), "code", is_labelled=True, linked_by="product_address"),
        Column("tariff", _("Plan"), "code", is_labelled=True),
        Column("state", _("State"), "code", is_labelled=True),
        Column("rank", _("Rank in its currency"), "value", decimals=0),
        Column("currency", _("Currency"), on_page=False),
        Column("total", _("Cost a month"), "value", decimals=10, written_by="total_text", tagged_by="doubt_tag"),
        Column("requests_cost", _("Requests"), "value", decimals=10, written_by="requests_text"),
        Column("compute_cost", _("Compute"), "value", decimals=10, written_by="compute_text"),
        Column("allowance", _("Free allowance"), "value", decimals=10, written_by="allowance_text"),
        Column("base_fee", _("Base fee"), "value", decimals=10, written_by="base_text"),
        Column("known_part", _("Known part of the cost"), "value", decimals=10, on_page=False),
        Column("compared_total", _("Cost a month, as compared"), "value", decimals=10, on_page=False),
        Column("compared_currency", _("Currency compared in"), on_page=False),
        Column("rate", _("Exchange rate"), on_page=False),
        Column("billed_ms", _("Time billed for a request"), "value", unit="ms", decimals=3, on_page=False),
        Column("billed_mb", _("Memory billed"), "value", unit="MB", decimals=3, on_page=False),
        Column("missing", _("What is missing or in the way")),
        Column("formula", _("Formula"), on_page=False),
        Column("assumed", _("Assumed"), on_page=False),
        Column("note", _("Note"), on_page=False),
        Column("source", _("Source"), "source"),
    ]


def curve_columns() -> list[Column]:
    return [
        Column("product", _("Product"), "code", is_labelled=True),
        Column("tariff", _("Plan"), "code", is_labelled=True),
        Column("requests", _("Requests a month"), "value", decimals=0),
        Column("cost", _("Cost a month"), "value", decimals=10, written_by="cost_text"),
        Column("currency", _("Currency"), on_page=False),
    ]


def break_even_columns() -> list[Column]:
    return [
        Column("cheaper_from", _("Cheaper from here on"), "code", is_labelled=True),
        Column("cheaper_before", _("Cheaper before"), "code", is_labelled=True),
        Column("requests", _("Requests a month"), "value", decimals=0),
        Column("cost", _("Cost there"), "value", decimals=10, written_by="cost_text"),
        Column("currency", _("Currency"), on_page=False),
        Column("leads", _("Then cheapest of all")),
    ]
