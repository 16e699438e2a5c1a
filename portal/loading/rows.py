"""Raw rows → typed rows, each with the object in the draft that it becomes."""

from functools import cache

from django.utils.translation import gettext as _
from pydantic import TypeAdapter, ValidationError

from portal.loading.columns import Row, WrongValue
from portal.loading.dataset import Dataset
from portal.loading.draft import Draft, Place, TypedRow
from portal.loading.problems import Report
from portal.loading.reader import RawRow, RawTable


def lay_rows(dataset: Dataset, table: RawTable, draft: Draft, report: Report) -> list[TypedRow]:
    """Reads the values of each row and finds or makes its object; the objects are still empty."""
    if not table.is_sound:
        draft.torn.add(dataset.name)
    typed = []
    for raw in table.rows:
        key = tuple(raw.cells.get(column, "") for column in dataset.key)
        if raw.is_ragged:
            draft.spoiled[dataset.name].add(key)
            continue
        place = Place(table.file, raw.line, raw.cells)
        row, wrong = read_values(dataset.row, raw, table.file, report)
        if wrong & set(dataset.key):
            # It has no place in the draft; what is in it is checked all the same.
            draft.spoiled[dataset.name].add(key)
            typed.append(TypedRow(place, row, dataset.model(), wrong))
        elif earlier := draft.place_of_key(dataset.name, key):
            expected = _("expected once; it stands in %(file)s, line %(line)d already")
            report.add(
                table.file,
                raw.line,
                ", ".join(dataset.key),
                " / ".join(filter(None, key)),
                expected % {"file": earlier.file, "line": earlier.line},
            )
        else:
            typed.append(TypedRow(place, row, draft.put(dataset, key, place), wrong))
    return typed


def read_values(row_type: type[Row], raw: RawRow, file: str, report: Report) -> tuple[Row, frozenset[str]]:
    """The row and the columns that are wrong in it; of a wrong row only the other columns have values."""
    try:
        row = row_type.model_validate(raw.cells)
    except ValidationError as refusal:
        wrong = set(raw.wrong)
        for error in refusal.errors(include_url=False):
            if error["type"] == "missing":
                continue  # said of the header
            reason = error["ctx"]["error"]
            column = reason.column if isinstance(reason, WrongValue) else str(error["loc"][0])
            if column not in wrong:
                report.add(file, raw.line, column, raw.cells[column], reason)
                wrong.add(column)
        readable = raw.cells.keys() - wrong
        values = {column: cell_reader(row_type, column).validate_python(raw.cells[column]) for column in readable}
        return row_type.model_construct(**values), frozenset(wrong)
    return row, raw.wrong


@cache
def cell_reader(row_type: type[Row], column: str) -> TypeAdapter:
    """Reads one column by itself, as the row does."""
    return TypeAdapter(row_type.__annotations__[column])
