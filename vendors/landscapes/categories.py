"""The categories of a landscape file in the scheme's tree: those known by name keep their codes."""

import hashlib
from dataclasses import dataclass, field

from django.utils.text import slugify
from django.utils.translation import gettext as _

from portal.loading.draft import Draft
from portal.loading.problems import Report
from portal.loading.reader import RawRow
from vendors.landscapes.reading import Group, LandscapeFile
from vendors.models import Category, Scheme

LONGEST_CODE = 60
STEP = 10  # between the orders of neighbours
Path = tuple[str, ...]  # names from the top down


@dataclass
class Shelf:
    """A category of the scheme, stored or new."""

    path: Path
    code: str
    file: str = ""  # the last one that names it, and where
    line: int = 1
    stored: Category | None = None


@dataclass
class Shelves:
    """The categories of one scheme while files are translated, in reading order."""

    scheme: Scheme
    newest: str  # edition that the order follows
    by_path: dict[Path, Shelf] = field(default_factory=dict)
    file: str = ""  # the last one that was shelved

    @property
    def is_flat(self) -> bool:
        """Whether the scheme keeps the subcategories of one category alone."""
        return bool(self.by_path) and all(len(path) == 1 for path in self.by_path)

    def path(self, category: Group, subcategory: Group) -> Path:
        """Where the items of a subcategory stand."""
        return (subcategory.name,) if self.is_flat else (category.name, subcategory.name)

    def code(self, path: Path) -> str:
        return self.by_path[path].code


def shelves_of(scheme: Scheme, newest: str, draft: Draft) -> Shelves:
    """The scheme's stored categories, each followed by those below it."""
    found = Shelves(scheme, newest)
    stored = [each for each in draft.complete("categories") if isinstance(each, Category) and each.scheme is scheme]
    below: dict[int | None, list[Category]] = {}
    for category in sorted(stored, key=lambda each: (each.order, each.code)):
        below.setdefault(id(category.parent) if category.parent else None, []).append(category)

    def walk(parent: int | None, above: Path) -> None:
        for category in below.get(parent, ()):
            path = (*above, category.name_en)
            found.by_path.setdefault(path, Shelf(path, category.code, stored=category))
            walk(id(category), path)

    walk(None, ())
    return found


def shelve(file: LandscapeFile, edition: str, shelves: Shelves, report: Report) -> bool:
    """Adds the file's categories; the newest edition gives the order. False when a problem was added."""
    is_flat = shelves.is_flat
    if is_flat and len(file.categories) > 1:
        expected = _("expected one category: the scheme %(scheme)s has one level only")
        second = file.categories[1]
        report.add(file.name, second.line, "category", second.name, expected % {"scheme": shelves.scheme.code})
        return False
    lines: dict[Path, int] = {}
    for category in file.categories:
        if not is_flat:
            lines[(category.name,)] = category.line
        for group in category.groups:
            lines[(group.name,) if is_flat else (category.name, group.name)] = group.line
    known = list(shelves.by_path)
    taken = {shelf.code for shelf in shelves.by_path.values()}
    for path, line in lines.items():
        shelf = shelves.by_path.setdefault(path, Shelf(path, code_for(path, taken)))
        taken.add(shelf.code)
        shelf.file, shelf.line = file.name, line
    leads = edition >= shelves.newest and not is_flat
    order = merged(list(lines), known) if leads else merged(known, list(lines))
    shelves.by_path = {path: shelves.by_path[path] for path in order}
    shelves.newest, shelves.file = max(shelves.newest, edition), file.name
    return True


def merged(first: list[Path], others: list[Path]) -> list[Path]:
    """`first` in its order; what only `others` have stands behind its neighbours."""
    by_top: dict[Path, list[Path]] = {}
    for path in dict.fromkeys([*first, *others]):
        by_top.setdefault(path[:1], []).append(path)
    return [path for paths in by_top.values() for path in sorted(paths, key=len)]


def code_for(path: Path, taken: set[str]) -> str:
    """Readable and the same wherever the file is loaded: "serverless-framework"; with a mark where that is taken."""
    parts = [slugify(name.replace("/", " ")) for name in path]
    mark = hashlib.sha1("\n".join(path).encode(), usedforsecurity=False).hexdigest()[:6]
    code = "-".join(parts) if all(parts) else ""
    if code and len(code) <= LONGEST_CODE and code not in taken:
        return code
    start = code[: LONGEST_CODE - 6].rpartition("-")[0] if len(code) > LONGEST_CODE else code
    return f"{start or 'category'}-{mark}"


def category_rows(shelves: Shelves) -> dict[str, list[RawRow]]:
    """File → rows for the categories that are new or stand elsewhere now. One level keeps the order that it has."""
    rows: dict[str, list[RawRow]] = {}
    for place, shelf in enumerate(shelves.by_path.values(), start=1):
        if shelf.stored is None or (not shelves.is_flat and shelf.stored.order != place * STEP):
            rows.setdefault(shelf.file or shelves.file, []).append(row_of(shelf, place * STEP, shelves))
    return rows


def row_of(shelf: Shelf, order: int, shelves: Shelves) -> RawRow:
    stored = shelf.stored
    parent = shelves.by_path.get(shelf.path[:-1])
    cells = {
        "scheme": shelves.scheme.code,
        "code": shelf.code,
        "parent": parent.code if parent else "",
        "order": str(order),
        "name_en": shelf.path[-1],
        "name_zh": stored.name_zh if stored else "",
        "definition_en": stored.definition_en if stored else "",
        "definition_zh": stored.definition_zh if stored else "",
    }
    return RawRow(shelf.line, cells, frozenset(), is_ragged=False)
