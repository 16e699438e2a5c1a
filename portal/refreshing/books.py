"""A workbook as its parts: only those that change are written anew, all others come back as they are."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from portal.exhibits.marks import Mark, mark_in
from portal.exhibits.workbook_marks import BLOCKS
from portal.refreshing.packaging import TYPES, read_markup, write_markup
from portal.refreshing.sheets import Sheet, column_letters, column_number, tag, text_in

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
AREA = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
PROPERTIES = "docProps/custom.xml"
WORKBOOK, STRINGS, CHAIN = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/calcChain.xml"
NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
MOST_CELLS = 500_000  # of a block: a name can claim billions of cells that are not there


@dataclass(frozen=True)
class Area:
    """Cells of a sheet from (top, left) to (bottom, right), all from 1."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        quoted = self.sheet.replace("'", "''")
        first, last = (
            f"${column_letters(column)}${row}" for row, column in ((self.top, self.left), (self.bottom, self.right))
        )
        return f"'{quoted}'!{first}" + (f":{last}" if first != last else "")


def area_of(text: str) -> Area | None:
    """The cells that a reference names; None for several areas, whole columns and what is lost."""
    found = AREA.fullmatch((text or "").strip())
    if found is None:
        return None
    quoted, plain, left, top, right, bottom = found.groups()
    sheet = quoted.replace("''", "'") if quoted else plain
    return Area(sheet, int(top), column_number(left), int(bottom or top), column_number(right or left))


def bearable(area: Area) -> Area:
    """The area, unless it has more cells than any exhibit."""
    if not 0 < (area.bottom - area.top + 1) * (area.right - area.left + 1) <= MOST_CELLS:
        raise ValueError(f"{area}: expected 1 to {MOST_CELLS} cells")
    return area


class Book:
    """The trees of parts are read when first asked for; `document` writes back those that were."""

    def __init__(self, parts: dict[str, bytes]):
        self.parts = dict(parts)
        self.trees: dict[str, Any] = {}
        self.opened: dict[str, Sheet] = {}
        self.workbook = self.tree(WORKBOOK)
        shared = read_markup(parts[STRINGS]) if STRINGS in parts else ()
        self.strings = [text_in(each) for each in shared]
        targets = self.targets(WORKBOOK)
        self.paths = {each.get("name"): targets[each.get(RELATION)] for each in self.workbook.iter(tag("sheet"))}

    def tree(self, path: str) -> Any:
        """Of a part that is written back."""
        if path not in self.trees:
            self.trees[path] = read_markup(self.parts[path])
        return self.trees[path]

    def targets(self, path: str) -> dict[str, str]:
        """{relation: path of the part} of a part."""
        folder, name = posixpath.split(path)
        relations = f"{folder}/_rels/{name}.rels"
        if relations not in self.parts:
            return {}
        return {
            each.get("Id"): posixpath.normpath(posixpath.join("/", folder, each.get("Target"))).lstrip("/")
            for each in read_markup(self.parts[relations])
            if each.get("TargetMode") != "External"
        }

    def relations(self, name: str) -> Any:
        """The tree with the relations of a sheet, a new one where it has none."""
        folder, file = posixpath.split(self.paths[name])
        path = f"{folder}/_rels/{file}.rels"
        self.parts.setdefault(path, NO_RELATIONS)
        return self.tree(path)

    def sheet(self, name: str) -> Sheet:
        if name not in self.opened:
            self.opened[name] = Sheet(self.tree(self.paths[name]), self.strings)
        return self.opened[name]

    def names(self) -> Iterator[Any]:
        """The elements of defined names, those of the whole workbook first."""
        found = list(self.workbook.iter(tag("definedName")))
        yield from sorted(found, key=lambda each: each.get("localSheetId") is not None)

    def block(self, export_name: str) -> Area | None:
        """Where what was exported as this sheet stands now; None where it is gone."""
        for name in self.names():
            if name.get("name") == BLOCKS[export_name]:
                area = area_of(name.text)
                return bearable(area) if area is not None and area.sheet in self.paths else None
        return self._block_by_sheet(export_name) if export_name in self.paths else None

    def _block_by_sheet(self, name: str) -> Area:
        """From the first cell on, for programs that keep no names; two empty rows end it."""
        sheet = self.sheet(name)
        right = max((column for row, column in sheet.cells if not sheet.is_empty(row, column) and row == 1), default=1)
        bottom = 1
        while any(not sheet.is_empty(bottom + 1, column) for column in range(1, right + 1)):
            bottom += 1
            bearable(Area(name, 1, 1, bottom, right))
        return Area(name, 1, 1, bottom, right)

    def move_block(self, export_name: str, area: Area) -> None:
        for name in self.names():
            if name.get("name") == BLOCKS[export_name]:
                name.text = str(area)
                return

    def mark(self) -> Mark | None:
        """At the foot of About, else in a cell anywhere, else among the properties."""
        area = self.block("About")
        if area is not None:
            for row in range(area.bottom, area.top - 1, -1):
                for column in range(area.left, area.right + 1):
                    if mark := mark_in(str(self.sheet(area.sheet).value(row, column) or "")):
                        return mark
        for text in self.strings:
            if mark := mark_in(text):
                return mark
        return mark_in("".join(self.tree(PROPERTIES).itertext())) if PROPERTIES in self.parts else None

    def drop_chain(self) -> None:
        """The order of calculation, which programs make anew, and cells to be calculated when it is opened."""
        self.parts.pop(CHAIN, None)
        for path in (TYPES, "xl/_rels/workbook.xml.rels"):
            for each in list(self.tree(path)):
                if "calcChain" in (each.get("PartName") or each.get("Target") or ""):
                    self.tree(path).remove(each)
        calculation = self.workbook.find(tag("calcPr"))
        if calculation is not None:
            calculation.set("fullCalcOnLoad", "1")

    def document(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, body in self.parts.items():
                entry = zipfile.ZipInfo(path)  # 1980, as office programs write it
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, write_markup(self.trees[path]) if path in self.trees else body)
        return out.getvalue()
