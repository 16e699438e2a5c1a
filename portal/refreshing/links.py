"""Links of the cells of a block after it has changed: each value leads to its own source again."""

from copy import deepcopy
from typing import Any

from portal.refreshing.blocks import Plan
from portal.refreshing.books import RELATION, Book, area_of
from portal.refreshing.sheets import column_letters, column_of, tag

# What stands behind the links of a sheet, as the format orders its parts.
FOLLOWING = ("printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties",
             "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "picture",
             "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")  # fmt: skip
START = "smwLink"  # of the names of our relations


def refresh_links(book: Book, fresh: Book, plan: Plan) -> None:
    """Those in the block give way to the fresh ones; links that its author has put elsewhere stay."""
    name = plan.area.sheet
    tree, relations = book.sheet(name).tree, book.relations(name)
    holder = tree.find(tag("hyperlinks"))
    if holder is None:
        holder = tree.makeelement(tag("hyperlinks"))
    gone = {_drop(holder, link) for link in list(holder) if _is_within(link, plan)}
    kept = {link.get(RELATION) for link in holder}
    for relation in list(relations):
        if relation.get("Id") in gone - kept:
            relations.remove(relation)
    names = {relation.get("Id") for relation in relations}
    number = 0
    area = fresh.block(plan.name)
    assert area is not None  # it was written a moment ago
    for link in fresh.sheet(area.sheet).tree.iter(tag("hyperlink")):
        while f"{START}{number}" in names:
            number += 1
        _add(holder, link, plan, f"{START}{number}")
        relations.append(_relation(fresh, area.sheet, link, f"{START}{number}"))
        number += 1
    _put(tree, holder)


def _drop(holder: Any, link: Any) -> str | None:
    holder.remove(link)
    return link.get(RELATION)


def _is_within(link: Any, plan: Plan) -> bool:
    place = area_of(f"x!{link.get('ref')}")
    right = max(plan.area.right, plan.wanted.right)
    bottom = max(plan.area.bottom, plan.wanted.bottom)
    return place is not None and plan.area.top <= place.top <= bottom and plan.area.left <= place.left <= right


def _add(holder: Any, link: Any, plan: Plan, name: str) -> None:
    """At the place of the fresh cell in the block, whose columns may have been moved."""
    ref = link.get("ref")
    column = plan.columns[column_of(ref) - 1]
    row = plan.area.top + int(ref.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1
    own = holder.makeelement(tag("hyperlink"), dict(link.attrib))
    own.set("ref", f"{column_letters(column)}{row}")
    own.set(RELATION, name)
    holder.append(own)


def _relation(fresh: Book, sheet: str, link: Any, name: str) -> Any:
    found = next(each for each in fresh.relations(sheet) if each.get("Id") == link.get(RELATION))
    own = deepcopy(found)
    own.set("Id", name)
    return own


def _put(tree: Any, holder: Any) -> None:
    """In its place among the parts of a sheet; nowhere without links, since the format wants one at least."""
    if holder.getparent() is not None:
        if not len(holder):
            tree.remove(holder)
        return
    if len(holder):
        following = next((child for child in tree if child.tag in map(tag, FOLLOWING)), None)
        tree.append(holder) if following is None else following.addprevious(holder)
