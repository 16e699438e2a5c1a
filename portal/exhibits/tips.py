"""What a chart in a page says of each of its marks: value with unit, interval, base and status."""

from django.utils.translation import gettext as _

from portal.charts.interactive import Tip
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.statuses import status_words
from portal.exhibits.tables import write_value

LOW, HIGH = "ci_low", "ci_high"  # columns of an interval
NUMBER = "number_href"  # column with the path of a figure's own page, without language


def tips_of(exhibit: Exhibit) -> list[Tip]:
    """One for each drawn row."""
    return [
        Tip(rows=tuple(_rows(row, exhibit)), number=_number(row, exhibit.language))
        for row in exhibit.drawn.to_dict("records")
    ]


def _rows(row: dict, exhibit: Exhibit) -> list[tuple[str, str]]:
    columns = {column.key: column for column in exhibit.columns if column.key in row}
    words = status_words()
    rows = []
    for key, column in columns.items():
        if key == HIGH and LOW in columns:
            interval = _interval(row, columns)
            rows += [(_("95% interval"), interval)] if interval else []
        elif column.is_counted and key != LOW:
            rows.append((column.label, write_value(row[key], column) or words["n"]))
        elif column.role == "status" and row[key] in words:
            rows.append((column.label, words[row[key]]))
    return rows


def _interval(row: dict, columns: dict[str, Column]) -> str:
    low, high = (write_value(row[key], columns[key]) for key in (LOW, HIGH))
    return f"{low}–{high}" if low and high else ""


def _number(row: dict, language: str) -> str:
    path = row.get(NUMBER) or ""
    return f"/{language}/{path.strip('/')}" if path else ""
