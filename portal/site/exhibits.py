"""The exhibits of the portal's own pages: all sources and what rests on each, news, downloads."""

from django.utils.translation import gettext as _

from portal.exhibits.citations import Note, cite
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, in_order_of, make_exhibit, own_citation
from portal.models import Source
from portal.site.frames import download_table, news_table, resting_table, source_table
from portal.site.sections import Download, News, Resting
from portal.words import sentences


def sources_exhibit(sources: list[Source], *, filters: str = "", query: str = "") -> Exhibit:
    """`sources` come with_counts. The list is our own work, so it cites the portal."""
    subtitle = _("every page, file and report that a number of this portal rests on")
    columns = (
        Column("source", _("Code"), "code", on_page=False),
        Column("title", _("Title")),
        Column("publisher", _("Publisher")),
        Column("kind", _("Kind"), "code", is_labelled=True),
        Column("standing", _("Standing"), "code", is_labelled=True),
        Column("published", _("Published"), "date"),
        Column("accessed", _("Read on"), "date"),
        Column("licence", _("Licence"), on_page=False),
        Column("figures", _("Survey figures"), "value", decimals=0),
        Column("facts", _("Facts"), "value", decimals=0),
        Column("listings", _("Listings"), "value", decimals=0),
        Column("others", _("Other records"), "value", decimals=0),
        Column("url", _("Address"), on_page=False),
    )
    return make_exhibit(
        "sources",
        source_table(sources),
        columns,
        [own_citation()],
        query=query,
        title=_("Sources"),
        subtitle=f"{subtitle} · {filters}" if filters else subtitle,
        notes=(
            Note(
                _("Copies of other sites are named, because numbers were read there, but they are not linked."),
                is_mandatory=True,
            ),
        ),
    )


def news_exhibit(news: list[News], sources: list[Source], *, filters: str = "", query: str = "") -> Exhibit:
    """`news` newest first; `sources` are those that they name."""
    columns = (
        Column("date", _("Date"), "date"),
        Column("kind", _("Kind"), "code", is_labelled=True),
        Column("what", _("What is new"), linked_by="address"),
        Column("address", _("Address"), on_page=False),
        Column("source", _("Source"), "source"),
    )
    frame = news_table(news)
    note = _(
        "Dates are those of the things themselves, as exact as their sources give them; loads have the day of the load."
    )
    subtitle = _("data loaded here, surveys published, products and landscapes that changed")
    return make_exhibit(
        "news",
        frame,
        columns,
        cited_once(in_order_of(frame["source"], sources)),
        query=query,
        title=_("What is new"),
        subtitle=f"{subtitle} · {filters}" if filters else subtitle,
        description=sentences([_("%(name)s: %(text)s") % {"name": _("What is new"), "text": subtitle}]),
        notes=(Note(note, is_mandatory=True),),
    )


def data_exhibit(downloads: list[Download], *, filters: str = "", query: str = "") -> Exhibit:
    """The list is our own work, so it cites the portal."""
    columns = (
        Column("kind", _("Kind"), "code", is_labelled=True),
        Column("title", _("Title"), linked_by="address"),
        Column("rows", _("Rows"), "value", decimals=0),
        Column("licence", _("Licence")),
        Column("updated", _("Last update"), "date"),
        Column("address", _("Address"), on_page=False),
        Column("forms", _("Files"), on_page=False),
    )
    subtitle = _("everything of this portal that can be taken away as a file")
    return make_exhibit(
        "data",
        download_table(downloads),
        columns,
        [own_citation()],
        query=query,
        title=_("Data to download"),
        subtitle=f"{subtitle} · {filters}" if filters else subtitle,
        description=sentences([_("%(name)s: %(text)s") % {"name": _("Data to download"), "text": subtitle}]),
    )


def source_exhibit(source: Source, resting: list[Resting], *, query: str = "") -> Exhibit:
    """What rests on one source, which is all that it cites."""
    columns = (
        Column("kind", _("Kind"), "code", is_labelled=True),
        Column("title", _("What rests on it"), linked_by="address"),
        Column("count", _("Rows"), "value", decimals=0),
        Column("address", _("Address"), on_page=False),
    )
    return make_exhibit(
        f"sources/{source.code}",
        resting_table(resting),
        columns,
        [cite(source)],
        query=query,
        title=source.title,
        subtitle=_("what of this portal rests on the source"),
        is_source=True,
    )
