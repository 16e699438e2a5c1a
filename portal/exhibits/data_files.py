"""The data of an exhibit as CSV, TSV and JSON; the exact forms are those of docs/exhibits.md."""

import csv
import io
from dataclasses import asdict

import orjson

from portal.csv_cells import BYTE_ORDER_MARK, harmless, written
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.tables import is_missing
from portal.labels import LANGUAGES

BREAKS = str.maketrans({"\t": " ", "\n": " ", "\r": " "})  # what would end a cell or a row of .tsv


def file_columns(exhibit: Exhibit, labels: str) -> list[tuple[str, str, Column]]:
    """(heading, column of the frame, column of the exhibit) for each column of a data file.

    labels: "code" codes only; "default" a label in the exhibit's language beside each code; "both" one in each.
    """
    found = []
    for column in exhibit.columns:
        found.append((column.key, column.key, column))
        if column.is_labelled and labels == "both":
            found += [(column.label_column(language),) * 2 + (column,) for language in LANGUAGES]
        elif column.is_labelled and labels != "code":
            found.append((f"{column.key}_label", column.label_column(exhibit.language), column))
    return found


def csv_file(exhibit: Exhibit, *, labels: str = "default", excel: bool = False) -> bytes:
    """UTF-8, RFC 4180, CRLF; `excel` adds a byte order mark and keeps text from being read as a formula."""
    columns = file_columns(exhibit, labels)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([heading for heading, source, column in columns])
    for row in exhibit.file_rows:
        writer.writerow([csv_text(row[source], excel=excel) for heading, source, column in columns])
    return ((BYTE_ORDER_MARK if excel else "") + out.getvalue()).encode()


def tsv_file(exhibit: Exhibit, *, labels: str = "default", excel: bool = False) -> bytes:
    """The rows of the CSV with tabs between cells and a line feed behind each row; nothing is quoted.

    A tab or a line break within a text becomes a blank, since the format has no way to write it.
    """
    columns = file_columns(exhibit, labels)
    lines = ["\t".join(heading for heading, source, column in columns)]
    for row in exhibit.file_rows:
        cells = (csv_text(row[source], excel=excel).replace("\r\n", "\n") for heading, source, column in columns)
        lines.append("\t".join(cell.translate(BREAKS) for cell in cells))
    return ((BYTE_ORDER_MARK if excel else "") + "\n".join(lines) + "\n").encode()


def csv_text(value, *, excel: bool) -> str:
    """A value as it stands in a data file; lists have semicolons."""
    value = plain(value)
    text = "; ".join(map(str, value)) if isinstance(value, list) else written(value)
    return harmless(text) if excel else text


def plain(value):
    """A value of the frame as Python's own types: whole floats as integers, missing as None."""
    if is_missing(value):
        return None
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if hasattr(value, "item"):  # NumPy's scalars
        value = value.item()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def json_file(exhibit: Exhibit, *, labels: str = "default") -> bytes:
    columns = file_columns(exhibit, labels)
    return orjson.dumps(
        {
            "exhibit": {
                "address": exhibit.address,
                "query": exhibit.query,
                "url": exhibit.url(),
                "language": exhibit.language,
                "title": exhibit.title,
                "subtitle": exhibit.subtitle,
                "finding": exhibit.finding,
                "finding_by": exhibit.written_by("finding"),
                "description": exhibit.description,
                "description_by": exhibit.written_by("description"),
                "updated": exhibit.updated.isoformat(),
                "licence": asdict(exhibit.licence),
                "version": exhibit.version,
            },
            "columns": [
                {
                    "key": heading,
                    "label": column.label,
                    "unit": column.unit if heading == column.key else "",
                    "decimals": column.decimals if heading == column.key else None,
                    "role": column.role if heading == column.key else "label",
                }
                for heading, source, column in columns
            ],
            "rows": [{heading: plain(row[source]) for heading, source, column in columns} for row in exhibit.file_rows],
            "notes": [{"text": note.text, "mandatory": note.is_mandatory} for note in exhibit.notes],
            "citations": [asdict(citation) for citation in exhibit.citations],
            **({"recipe": dict(exhibit.recipe)} if exhibit.recipe else {}),
        },
        option=orjson.OPT_INDENT_2,
    )
