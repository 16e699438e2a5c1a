"""The cells of one sheet of a workbook, read and written in its XML; whatever else the sheet holds stays as it is."""

import re
from bisect import insort
from typing import Any

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
Value = str | float | bool | None


def tag(name: str) -> str:
    return f"{{{SHEET}}}{name}"


def column_number(letters: str) -> int:
    """A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_of(place: str) -> int:
    return column_number(place.rstrip("0123456789"))


def column_letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class Sheet:
    """Cells by (row, column), both from 1; `strings` are those that the sheets of the workbook share."""

    def __init__(self, tree: Any, strings: list[str]):
        self.tree, self.strings = tree, strings
        self.data = tree.find(tag("sheetData"))
        self.rows = {int(row.get("r")): row for row in self.data.findall(tag("row"))}
        self.cells = {}
        for cell in self.data.iter(tag("c")):
            letters, number = PLACE.fullmatch(cell.get("r")).groups()  # type: ignore[union-attr]  # without: damaged
            self.cells[int(number), column_number(letters)] = cell

    def value(self, row: int, column: int) -> Value:
        cell = self.cells.get((row, column))
        if cell is None:
            return None
        kind, text = cell.get("t", "n"), cell.findtext(tag("v"))
        if kind == "inlineStr":
            return text_in(cell.find(tag("is")))
        if text is None:
            return None
        if kind == "s":
            return self.strings[int(text)]
        return {"n": float, "b": lambda given: given == "1"}.get(kind, str)(text)

    def is_empty(self, row: int, column: int) -> bool:
        return self.value(row, column) in (None, "") and (
            (row, column) not in self.cells or self.cells[row, column].find(tag("f")) is None
        )

    def write(self, row: int, column: int, value: Value, *, like: tuple[int, int] | None = None) -> None:
        """Puts a value in a cell, which keeps its looks; a new one takes those of the cell `like`."""
        if value in (None, "") and (row, column) not in self.cells:
            return
        cell = self._cell(row, column, like)
        cell.attrib.pop("t", None)
        for child in list(cell):
            cell.remove(child)
        if value is None or value == "":
            return
        if isinstance(value, str):
            cell.set("t", "inlineStr")
            text = cell.makeelement(tag("t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
            text.text = value
            inline = cell.makeelement(tag("is"))
            inline.append(text)
            cell.append(inline)
            return
        if isinstance(value, bool):
            cell.set("t", "b")
        number = cell.makeelement(tag("v"))
        number.text = str(int(value)) if isinstance(value, bool) or float(value).is_integer() else repr(value)
        cell.append(number)

    def _cell(self, row: int, column: int, like: tuple[int, int] | None) -> Any:
        if (row, column) in self.cells:
            return self.cells[row, column]
        line = self.rows.get(row)
        if line is None:
            line = self.rows[row] = self.data.makeelement(tag("row"), {"r": str(row)})
            _put_in_order(self.data, line, lambda each: int(each.get("r")))
        line.attrib.pop("spans", None)  # says which columns there are, and need not be said
        cell = line.makeelement(tag("c"), {"r": f"{column_letters(column)}{row}"})
        model = self.cells.get(like) if like else None
        if model is not None and model.get("s"):
            cell.set("s", model.get("s"))
        _put_in_order(line, cell, lambda each: column_of(each.get("r")))
        self.cells[row, column] = cell
        return cell


def text_in(element: Any) -> str:
    """All runs of a text, without the readings that stand beside Chinese and Japanese words."""
    if element is None:
        return ""
    return "".join(part.text or "" for part in element.iter(tag("t")) if part.getparent().tag != tag("rPh"))


def _put_in_order(parent: Any, child: Any, key) -> None:
    if len(parent) and parent[-1].tag == child.tag and key(parent[-1]) < key(child):
        parent.append(child)
        return
    siblings = [each for each in parent if each.tag == child.tag]
    insort(siblings, child, key=key)
    place = siblings.index(child)
    parent.insert(0, child) if place == 0 else siblings[place - 1].addnext(child)
