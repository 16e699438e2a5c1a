"""A table as the API sends it: the JSON form of the command `tabulate`, with words beside the codes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from portal.api.columns import nested_source, present
from portal.api.envelope import json_response, meta
from portal.api.links import absolute, with_parameters
from portal.labels import choose
from portal.release import release
from portal.words import headed
from surveys.api.asking import Asked
from surveys.crosstabs.notes import revision_note, rounding_notes
from surveys.crosstabs.words import filter_words
from surveys.microdata.codebook.conditions import filter_text
from surveys.microdata.tables.table import Audience, Table, TableSpec
from surveys.microdata.tables.writing import table_json


def table_entry(table: Table, asked: Asked) -> dict[str, Any]:
    question = asked.asking.codebook.by_code[table.spec.rows]
    written = table_json(table)

    def label(each) -> str | None:
        return choose(each.label_en, each.label_zh) if asked.with_labels else None

    return {
        "question": question.code,
        "text": question.text if asked.with_labels else None,
        "asked": present(question.asked) if asked.with_labels else None,
        "base_n": table.base.n,
        "base_w": table.base.w,
        "base_effective": table.base.effective,
        **written,
        "columns": [
            {**entry, "break": column.break_code, "label": label(column), "is_net": column.is_net}
            for entry, column in zip(written["columns"], table.columns, strict=True)
        ],
        "rows": [
            {
                **entry,
                "label": label(row),
                "kind": str(row.kind),
                "cells": [
                    {**cell, "break": held.column.break_code}
                    for cell, held in zip(entry["cells"], row.cells, strict=True)
                ],
            }
            for entry, row in zip(written["rows"], table.rows, strict=True)
        ],
    }


def asked_entry(asked: Asked, spec: TableSpec) -> dict[str, Any]:
    dataset = asked.published.dataset
    source = dataset.source
    return {
        "survey": dataset.wave.survey.slug,
        "wave": dataset.wave.slug,
        "revision": dataset.revision,
        "code_version": release(),
        "audience": str(Audience.PUBLIC),
        "columns": list(spec.breaks),
        "filter": filter_text(spec.filter),
        "weight": present(spec.weight),
        "adjust": str(spec.adjust),
        "least_base": spec.least_base,
        "notes": notes_of(asked, spec),
        "source": nested_source(
            source.code, source.title, source.url, source.standing, source.publisher, source.published
        ),
    }


def notes_of(asked: Asked, spec: TableSpec) -> list[str]:
    filtered = filter_words(spec.filter, asked.asking)
    return [
        *([headed(_("Only those who"), filtered)] if filtered else []),
        _("Hidden: columns that would show, or leave over, fewer than 10 people."),
        *rounding_notes(),
        revision_note(asked.asking),
    ]


def table_answer(request: HttpRequest, asked: Asked, data: dict[str, Any], *, page: str) -> HttpResponse:
    """In the envelope, with the same as a page and as files."""
    wave = asked.published.dataset.wave
    folder = f"/{asked.language}/surveys/{wave.survey.slug}/{wave.slug}"
    query = asked.form.view_query
    banner = asked.form.query(*[name for name in asked.form.fields if name not in BANNER])

    def link(name: str, parameters: str) -> str:
        return absolute(request, f"{folder}/{name}" + (f"?{parameters}" if parameters else ""))

    links = {
        "self": with_parameters(request),
        "page": link(page, query),
        "csv": link(f"{page}.csv", query),
        "jsonstat": link(f"{page}.jsonstat.json", query),
        "xlsx": link("book.xlsx", banner),
    }
    return json_response({"data": data, "links": links, "meta": meta(asked.language)}, asked.language)


BANNER = ("columns", "filter", "weight", "adjust")  # parameters of a book
