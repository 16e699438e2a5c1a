"""An exhibit for each shape, from one small table: two answers in two waves, one number missing."""

import csv
import io

import pandas as pd

from portal.charts.line_shapes import TrendLines
from portal.charts.shapes import (
    CardMap,
    CardMatrix,
    DotsWithIntervals,
    GroupedBars,
    Heatmap,
    RankedBars,
    Remainder,
    Shape,
    StackedShares,
)
from portal.exhibits.columns import Column, Grid
from portal.exhibits.data_files import csv_file
from portal.exhibits.exhibit import Exhibit
from tests.portal.exhibits.examples import make_exhibit

COLUMNS = (
    Column("wave", "Wave", role="code", is_labelled=True),
    Column("option", "Answer", role="code", is_labelled=True),
    Column("value", "Share", role="value", unit="%", decimals=2),
    Column("base_n", "Base", role="value", decimals=0),
    Column("ci_low", "Interval from", role="value", unit="%", decimals=2),
    Column("ci_high", "Interval to", role="value", unit="%", decimals=2),
    Column("status", "Status", role="status", on_page=False),
    Column("source", "Source", role="source"),
)
NAN = float("nan")
GRID = Grid("option", "wave", "value")


def table() -> pd.DataFrame:
    """wave option value: 2019 yes 40.5, 2019 no 30, 2020 yes 62.25, 2020 no missing."""
    return pd.DataFrame(
        {
            "wave": ["2019", "2019", "2020", "2020"],
            "wave_label_en": ["2019", "2019", "2020", "2020"],
            "wave_label_zh": ["2019 年", "2019 年", "2020 年", "2020 年"],
            "option": ["yes", "no", "yes", "no"],
            "option_label_en": ["Yes, in use", "No", "Yes, in use", "No"],
            "option_label_zh": ["已使用", "未使用", "已使用", "未使用"],
            "value": [40.5, 30.0, 62.25, NAN],
            "base_n": [1200.0, 1200.0, NAN, NAN],
            "ci_low": [37.76, 27.47, NAN, NAN],
            "ci_high": [43.31, 32.65, NAN, NAN],
            "status": ["", "", "", "n"],
            "source": ["report-2021"] * 4,
        }
    )


def shapes(language: str) -> dict[str, Shape]:
    """Every shape by name, in the language's labels."""
    tail = "zh" if language == "zh-hans" else "en"
    wave, option = f"wave_label_{tail}", f"option_label_{tail}"
    return {
        "ranked": RankedBars(label=option, value="value"),
        "remainder": RankedBars(label=option, value="value", remainder=Remainder(29.5, "Not stated")),
        "dots": DotsWithIntervals(label=option, value="value", low="ci_low", high="ci_high"),
        "stacked": StackedShares(group=wave, part=option, value="value", remainder_label="Not stated"),
        "trend": TrendLines(x=wave, series=option, value="value"),
        "heatmap": Heatmap(row=option, column=wave, value="value"),
        "grouped": GroupedBars(group=wave, label=option, value="value"),
        "cards": CardMap(group=wave, title=option),
        "matrix": CardMatrix(row=wave, column=option, title=option),
    }


PLOTS = ("ranked", "remainder", "dots", "stacked", "trend", "heatmap", "grouped")
CARDS = ("cards", "matrix")
OF_ONE_WAVE = ("ranked", "remainder", "dots")


def shaped(name: str, language: str = "en", **changes) -> Exhibit:
    """The exhibit that draws this shape; "table" draws none. Rankings hold the first wave only.

    Each has an address of its own, since charts are kept by their address.
    """
    frame = table().iloc[:2].copy() if name in OF_ONE_WAVE else table()
    shape = None if name == "table" else shapes(language)[name]
    grid = None if name in OF_ONE_WAVE else GRID
    options = {"frame": frame, "columns": COLUMNS, "shape": shape, "grid": grid, "language": language}
    options["address"] = f"surveys/users/{name}/use"
    return make_exhibit(**(options | changes))


def csv_rows(exhibit: Exhibit) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_file(exhibit).decode(), newline="")))


def csv_numbers(exhibit: Exhibit, column: str = "value") -> list[float | None]:
    """The numbers of a column as a reader of the CSV file gets them."""
    return [float(row[column]) if row[column] else None for row in csv_rows(exhibit)]
