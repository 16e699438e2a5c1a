"""Lists as CSV, streamed row by row: memory stays flat however long the list is."""

import csv
import json
from collections.abc import Iterator
from typing import Any

from django.http import StreamingHttpResponse

from portal.api.filtering import select
from portal.api.paging import sort_keys, sorted_rows
from portal.api.resources import Resource
from portal.api.rows import plan_rows
from portal.api.selection import Selection
from portal.csv_cells import BYTE_ORDER_MARK, harmless, written

CHUNK = 500  # rows fetched and sent at a time
CONTENT_TYPE = "text/csv; charset=utf-8; header=present"


class Line:
    """A file for csv.writer that keeps the lines written since they were last taken."""

    def __init__(self):
        self.lines: list[str] = []

    def write(self, text: str) -> None:
        self.lines.append(text)

    def take(self) -> bytes:
        text, self.lines = "".join(self.lines), []
        return text.encode("utf-8", "replace")


def csv_answer(resource: Resource, selection: Selection) -> StreamingHttpResponse:
    """The whole list as a file."""
    # Everything that can be refused is refused here, before the first byte.
    chunks = csv_chunks(resource, selection, select(resource, selection))
    response = StreamingHttpResponse(chunks, content_type=CONTENT_TYPE)
    name = f"{resource.name}.csv"
    response["Content-Disposition"] = f"attachment; filename=\"{name}\"; filename*=UTF-8''{name}"
    response["Content-Language"] = selection.view.language
    return response


def csv_chunks(resource: Resource, selection: Selection, rows) -> Iterator[bytes]:
    plan, keys = plan_rows(resource, selection, is_flat=True), sort_keys(resource, selection)
    line = Line()
    writer = csv.writer(line, lineterminator="\r\n")
    if selection.for_excel:
        line.write(BYTE_ORDER_MARK)
    writer.writerow(plan.keys)
    raws = sorted_rows(rows, keys).values_list(*plan.paths, *[key.name for key in keys])
    for number, raw in enumerate(raws.iterator(chunk_size=CHUNK), start=1):
        cells = [cell_text(value) for value in plan.values(raw)]
        writer.writerow([harmless(cell) for cell in cells] if selection.for_excel else cells)
        if number % CHUNK == 0:
            yield line.take()
    yield line.take()


def cell_text(value: Any) -> str:
    """A value of a row; lists and objects are JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else written(value)
