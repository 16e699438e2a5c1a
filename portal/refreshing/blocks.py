"""A block of cells with its headings written anew; columns stay where their author has moved them."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from portal.refreshing.books import Area, Book, area_of
from portal.refreshing.series import matched
from portal.refreshing.sheets import Value, tag

Rows = list[list[Value]]


@dataclass(frozen=True)
class Plan:
    """Where the columns of a fresh block go: `columns` are those of the sheet, `gone` those that are not needed."""

    name: str
    area: Area
    wanted: Area
    columns: tuple[int, ...]
    gone: tuple[int, ...]
    rows: Rows


def read_block(book: Book, area: Area) -> Rows:
    sheet = book.sheet(area.sheet)
    columns = range(area.left, area.right + 1)
    return [[sheet.value(row, column) for column in columns] for row in range(area.top, area.bottom + 1)]


def plan_block(book: Book, name: str, area: Area, rows: Rows, *, are_all_ours: bool = True) -> Plan:
    """Columns by their headings; new ones go to the right of the block.

    `are_all_ours` says that nobody has put columns of his own into the block: one that is not needed any more is
    emptied, and a single new heading is taken for another word of a single old one. Otherwise such columns stay.
    """
    sheet = book.sheet(area.sheet)
    before = [str(sheet.value(area.top, column) or "") for column in range(area.left, area.right + 1)]
    found: list[int | None] = matched(before, [str(head or "") for head in rows[0]])
    unmatched = [place for place in range(len(before)) if place not in found] if are_all_ours else []
    new = [place for place, match in enumerate(found) if match is None]
    if len(new) == len(unmatched) == 1:
        found[new[0]] = unmatched.pop()
    return _plan(name, area, found, rows, tuple(area.left + place for place in unmatched))


def plan_rows(name: str, area: Area, rows: Rows) -> Plan:
    """A block without headings: its columns are what they were."""
    return _plan(name, area, list(range(len(rows[0]))), rows, ())


def _plan(name: str, area: Area, found: list[int | None], rows: Rows, gone: tuple[int, ...]) -> Plan:
    right, columns = area.right, []
    for match in found:
        right += match is None
        columns.append(right if match is None else area.left + match)
    wanted = replace(area, bottom=area.top + len(rows) - 1, right=right)
    return Plan(name, area, wanted, tuple(columns), gone, rows)


def hindrance(book: Book, plan: Plan) -> str:
    """Why the block has no place, in words; empty where it has one."""
    sheet, area, wanted = book.sheet(plan.area.sheet), plan.area, plan.wanted
    for row in range(area.top, wanted.bottom + 1):
        for column in plan.columns:
            is_new = row > area.bottom or column > area.right
            if is_new and not sheet.is_empty(row, column):
                words = _(
                    "In the sheet “%(sheet)s” own cells stand where new rows or columns must go. Please move them."
                )
                return words % {"sheet": area.sheet}
    merged = [area_of(f"x!{each.get('ref')}") for each in sheet.tree.iter(tag("mergeCell"))]
    if any(other and _touch(other, area, wanted) for other in merged):
        return _("In the sheet “%(sheet)s” cells of ours were merged.") % {"sheet": area.sheet}
    return ""


def _touch(other: Area, area: Area, wanted: Area) -> bool:
    bottom = max(area.bottom, wanted.bottom)
    return other.top <= bottom and other.bottom >= area.top and area.left <= other.right and other.left <= wanted.right


def write_block(book: Book, plan: Plan) -> None:
    sheet, area = book.sheet(plan.area.sheet), plan.area
    for place, line in enumerate(plan.rows):
        row = area.top + place
        for column, value in zip(plan.columns, line, strict=True):
            like = (row - 1, column) if row > area.bottom else (row, area.right)
            sheet.write(row, column, value, like=like)
    for row in range(area.top, area.bottom + 1):
        for column in plan.columns if row > plan.wanted.bottom else plan.gone:
            sheet.write(row, column, None)
    book.move_block(plan.name, plan.wanted)
    _adapt_filter(book, plan)
    _adapt_tables(book, plan)
    if (dimension := sheet.tree.find(tag("dimension"))) is not None:
        sheet.tree.remove(dimension)  # need not be said


def short(area: Area) -> str:
    """The cells without the sheet and without marks of fixed places."""
    return str(area).rpartition("!")[2].replace("$", "")


def _adapt_filter(book: Book, plan: Plan) -> None:
    """A filter grows with its block; one that hides rows is lifted, since other rows stand there now."""
    sheet = book.sheet(plan.area.sheet)
    own = sheet.tree.find(tag("autoFilter"))
    if own is None or own.get("ref") != short(plan.area):
        return
    own.set("ref", short(plan.wanted))
    for child in list(own):
        own.remove(child)
    for number, row in sheet.rows.items():
        if plan.area.top < number <= plan.area.bottom:
            row.attrib.pop("hidden", None)
    for name in book.names():
        if name.get("name") == "_xlnm._FilterDatabase" and area_of(name.text) == plan.area:
            name.text = str(plan.wanted)


def _adapt_tables(book: Book, plan: Plan) -> None:
    """A table that its author has made of the block takes the new rows in; new columns stay beside it."""
    wanted = short(replace(plan.wanted, right=plan.area.right))
    for path in book.targets(book.paths[plan.area.sheet]).values():
        if not path.startswith("xl/tables/"):
            continue
        for element in book.tree(path).iter(tag("table"), tag("autoFilter")):
            if element.get("ref") == short(plan.area):
                element.set("ref", wanted)
