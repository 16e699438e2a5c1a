"""The exhibits: a diagram with the table of its parts, a table of words, the list of all exhibits of the report."""

from django.utils.translation import gettext as _

from portal.charts.diagrams.shape import Diagram
from portal.exhibits.citations import Citation, Note, cite
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import make_exhibit
from portal.models import Source
from portal.report.diagrams.content import Content, DiagramContent, TableContent
from portal.report.diagrams.frames import part_table, place_table, word_table
from portal.report.diagrams.places import ADDRESS, PLACES, TITLE
from portal.words import listed, sentences, spaced

REPORT = "report-leadleo-2021"


def content_exhibit(content: Content, source: Source, *, query: str = "") -> Exhibit:
    """`source` is the report, cited with the page of the exhibit."""
    cited = (cite(source, str(content.page)),)
    if isinstance(content, DiagramContent):
        return diagram_exhibit(content, cited, query)
    return table_exhibit(content, cited, query)


def diagram_exhibit(content: DiagramContent, cited: tuple[Citation, ...], query: str) -> Exhibit:
    columns = (
        Column("part", _("Part of the diagram"), "code", is_labelled=True),
        Column("kind", _("Kind"), "code", on_page=False),
        Column("text", _("What it is")),
        Column("within", _("Belongs to"), "code", written_by="within_words"),
        Column("leads_to", _("Leads to"), written_by="leads_to_words"),
    )
    original = spaced(_("After %(original)s, redrawn in our own form") % {"original": content.original})
    frame = part_table(content)
    return make_exhibit(
        f"{ADDRESS}/{content.code}",
        frame,
        tuple(column for column in columns if column.key in ("part", "kind", "text") or frame[column.key].any()),
        cited,
        query=query,
        title=str(content.title),
        subtitle=original,
        finding=str(content.finding),
        description=str(content.description),
        shape=Diagram(content.template),
        notes=(Note(str(content.note), is_mandatory=True),) if content.note else (),
    )


def table_exhibit(content: TableContent, cited: tuple[Citation, ...], query: str) -> Exhibit:
    columns = (
        Column("row", str(content.first), "code", is_labelled=True),
        *(Column(key, str(label)) for key, label in content.headings),
    )
    return make_exhibit(
        f"{ADDRESS}/{content.code}",
        word_table(content),
        columns,
        cited,
        query=query,
        title=str(content.title),
        subtitle=spaced(_("After %(original)s, in our own words") % {"original": content.original}),
        finding=str(content.finding),
        description=sentences([str(content.finding), listed(str(label) for _code, label, _texts in content.rows)]),
    )


def places_exhibit(source: Source, *, query: str = "") -> Exhibit:
    """The sixteen exhibits of the report, the one on the sample in two rows."""
    columns = (
        Column("page", _("Page of the report")),
        Column("exhibit", _("Exhibit"), linked_by="address"),
        Column("original", _("Original source")),
        Column("address", _("Address"), on_page=False),
    )
    return make_exhibit(
        ADDRESS,
        place_table(PLACES),
        columns,
        (cite(source),),
        query=query,
        title=str(TITLE),
        subtitle=_("In the order of its pages; charts, taxonomy and landscape are live"),
        description=sentences([str(TITLE), listed(str(place.title) for place in PLACES)]),
    )
