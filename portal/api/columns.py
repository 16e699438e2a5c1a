"""Columns of a resource: where a value is kept, and the cells of JSON and CSV it becomes."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from portal.labels import choose
from portal.models import Source

CODES_ONLY, BOTH = "code", "both"  # values of the parameter `labels`


@dataclass(frozen=True)
class View:
    """How a client wants its rows: the language, and which labels beside the codes."""

    language: str = "en"
    labels: str = ""


@dataclass(frozen=True)
class Cell:
    """One key of a row, made of the values at `paths`."""

    key: str
    paths: tuple[str, ...]
    make: Callable[..., Any]


def present(value: Any) -> Any:
    """A stored value as it is sent: empty text is missing, a decimal a number."""
    if value == "":
        return None
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


@dataclass(frozen=True)
class Column:
    """A value as stored at the ORM path; `known` says that filters must name an existing one."""

    key: str
    path: str = ""
    known: bool = False
    is_label: bool = False

    @property
    def filter_paths(self) -> tuple[str, ...]:
        """Paths whose values filters look at; none where the column cannot be filtered."""
        return (self.path or self.key,)

    def cells(self, view: View) -> list[Cell]:
        return [Cell(self.key, (self.path or self.key,), present)]

    def flat_cells(self, view: View) -> list[Cell]:
        """The same for a file, where nothing is nested."""
        return self.cells(view)


@dataclass(frozen=True)
class Words(Column):
    """Text in two languages, kept at `<path>_en` and `<path>_zh`."""

    @property
    def filter_paths(self) -> tuple[str, ...]:
        path = self.path or self.key
        return (f"{path}_en", f"{path}_zh")

    def cells(self, view: View) -> list[Cell]:
        english, chinese = self.filter_paths
        chosen = Cell(self.key, (english, chinese), lambda en, zh: choose(en or "", zh or "", view.language) or None)
        if view.labels != BOTH:
            return [chosen]
        return [chosen, Cell(f"{self.key}_en", (english,), present), Cell(f"{self.key}_zh", (chinese,), present)]


@dataclass(frozen=True)
class Computed(Column):
    """Made of several stored values; filters name the columns it is made of."""

    paths: tuple[str, ...] = ()
    make: Callable[..., Any] = present

    @property
    def filter_paths(self) -> tuple[str, ...]:
        return ()

    def cells(self, view: View) -> list[Cell]:
        return [Cell(self.key, self.paths, self.make)]


def link(url: str | None, standing: str | None) -> str | None:
    """A source's address, unless it is a copy site: those are not linked to."""
    return None if standing == Source.Standing.COPY_SITE else present(url)


@dataclass(frozen=True)
class SourceColumn(Column):
    """The source, nested: {code, title, url, publisher, published}, or null where there is none."""

    @property
    def parts(self) -> tuple[Cell, ...]:
        path = self.path or self.key
        return (
            Cell("code", (f"{path}__code",), present),
            Cell("title", (f"{path}__title",), present),
            Cell("url", (f"{path}__url", f"{path}__standing"), link),
            Cell("publisher", (f"{path}__publisher",), present),
            Cell("published", (f"{path}__published",), present),
        )

    @property
    def filter_paths(self) -> tuple[str, ...]:
        return (f"{self.path or self.key}__code",)

    def cells(self, view: View) -> list[Cell]:
        return [Cell(self.key, tuple(path for part in self.parts for path in part.paths), nested_source)]

    def flat_cells(self, view: View) -> list[Cell]:
        code, *others = self.parts
        return [Cell(self.key, code.paths, present)] + [
            Cell(f"{self.key}_{part.key}", part.paths, part.make) for part in others
        ]


def nested_source(code, title, url, standing, publisher, published) -> dict | None:
    if code is None:
        return None
    return {
        "code": code,
        "title": title,
        "url": link(url, standing),
        "publisher": present(publisher),
        "published": present(published),
    }
