"""Rows of a frame under the names that the drawing code uses."""

from typing import TYPE_CHECKING

from portal.charts.markup import clean

if TYPE_CHECKING:
    from pandas import DataFrame

TEXT_ROLES = frozenset({"label", "group", "part", "series", "row", "column", "title"})


def records(frame: "DataFrame", **columns: str | None) -> list[dict]:
    """[{"label": …, "value": …}, …] for records(frame, label="option", value="percent").

    What is missing is None; what is read as words is text.
    """
    present = {role: column for role, column in columns.items() if column is not None and column in frame.columns}
    lists = {role: _values(frame[column], role) for role, column in present.items()}
    absent = dict.fromkeys(columns)
    return [absent | dict(zip(lists, values, strict=True)) for values in zip(*lists.values(), strict=True)]


def _values(series, role: str) -> list:
    known = series.notna()
    if role in TEXT_ROLES:
        return [clean(str(value)) if there else "" for value, there in zip(series, known, strict=True)]
    plain = series.astype(object).where(known, None)
    return [_plain(value) for value in plain]


def _plain(value):
    if isinstance(value, str):
        return clean(value)
    return value.item() if hasattr(value, "item") else value
