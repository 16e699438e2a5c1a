"""What the download panel says of each file form of an exhibit: its name, what it holds, its address."""

from dataclasses import dataclass
from math import prod

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.charts.diagrams.shape import Diagram
from portal.charts.sizes import SIZES
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.slide_plans import PLANNERS
from portal.words import write_count


@dataclass(frozen=True)
class Download:
    suffix: str
    name: str
    holds: str
    href: str


@dataclass(frozen=True)
class DownloadGroup:
    title: str
    files: tuple[Download, ...]
    sizes: tuple[Download, ...] = ()  # the picture in its other named sizes


def download_groups(exhibit: Exhibit) -> list[DownloadGroup]:
    """The forms that the exhibit has, in groups; citations stand with how to cite."""
    groups = (
        (_("Data: %(extent)s") % {"extent": _extent(exhibit)}, _data_forms(exhibit)),
        (_("Chart"), _chart_forms() if exhibit.shape is not None else {}),
        (_("Slides") if exhibit.shape is not None else _("Slides and pages"), _page_forms(exhibit)),
    )
    found = []
    for title, forms in groups:
        files = tuple(
            Download(suffix, name, holds, exhibit.href(suffix))
            for suffix, (name, holds) in forms.items()
            if suffix in exhibit.suffixes
        )
        if files:
            found.append(DownloadGroup(title, files, _sizes(exhibit) if ".png" in forms else ()))
    return found


def is_native(exhibit: Exhibit) -> bool:
    """Whether office programs draw its chart themselves."""
    return type(exhibit.shape) in PLANNERS and not exhibit.drawn.empty


def sized(href: str, **parameters: str) -> str:
    """An address with parameters of files."""
    more = "&".join(f"{name}={value}" for name, value in parameters.items())
    return f"{href}{'&' if '?' in href else '?'}{more}" if more else href


def _extent(exhibit: Exhibit) -> str:
    rows, columns = len(exhibit.frame), len(exhibit.columns)
    return _("%(rows)s, %(columns)s") % {
        "rows": ngettext("%(count)s row", "%(count)s rows", rows) % {"count": write_count(rows)},
        "columns": ngettext("%(count)s column", "%(count)s columns", columns) % {"count": columns},
    }


def _data_forms(exhibit: Exhibit) -> dict[str, tuple[str, str]]:
    has_chart = ".png" in exhibit.suffixes
    cells = prod(exhibit.frame[column.key].nunique(dropna=False) for column in exhibit.dimensions)
    cells *= len(exhibit.measures)
    return {
        ".csv": ("CSV", _("rows for any program")),
        ".tsv": ("TSV", _("the same with tabs")),
        ".xlsx": ("Excel", _("rows, chart, sources") if is_native(exhibit) else _("rows and sources")),
        ".json": ("JSON", _("rows with notes and sources")),
        ".jsonstat.json": (
            "JSON-stat",
            ngettext("cube of %(count)s cell", "cube of %(count)s cells", cells) % {"count": write_count(cells)},
        ),
        ".md": ("Markdown", _("text with table")),
        ".txt": (_("Text"), _("one line to paste")),
        ".ipynb": (_("Notebook"), _("Python that checks the numbers")),
        ".zip": ("ZIP", _("data, chart, read-me") if has_chart else _("data and read-me")),
    }


def _page_forms(exhibit: Exhibit) -> dict[str, tuple[str, str]]:
    forms = {".pptx": ("PowerPoint", _slide_words(exhibit))}
    return forms if exhibit.shape is not None else {**forms, ".pdf": ("PDF", _("table to print"))}


def _slide_words(exhibit: Exhibit) -> str:
    if isinstance(exhibit.shape, Diagram):
        return _("shapes to edit")
    return _("chart to edit") if is_native(exhibit) else _("table to edit")


def _chart_forms() -> dict[str, tuple[str, str]]:
    width = SIZES["default"].width * SIZES["default"].scale
    return {
        ".svg": ("SVG", _("sharp at any size")),
        ".png": ("PNG", _("%(width)s pixels wide") % {"width": width}),
        ".pdf": ("PDF", _("for print")),
        ".vl.json": ("Vega-Lite", _("chart to change")),
    }


def _sizes(exhibit: Exhibit) -> tuple[Download, ...]:
    names = {"og": _("link preview"), "square": _("square"), "slide": _("slide")}
    return tuple(
        Download(
            ".png",
            name,
            f"{SIZES[size].width} × {SIZES[size].height}",
            sized(exhibit.href(".png"), size=size),
        )
        for size, name in names.items()
    )
