"""The read-me of an exhibit's archive: what it is, how to read and to cite it, what to know, where it comes from."""

from collections.abc import Iterable
from urllib.parse import parse_qsl

from django.utils.translation import gettext as _

from portal.exhibits.citing import citations_of
from portal.exhibits.columns import Column
from portal.exhibits.data_files import file_columns
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.markdown import escape, markdown_line
from portal.exhibits.statuses import status_words


def readme_file(exhibit: Exhibit, files: Iterable[str], *, labels: str = "default") -> bytes:
    """Markdown in the exhibit's language; `files` are the names beside it."""
    sections = (
        (_("What it is"), _what_it_is(exhibit)),
        (_("Filters in force"), _filters(exhibit)),
        (_("Columns"), _columns(exhibit, labels)),
        (_("How to cite"), [escape(citations_of(exhibit).text)]),
        (_("What to know"), [f"- {escape(text)}" for text in _what_to_know(exhibit)]),
        (_("Sources"), _sources(exhibit)),
        (_("Processing"), _processing(exhibit)),
        (_("Files"), [f"- `{name}`" for name in files]),
    )
    lines = [f"# {escape(exhibit.headline)}", ""]
    for heading, body in sections:
        lines += [f"## {heading}", "", *body, ""]
    return "\n".join(lines).encode()


def licence_file(exhibit: Exhibit) -> bytes:
    """The terms in words, with the line that has to stand beside a copy."""
    terms = _("The table and the chart may be copied, changed and published, also for money, if this line is kept:")
    rights = _("The sources that it names keep their own rights.")
    name = f"{exhibit.licence.code}\n{exhibit.licence.url}"
    return f"{name}\n\n{terms}\n\n{citations_of(exhibit).text}\n\n{rights}\n".encode()


def _what_it_is(exhibit: Exhibit) -> list[str]:
    texts = dict.fromkeys([exhibit.title, exhibit.finding, exhibit.subtitle, exhibit.description])
    return [*[f"{escape(text)}  " for text in texts if text], f"<{exhibit.url()}>"]


def _filters(exhibit: Exhibit) -> list[str]:
    """The parameters of the view as they stand in its address."""
    given = parse_qsl(exhibit.query)
    return [f"- `{name}` = `{value}`" for name, value in given] or [_("None: the exhibit is whole.")]


def _columns(exhibit: Exhibit, labels: str) -> list[str]:
    """A row for each column of data.csv."""
    rows = [markdown_line([_("Column"), _("Meaning"), _("Unit")]), markdown_line(["---"] * 3, raw=True)]
    for heading, _source, column in file_columns(exhibit, labels):
        unit = column.unit if heading == column.key else ""
        rows.append(markdown_line([f"`{heading}`", escape(_meaning(heading, column)), unit], raw=True))
    return rows


def _meaning(heading: str, column: Column) -> str:
    if heading != column.key:
        return _("%(column)s, in words") % {"column": column.label}
    if column.role == "code":
        return _("%(column)s, as a code") % {"column": column.label}
    return column.label


def _what_to_know(exhibit: Exhibit) -> list[str]:
    held = {
        code
        for column in exhibit.columns
        if column.role == "status"
        for code in exhibit.frame[column.key].dropna().unique()
    }
    statuses = [f"{code}: {words}" for code, words in status_words().items() if code in held]
    told = [_("Codes in the column of statuses: %(codes)s") % {"codes": "; ".join(statuses)}] if statuses else []
    return [*[note.text for note in exhibit.notes], *told, _("An empty cell is a missing value, never a zero.")]


def _sources(exhibit: Exhibit) -> list[str]:
    return [
        f"{number}. {escape(citation.words)}{f' <{citation.url}>' if citation.url else ''}"
        for number, citation in enumerate(exhibit.citations, start=1)
    ]


def _processing(exhibit: Exhibit) -> list[str]:
    words = [_("Values are those of the sources, in the unit named above, neither rounded nor weighted again.")]
    if any(column.key == "basis" for column in exhibit.columns):
        words.append(_("What was computed for this portal says “derived” in the column “basis”."))
    words.append(_("Every file here is made from the same rows. `sha256sum -c SHA256SUMS` checks that they are whole."))
    return [f"- {text}" for text in words]
