"""Native tables of slides brought up to date: rows and columns move with their heads, in the looks their author gave.

Works on the elements of DrawingML tables.
"""

from copy import deepcopy
from typing import Any

from portal.charts.palette import STEPS, THEMES
from portal.refreshing.series import matched

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PAPER = THEMES["light"]["paper"].lstrip("#").lower()
HEAT = {THEMES["light"][f"seq-{step}"].lstrip("#").lower() for step in range(STEPS)}
Element = Any  # of lxml, which has no types


def tag(name: str) -> str:
    return f"{{{DRAWING}}}{name}"


def has_merged_cells(table: Element) -> bool:
    return any(cell.get(name) for cell in table.iter(tag("tc")) for name in ("gridSpan", "rowSpan", "hMerge", "vMerge"))


def refresh_table(table: Element, fresh: Element) -> None:
    """The rows and columns of the fresh table; a row or column that was there before keeps its looks."""
    columns = matched(_heads(table), _heads(fresh))
    _set_widths(table, fresh, columns)
    before, now = table.findall(tag("tr")), fresh.findall(tag("tr"))
    matches = [
        0,
        *(None if match is None else match + 1 for match in matched(*(_firsts(each) for each in (before, now)))),
    ]
    rows = [
        deepcopy(row) if match is None else _refreshed(before[match], row, columns)
        for row, match in zip(now, matches, strict=True)
    ]
    for row in before:
        table.remove(row)
    table.extend(rows)


def text_of(cell: Element) -> str:
    return "\n".join("".join(part.text or "" for part in paragraph.iter(tag("t"))) for paragraph in cell.iter(tag("p")))


def _heads(table: Element) -> list[str]:
    return [text_of(cell) for cell in table.find(tag("tr")).findall(tag("tc"))]


def _firsts(rows: list[Element]) -> list[str]:
    """What stands first in each row below the heads."""
    return [text_of(row.find(tag("tc"))) for row in rows[1:]]


def _refreshed(row: Element, fresh: Element, columns: list[int | None]) -> Element:
    cells = row.findall(tag("tc"))
    for cell in cells:
        row.remove(cell)
    for place, (new, match) in enumerate(zip(fresh.findall(tag("tc")), columns, strict=True)):
        cell = deepcopy(new) if match is None or match >= len(cells) else cells[match]
        _write(cell, new)
        row.insert(place, cell)
    return row


def _write(cell: Element, fresh: Element) -> None:
    """The text of the fresh cell in the looks of this one; the colour of a heatmap tells the number and goes along."""
    if text_of(cell) == text_of(fresh):
        return
    body, runs = cell.find(tag("txBody")), list(cell.iter(tag("r")))
    if not runs:
        cell.replace(body, deepcopy(fresh.find(tag("txBody"))))
    else:
        for paragraph in body.findall(tag("p"))[1:]:
            body.remove(paragraph)
        for run in runs[1:]:
            if run.getparent() is not None:
                run.getparent().remove(run)
        runs[0].find(tag("t")).text = text_of(fresh)
    colours = {_fill(cell), _fill(fresh)}
    if colours & HEAT and colours <= HEAT | {PAPER}:
        cell.replace(cell.find(tag("tcPr")), deepcopy(fresh.find(tag("tcPr"))))
        _take_ink(cell, fresh)


def _fill(cell: Element) -> str:
    found = cell.find(f"{tag('tcPr')}/{tag('solidFill')}/{tag('srgbClr')}")
    return "" if found is None else found.get("val").lower()


def _take_ink(cell: Element, fresh: Element) -> None:
    path = f".//{tag('rPr')}/{tag('solidFill')}"
    old, new = cell.find(path), fresh.find(path)
    if old is not None and new is not None:
        old.getparent().replace(old, deepcopy(new))


def _set_widths(table: Element, fresh: Element, columns: list[int | None]) -> None:
    """Old columns keep their shares of the table's width, and the whole its width."""
    grid = table.find(tag("tblGrid"))
    old, new = grid.findall(tag("gridCol")), fresh.find(tag("tblGrid")).findall(tag("gridCol"))
    wanted = [deepcopy(new[place]) if match is None else old[match] for place, match in enumerate(columns)]
    whole = sum(int(column.get("w")) for column in old)
    share = whole / (sum(int(column.get("w")) for column in wanted) or 1)
    for column in old:
        grid.remove(column)
    for place, column in enumerate(wanted):
        grid.insert(place, column)
        if len(wanted) != len(old) or None in columns:
            column.set("w", str(round(int(column.get("w")) * share)))
