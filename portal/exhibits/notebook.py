"""A Jupyter notebook that reads the CSV of an exhibit, checks its numbers, draws the chart again and says how to cite.

Who runs it needs pandas and Altair alone. The numbers that it states are those of its data version, so that a later
change of the data stops it instead of passing unseen.
"""

from django.utils.translation import gettext as _

from portal.exhibits.citing import citations_of
from portal.exhibits.columns import Column
from portal.exhibits.data_files import csv_text, file_columns, plain
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.markdown import escape
from portal.exhibits.notebook_charts import Drawn, chart_lines, drawn_rows

READ = """table = pd.read_csv(
    SITE + ADDRESS,
    dtype=TYPES,
    keep_default_na=False,
    na_values={column: [""] for column, kind in TYPES.items() if kind is float},
)
table"""
COMPARE = """stated = pd.DataFrame(STATED, columns=COLUMNS).astype({column: TYPES[column] for column in COLUMNS})
try:
    pd.testing.assert_frame_equal(table[COLUMNS], stated, check_exact=True)
except AssertionError as difference:
    raise AssertionError(f"{%(changed)r}\\n{difference}") from difference
print(%(agree)r)"""


def notebook_file(exhibit: Exhibit, *, labels: str = "default", root: str = "") -> bytes:
    """nbformat 4; `root` is scheme and host of the portal. The same exhibit gives the same bytes."""
    import nbformat
    from nbformat import v4

    cells: list = []
    for kind, text in _cells(exhibit, labels, root):
        make = v4.new_markdown_cell if kind == "words" else v4.new_code_cell
        cells.append(make(text, id=f"cell-{len(cells) + 1}"))
    notebook = v4.new_notebook(
        cells=cells,
        metadata={
            "title": exhibit.headline,
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "portal": {
                "address": f"{root}{exhibit.href()}",
                "data_version": exhibit.version,
                "updated": exhibit.updated.isoformat(),
                "licence": exhibit.licence.url,
            },
        },
    )
    return nbformat.writes(notebook).encode()


def _cells(exhibit: Exhibit, labels: str, root: str) -> list[tuple[str, str]]:
    """(words or code, content) of each cell."""
    columns = file_columns(exhibit, labels)
    citation = citations_of(exhibit, root=root).text
    drawn = drawn_rows(exhibit, {source: heading for heading, source, column in columns})
    return [
        ("words", _introduction(exhibit, root)),
        ("code", _address(exhibit, labels, root)),
        ("code", "\n".join([_types(columns), READ])),
        ("words", f"## {_('Are the numbers still the same?')}"),
        ("code", _check(exhibit, columns)),
        *_chart(exhibit, drawn, root),
        ("words", f"## {_('Sources')}\n\n{_sources(exhibit)}"),
        ("code", f"# {_('How to cite')}\nprint({citation!r})"),
    ]


def _introduction(exhibit: Exhibit, root: str) -> str:
    texts = dict.fromkeys([exhibit.title, exhibit.subtitle])
    address = f"{root}{exhibit.href()}"
    about = [
        _("This notebook reads the table, checks that its numbers are still those below and draws the chart again."),
        _("It needs pandas and Altair: `pip install pandas altair`."),
    ]
    return "\n\n".join(
        [
            f"# {escape(exhibit.headline)}",
            *[escape(text) for text in texts if text],
            *(["\n".join(f"- {escape(note.text)}" for note in exhibit.notes)] if exhibit.notes else []),
            " ".join(about),
            f"{_version(exhibit)} · [{exhibit.licence.code}]({exhibit.licence.url}) · <{address}>",
        ]
    )


def _address(exhibit: Exhibit, labels: str, root: str) -> str:
    query = "&".join(filter(None, [exhibit.query, "" if labels == "default" else f"labels={labels}"]))
    address = f"/{exhibit.language}/{exhibit.address}.csv" + (f"?{query}" if query else "")
    return "\n".join(
        [
            "import pandas as pd",
            "",
            f"# {_('The portal, the CSV file of this view there, and the data version of the numbers below')}",
            f"SITE = {root!r}",
            f"ADDRESS = {address!r}",
            f"DATA_VERSION = {exhibit.version}",
        ]
    )


def _version(exhibit: Exhibit) -> str:
    return _("Data version %(version)s of %(date)s") % _version_words(exhibit)


def _version_words(exhibit: Exhibit) -> dict:
    return {"version": exhibit.version, "date": f"{exhibit.updated:%Y-%m-%d}"}


def _types(columns: list[tuple[str, str, Column]]) -> str:
    """How pandas has to read each column: numbers as numbers, all else as text."""
    kinds = [
        f"    {heading!r}: {'float' if _is_number(heading, column) else 'str'}," for heading, _s, column in columns
    ]
    return "\n".join(["TYPES = {", *kinds, "}"])


def _is_number(heading: str, column: Column) -> bool:
    return column.is_counted and heading == column.key


def _check(exhibit: Exhibit, columns: list[tuple[str, str, Column]]) -> str:
    """The numbers as they stand now, each with the codes of its row."""
    stated = [
        (heading, source, column)
        for heading, source, column in columns
        if heading == column.key and column.role in ("code", "value")
    ] or columns
    rows = exhibit.file_rows
    words = _version_words(exhibit)
    changed = _("The data are no longer those of data version %(version)s of %(date)s.") % words
    agree = _("All %(rows)s rows agree with data version %(version)s of %(date)s.") % {**words, "rows": len(rows)}
    return "\n".join(
        [
            f"COLUMNS = {[heading for heading, _source, _column in stated]!r}",
            "STATED = [",
            *[f"    {_stated(row, stated)!r}," for row in rows],
            "]",
            COMPARE % {"changed": changed, "agree": agree},
        ]
    )


def _stated(row: dict, columns: list[tuple[str, str, Column]]) -> tuple:
    return tuple(
        plain(row[source]) if _is_number(heading, column) else csv_text(row[source], excel=False)
        for heading, source, column in columns
    )


def _chart(exhibit: Exhibit, drawn: Drawn | None, root: str) -> list[tuple[str, str]]:
    """Nothing for what is no plot: the table above is all that there is."""
    if exhibit.shape is None or drawn is None:
        return []
    return [("words", f"## {_('Chart')}"), ("code", "\n".join(chart_lines(exhibit, exhibit.shape, drawn, root=root)))]


def _sources(exhibit: Exhibit) -> str:
    return "\n".join(
        f"{number}. {escape(citation.words)}{f' <{citation.url}>' if citation.url else ''}"
        for number, citation in enumerate(exhibit.citations, start=1)
    )
