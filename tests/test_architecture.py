"""The arrows of docs/architecture.md, read from the imports of every module."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = {"portal": 0, "vendors": 1, "surveys": 2}
SOURCES = sorted(
    file
    for floor in FLOORS
    for file in (ROOT / floor).rglob("*.py")
    if "migrations" not in file.relative_to(ROOT).parts
)
# Heavy libraries and the rooms that may import them; elsewhere they would slow every start or blur the rooms.
HEAVY = {
    "pandas": ("portal/exhibits/", "portal/charts/", "/frames", "surveys/microdata/store/parquet"),
    "numpy": ("portal/exhibits/", "portal/charts/", "/frames", "surveys/microdata/"),
    "scipy": ("surveys/microdata/statistics/",),
    "fastparquet": ("surveys/microdata/store/",),
    "pyreadstat": ("surveys/microdata/answers/",),
    "python_calamine": ("surveys/microdata/",),
    "altair": ("portal/charts/",),
    "nbformat": ("portal/exhibits/",),
    "vl_convert": ("portal/charts/",),
    "xlsxwriter": ("portal/exhibits/", "surveys/microdata/codebook/", "surveys/books/"),
    "pptx": ("portal/exhibits/", "portal/refreshing/", "portal/decks/"),
    "openpyxl": (),
}
# Imported when first needed, so that a start stays quick.
LAZY = {
    "altair",
    "fastparquet",
    "nbformat",
    "pptx",
    "pyreadstat",
    "python_calamine",
    "scipy",
    "vl_convert",
    "xlsxwriter",
}
MAX_MODULE, MAX_FUNCTION = 220, 45  # lines; the aim is 200 and 40
# What a module of this name may not import (STYLE: "must not").
FORBIDDEN = {
    "querysets.py": ("django.http", "pandas", "models"),
    "querysets": ("django.http", "pandas", "models"),
    "views.py": ("pandas", "altair", "json"),
    "views": ("pandas", "altair", "json"),
    "frames": ("altair", "django.http"),
    "exhibits": ("altair",),
    "models": ("pandas", "django.http"),
    "loading": ("pandas", "django.http"),
}


def module_name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(file: Path) -> list[tuple[str, bool, int]]:
    """(module, inside a function, line) for each import, type-checking imports left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = []

    def visit(node, inside: bool):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
                continue
            deeper = inside or isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
            if isinstance(child, ast.Import):
                found.extend((alias.name, inside, child.lineno) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{file}:{child.lineno}: relative import; write the whole name"
                found.extend((f"{child.module}.{alias.name}", inside, child.lineno) for alias in child.names)
            visit(child, deeper)

    visit(tree, False)
    return found


MODULES = {module_name(file): file for file in SOURCES}


def own_module(name: str) -> str | None:
    """The module of ours that an import name leads to."""
    while name and name not in MODULES:
        name = name.rpartition(".")[0]
    return name or None


@pytest.mark.parametrize("file", SOURCES, ids=module_name)
def test_arrows_point_down(file):
    floor = FLOORS[file.relative_to(ROOT).parts[0]]

    upward = [
        f"line {line}: {name}"
        for name, inside, line in imports_of(file)
        if FLOORS.get(name.partition(".")[0], -1) > floor
    ]

    assert upward == []


@pytest.mark.parametrize("file", SOURCES, ids=module_name)
def test_our_own_imports_stand_at_the_top(file):
    hidden = [
        f"line {line}: {name}" for name, inside, line in imports_of(file) if inside and name.partition(".")[0] in FLOORS
    ]

    assert hidden == []


@pytest.mark.parametrize("file", SOURCES, ids=module_name)
def test_heavy_libraries_stay_in_their_rooms(file):
    place = file.relative_to(ROOT).as_posix()

    wrong = []
    for name, inside, line in imports_of(file):
        library = name.partition(".")[0]
        if library in HEAVY and not any(room in place for room in HEAVY[library]):
            wrong.append(f"line {line}: {library} does not belong in {place}")
        elif library in LAZY and not inside and not is_drawing_module(place):
            wrong.append(f"line {line}: {library} is imported at start")

    assert wrong == []


def is_drawing_module(place: str) -> bool:
    """Modules of the charts room that are themselves imported only when something is drawn."""
    return place.startswith("portal/charts/") and place not in EAGER_CHART_MODULES


EAGER_CHART_MODULES = {
    f"portal/charts/{name}.py" for name in ("shape", "shapes", "captions", "sizes", "palette", "pictures")
}


@pytest.mark.parametrize("file", SOURCES, ids=module_name)
def test_rooms_keep_out_what_is_not_theirs(file):
    names = {file.name, file.parent.name}
    banned = [module for room, modules in FORBIDDEN.items() if room in names for module in modules]

    wrong = [
        f"line {line}: {name}"
        for name, inside, line in imports_of(file)
        if any(name == module or name.startswith(f"{module}.") for module in banned)
    ]

    assert wrong == []


def room_of(module: str) -> str:
    """The room of the architecture's picture in which a module lies: an app, a folder of the portal, or "versions"."""
    first, *rest = module.split(".")
    return rest[0] if first == "portal" and rest else first


def pictured_arrows() -> dict[str, set[str]]:
    """Room → rooms that it may import, as docs/architecture.md draws them."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    lines = [line.split("→", 1) for line in text.splitlines() if "→" in line and line.partition(" ")[0].isalpha()]
    return {room.strip(): set(others.split()) for room, others in lines if room.strip().isidentifier()}


def test_rooms_import_as_the_picture_shows():
    picture = pictured_arrows()

    found = {
        (room_of(module), room_of(own))
        for module, file in MODULES.items()
        for name, inside, line in imports_of(file)
        if (own := own_module(name)) and room_of(module) in picture
    }
    others = {room for _, room in found} & set(picture)

    assert {"surveys", "vendors", "site", "charts", "loading", "api", "exhibits", "administration"} <= set(picture)
    assert {(room, other) for room, other in found if other in others and room != other} <= {
        (room, other) for room, allowed in picture.items() for other in allowed
    }
    assert {other for room, other in found if room == "charts"} == {"charts"}


def test_imports_make_no_circle():
    arrows = {
        module: {own for name, inside, line in imports_of(file) if (own := own_module(name)) and own != module}
        for module, file in MODULES.items()
    }
    done: set[str] = set()

    def walk(module: str, path: tuple[str, ...]):
        assert module not in path, " → ".join((*path[path.index(module) :], module))
        if module in done:
            return
        for other in sorted(arrows[module]):
            # A package's __init__ gathers its modules; they name it only to import from it what stands above them.
            if not other_is_parent(module, other):
                walk(other, (*path, module))
        done.add(module)

    for module in arrows:
        walk(module, ())


def other_is_parent(module: str, other: str) -> bool:
    return module.startswith(f"{other}.")


@pytest.mark.parametrize("file", SOURCES, ids=module_name)
def test_modules_and_functions_are_short(file):
    text = file.read_text(encoding="utf-8")
    tree = ast.parse(text)

    long = [
        f"{node.name} has {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and node.end_lineno - node.lineno + 1 > MAX_FUNCTION
    ]

    assert len(text.splitlines()) <= MAX_MODULE
    assert long == []


@pytest.mark.parametrize(
    "file", [file for file in SOURCES if file.name != "__init__.py" or file.stat().st_size], ids=module_name
)
def test_modules_say_what_they_are_for(file):
    assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))


VIEWS = [file for file in SOURCES if file.name == "views.py" or file.parent.name == "views"]


@pytest.mark.parametrize("file", VIEWS, ids=module_name)
def test_views_query_through_named_querysets(file):
    text = file.read_text(encoding="utf-8")

    assert [call for call in (".filter(", ".annotate(", ".order_by(", ".exclude(") if call in text] == []


def test_top_level_holds_only_what_is_agreed():
    allowed = {"portal", "surveys", "vendors", "fixtures", "tests", "docs", ".ci", ".git", ".venv", ".data"}
    ignored = {"__pycache__", ".pytest_cache", ".ruff_cache", ".mypy_cache", ".hypothesis", ".quality", ".github"}

    folders = {entry.name for entry in ROOT.iterdir() if entry.is_dir()}

    assert folders - allowed - ignored == set()
