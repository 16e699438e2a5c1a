"""The bytes of an exhibit in each of its file forms."""

from collections.abc import Callable
from dataclasses import dataclass

from portal.charts.sizes import SIZES, Size
from portal.exhibits.archive import SUMS, archive_of
from portal.exhibits.browser_charts import BODY, body_file
from portal.exhibits.citing import citations_of
from portal.exhibits.cubes import cube_file
from portal.exhibits.data_files import csv_file, json_file, tsv_file
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.markdown import markdown_file
from portal.exhibits.notebook import notebook_file
from portal.exhibits.pictures import picture_file, specification_file
from portal.exhibits.readme import licence_file, readme_file
from portal.exhibits.slides import slides_file
from portal.exhibits.suffixes import CHART_SUFFIXES
from portal.exhibits.table_document import table_document
from portal.exhibits.text_file import text_file
from portal.exhibits.workbook import workbook_file

PACKED = (".csv", ".json", ".svg", ".png")  # in the archive


@dataclass(frozen=True)
class FileOptions:
    """What a reader may ask of files; the defaults are those of an address without parameters.

    `root` is scheme and host by which the reader came, for files that read from the portal; "" where nobody did.
    """

    labels: str = "default"
    excel: bool = False
    theme: str = "light"
    size: Size = SIZES["default"]
    part: str = ""
    root: str = ""


def archive_file(exhibit: Exhibit, options: FileOptions) -> bytes:
    """Data and chart with what is needed to read, check and cite them."""
    suffixes = [suffix for suffix in PACKED if suffix in exhibit.suffixes]
    files = {
        f"{'chart' if suffix in CHART_SUFFIXES else 'data'}{suffix}": exhibit_file(exhibit, suffix, options)
        for suffix in suffixes
    }
    files |= exhibit.attached() if exhibit.attached else {}
    names = ["README.md", "LICENCE", *files, SUMS]
    files["README.md"] = readme_file(exhibit, names, labels=options.labels)
    files["LICENCE"] = licence_file(exhibit)
    return archive_of({name: files[name] for name in names if name != SUMS}, exhibit.updated)


def drawable_file(exhibit: Exhibit, options: FileOptions) -> bytes:
    """The chart as a specification: with the words round it, or its body for a page."""
    if options.part == BODY:
        return body_file(exhibit, size=options.size)
    return specification_file(exhibit, theme=options.theme, size=options.size)


MAKERS: dict[str, Callable[[Exhibit, FileOptions], bytes]] = {
    ".csv": lambda exhibit, options: csv_file(exhibit, labels=options.labels, excel=options.excel),
    ".tsv": lambda exhibit, options: tsv_file(exhibit, labels=options.labels, excel=options.excel),
    ".xlsx": lambda exhibit, options: workbook_file(exhibit, labels=options.labels),
    ".json": lambda exhibit, options: json_file(exhibit, labels=options.labels),
    ".md": lambda exhibit, options: markdown_file(exhibit, labels=options.labels),
    ".txt": lambda exhibit, options: text_file(exhibit),
    ".zip": archive_file,
    ".pptx": lambda exhibit, options: slides_file(exhibit),
    ".pdf": lambda exhibit, options: table_document(exhibit, theme=options.theme, labels=options.labels),
    ".jsonstat.json": lambda exhibit, options: cube_file(exhibit, labels=options.labels),
    ".ipynb": lambda exhibit, options: notebook_file(exhibit, labels=options.labels, root=options.root),
    ".bib": lambda exhibit, options: citations_of(exhibit).bibtex.encode(),
    ".ris": lambda exhibit, options: citations_of(exhibit).ris.encode(),
    ".csl.json": lambda exhibit, options: citations_of(exhibit).csl.encode(),
    ".vl.json": drawable_file,
}


def exhibit_file(exhibit: Exhibit, suffix: str, options: FileOptions) -> bytes:
    """One of the exhibit's own suffixes; raises DrawingError when a picture cannot be drawn."""
    if suffix in CHART_SUFFIXES and exhibit.shape is not None:
        return picture_file(exhibit, suffix, theme=options.theme, size=options.size)
    return MAKERS[suffix](exhibit, options)
