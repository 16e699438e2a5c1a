"""Readers of the file forms that know nothing of how we wrote them: each gives the numbers that it finds."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
import zipfile

import nbformat
import openpyxl
from openpyxl.utils import range_boundaries
from pptx import Presentation
from pyjstat import pyjstat

NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w,]|\.\d)")
Rows = list[dict]  # of the tidy table: codes as text, numbers as numbers, what is missing as None


def number_of(text) -> float | None:
    """A cell of any form as a number; None where it is empty."""
    return None if text in ("", None) or text != text else float(text)


def numbers_in(text: str) -> list[float]:
    """The numbers of a text for people: 41.5% and 10,240 MB."""
    return [float(found.replace(",", "")) for found in NUMBER.findall(text)]


def csv_rows(body: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def json_rows(body: bytes) -> Rows:
    return json.loads(body)["rows"]


def sheet_rows(body: bytes) -> Rows:
    head, *lines = openpyxl.load_workbook(io.BytesIO(body))["Data"].iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def archived_rows(body: bytes) -> tuple[Rows, Rows]:
    """Of the CSV and of the JSON in an archive."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return csv_rows(archive.read("data.csv")), json_rows(archive.read("data.json"))


def notebook_rows(body: bytes) -> Rows:
    """The rows that a notebook states, without running it."""
    cells = nbformat.reads(body.decode(), as_version=4).cells
    stated = next(cell.source for cell in cells if "STATED = [" in cell.source)
    names: dict = {}
    exec(stated.partition("stated = ")[0], names)
    return [dict(zip(names["COLUMNS"], row, strict=True)) for row in names["STATED"]]


def cube_values(body: bytes) -> dict[tuple, float | None]:
    """{(code of each dimension, the measure last): value}"""
    frame = pyjstat.Dataset.read(body.decode()).write("dataframe", naming="id")
    return {tuple(row[:-1]): number_of(row[-1]) for row in frame.itertuples(index=False)}


def table_numbers(body: bytes) -> list[float]:
    """Of the cells of a Markdown table, its row headings left out."""
    lines = [line for line in body.decode().splitlines() if line.startswith("| ")]
    cells = [re.split(r"(?<!\\)\|", line)[2:-1] for line in lines[2:]]
    texts = [re.sub(r"\[\d+\]", "", cell).strip() for row in cells for cell in row]  # without numbers of sources
    return [number for text in texts for number in numbers_in(text)]


def charted_numbers(body: bytes) -> list[float]:
    """Of the cells behind the native chart of a workbook, error bars left out; none without a chart."""
    book = openpyxl.load_workbook(io.BytesIO(body))
    if "Chart" not in book.sheetnames:
        return []
    found = []
    for series in book["Chart"]._charts[0].series:
        sheet, _mark, area = series.val.numRef.f.partition("!")
        left, top, right, bottom = range_boundaries(area.replace("$", ""))
        lines = book[sheet].iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right, values_only=True)
        found += [value for line in lines for value in line if value is not None]
    return found


def slide_numbers(body: bytes) -> list[float]:
    """Of the native charts of slides, or of their native tables, heading row and column left out."""
    shapes = [shape for slide in Presentation(io.BytesIO(body)).slides for shape in slide.shapes]
    charts = [shape.chart for shape in shapes if shape.has_chart]
    values = [value for chart in charts for series in chart.plots[0].series for value in series.values]
    tables = [shape.table for shape in shapes if shape.has_table]
    texts = [cell.text for table in tables for row in list(table.rows)[1:] for cell in list(row.cells)[1:]]
    return [value for value in values if value is not None] + [one for text in texts for one in numbers_in(text)]


def drawn_numbers(body: bytes) -> list[float]:
    """Of the words that a downloaded SVG draws as outlines."""
    labels = [element.get("aria-label", "") for element in ElementTree.fromstring(body).iter()]
    return [number for label in labels for number in numbers_in(label)]


def plotted_numbers(body: bytes) -> set[float]:
    """The values that the marks of a Vega-Lite chart stand for."""
    layers = json.loads(body)["layer"]
    rows = [row for layer in layers if layer["mark"]["type"] != "text" for row in layer["data"]["values"]]
    return {row["value"] for row in rows if row.get("value") is not None}
