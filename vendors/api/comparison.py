"""Comparison in the API: the parameters, cells and verdicts of the page."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import override
from ninja import Router

from portal.api.columns import nested_source, present
from portal.api.documents import refusals
from portal.api.envelope import detail_answer
from portal.api.forms import language_of, read_form
from portal.exhibits.data_files import plain
from vendors.api.comparison_parameters import comparison_parameters
from vendors.api.comparison_schemas import ComparisonAnswer
from vendors.comparing.requirements import Requirement
from vendors.comparing.verdicts import VERDICTS
from vendors.filters.comparison import CompareForm
from vendors.models import Attribute, Product
from vendors.selections.comparison import Compared, compared

router = Router()
LAYOUT = ("transposed",)  # of the page; rows here are attributes


class CompareQuery(CompareForm):
    """The form of the page without what only pages and files need."""

    def __init__(self, data, **options):
        super().__init__(data, **options)
        for name in (*self.FILE_FIELDS, *LAYOUT):
            del self.fields[name]


def read_query(given: QueryDict) -> CompareQuery:
    return CompareQuery.read(given, products=Product.objects.labels(), attributes=Attribute.objects.all())


@router.get(
    "/compare",
    response=ComparisonAnswer,
    operation_id="compare",
    url_name="compare",
    tags=["comparison"],
    summary="Products compared, judged and ranked",
    openapi_extra={"parameters": comparison_parameters(), "responses": refusals(without=(404,))},
)
def compare(request: HttpRequest):
    """Any products and attributes; which products meet your requirements, and by how much the others do not."""
    language = language_of(request.GET)
    form = read_form(request, read_query)
    with override(language):
        data = answer_of(form, compared(form))
    return detail_answer(request, data, language)


def answer_of(form: CompareForm, found: Compared) -> dict[str, Any]:
    chosen = found.chosen
    return {
        "as_of": form.values["as_of"] or None,
        "requirements": [
            *(requirement_entry("filter", each) for each in form.filters),
            *(requirement_entry("must", each) for each in form.must),
        ],
        "outcome": {code: chosen.count(code) for code in VERDICTS} if chosen.verdicts else None,
        "products": [product_entry(found, product) for product in chosen.products],
        "left_out": [
            {"slug": product.slug, "name": product.label, "verdict": verdict.code, "reasons": verdict.reasons}
            for product, verdict in chosen.left_out
        ],
        "attributes": [attribute_entry(attribute) for attribute in found.attributes],
        "rows": row_entries(found),
        "notes": [note.text for note in found.exhibit.notes],
    }


def requirement_entry(use: str, requirement: Requirement) -> dict[str, Any]:
    return {
        "use": use,
        "attribute": requirement.attribute.code,
        "expression": requirement.text,
        "words": requirement.words,
    }


def product_entry(found: Compared, product: Product) -> dict[str, Any]:
    verdict = found.chosen.verdicts.get(product.pk)
    return {
        "slug": product.slug,
        "name": product.label,
        "vendor": product.vendor.slug,
        "verdict": verdict.code if verdict else None,
        "reasons": verdict.reasons if verdict else [],
        "rank": found.chosen.ranks.get(product.pk),
    }


def attribute_entry(attribute: Attribute) -> dict[str, Any]:
    return {
        "code": attribute.code,
        "name": attribute.label,
        "group": attribute.group,
        "value_type": attribute.value_type,
        "unit": present(attribute.unit),
        "better": attribute.better,
    }


def row_entries(found: Compared) -> list[dict[str, Any]]:
    """The rows of the exhibit, attribute by attribute."""
    sources = {
        source.code: nested_source(
            source.code, source.title, source.url, source.standing, source.publisher, source.published
        )
        for source in found.sources
    }
    cells: dict[str, list[dict[str, Any]]] = {attribute.code: [] for attribute in found.attributes}
    for row in found.exhibit.rows:
        cells[row["attribute"]].append(cell_entry(row, sources))
    return [{"attribute": code, "cells": each} for code, each in cells.items()]


def cell_entry(row: dict[str, Any], sources: dict[str, Any]) -> dict[str, Any]:
    return {
        "product": row["product"],
        "value": plain(row["value"]),
        "unit": present(row["unit"]),
        "state": row["state"],
        "note": present(row["note"]),
        "source": sources.get(row["source"]),
        "observed_on": present(row["observed_on"]),
        "basis": present(row["basis"]),
        "stale": row["stale"],
        "doubt": present(row["doubt"]),
        "requirement": present(row["requirement"]),
    }
