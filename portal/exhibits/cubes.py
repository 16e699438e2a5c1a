"""An exhibit as a JSON-stat 2.0 dataset: one dimension a code column, one for what is measured."""

from math import prod

import orjson
from django.utils.translation import gettext as _

from portal.exhibits.columns import Column
from portal.exhibits.data_files import plain
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.statuses import status_words
from portal.exhibits.tables import is_missing

NO_CODE = "_"  # in place of an empty code, which is no good identifier: the whole sample, or what is not stated
MEASURE = "measure"
NOT_PUBLISHED = "n"
TIMES = ("wave", "edition")  # code columns that are steps in time


def cube_file(exhibit: Exhibit, *, labels: str = "default") -> bytes:
    """For exhibits that are cubes: `value` has a number or null for every cell, row-major, the measures last.

    labels="code" leaves out what codes are called.
    """
    dimensions, measures = exhibit.dimensions, exhibit.measures
    rows = exhibit.file_rows
    codes = {column.key: list(dict.fromkeys(code_of(row, column) for row in rows)) for column in dimensions}
    identifiers = [*codes, MEASURE]
    sizes = [*map(len, codes.values()), len(measures)]
    values, status = _cells(rows, exhibit, codes, prod(sizes))
    role = {"metric": [MEASURE], "time": [key for key in codes if key in TIMES]}
    return orjson.dumps(
        {
            "version": "2.0",
            "class": "dataset",
            "href": exhibit.url(".jsonstat.json"),
            "label": exhibit.title,
            "source": "; ".join(citation.words for citation in exhibit.citations),
            "updated": exhibit.updated.isoformat(),
            "note": [note.text for note in exhibit.notes],
            "id": identifiers,
            "size": sizes,
            "role": {name: held for name, held in role.items() if held},
            "dimension": {
                **{
                    column.key: _dimension(
                        column, codes[column.key], {} if labels == "code" else _labels(column, exhibit)
                    )
                    for column in dimensions
                },
                MEASURE: _measures(measures),
            },
            "value": values,
            "status": status,
            "extension": _extension(exhibit),
        },
        option=orjson.OPT_INDENT_2,
    )


def code_of(row: dict, column: Column) -> str:
    value = row[column.key]
    return NO_CODE if is_missing(value) or value == "" else str(value)


def _cells(rows: list[dict], exhibit: Exhibit, codes: dict[str, list[str]], count: int):
    """(a value for each cell, status of those that have one); a cell without a row was not published."""
    values: list = [None] * count
    status = {}
    places = {key: {code: place for place, code in enumerate(held)} for key, held in codes.items()}
    status_key = next((column.key for column in exhibit.columns if column.role == "status"), None)
    for row in rows:
        cell = 0
        for column in exhibit.dimensions:
            cell = cell * len(codes[column.key]) + places[column.key][code_of(row, column)]
        for offset, measure in enumerate(exhibit.measures):
            place = cell * len(exhibit.measures) + offset
            values[place] = plain(row[measure.key])
            code = row[status_key] if status_key and offset == 0 else None
            if code and not is_missing(code):
                status[str(place)] = code
    empty = {str(place): NOT_PUBLISHED for place, value in enumerate(values) if value is None}
    return values, dict(sorted((empty | status).items(), key=lambda item: int(item[0])))


def _dimension(column: Column, codes: list[str], labels: dict[str, str]) -> dict:
    category: dict = {"index": {code: place for place, code in enumerate(codes)}}
    return {"label": column.label, "category": {**category, "label": labels} if labels else category}


def _labels(column: Column, exhibit: Exhibit) -> dict[str, str]:
    shown = column.label_column(exhibit.language) if column.is_labelled else column.key
    return {code_of(row, column): str(row[shown]) or NO_CODE for row in exhibit.file_rows}


def _measures(measures: tuple[Column, ...]) -> dict:
    return {
        "label": _("Measure"),
        "category": {
            "index": {measure.key: place for place, measure in enumerate(measures)},
            "label": {measure.key: measure.label for measure in measures},
            "unit": {
                measure.key: {
                    "base": measure.unit or _("number"),
                    "decimals": measure.decimals,
                    "symbol": measure.unit,
                    "position": "end",
                }
                for measure in measures
            },
        },
    }


def _extension(exhibit: Exhibit) -> dict:
    """What JSON-stat has no place for."""
    return {
        "address": exhibit.url(),
        "data_version": exhibit.version,
        "language": exhibit.language,
        "finding": exhibit.finding,
        "subtitle": exhibit.subtitle,
        "licence": {"code": exhibit.licence.code, "url": exhibit.licence.url},
        "citations": [{"code": each.code, "words": each.words, "url": each.url} for each in exhibit.citations],
        "status_label": status_words(),
        "empty_code": NO_CODE,
    }
