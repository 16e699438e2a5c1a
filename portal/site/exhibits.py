"""The exhibits of the portal's own pages: all sources, all terms."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from portal.exhibits.citations import Citation, Note, cite
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.labels import language_now
from portal.models import Source, Term
from portal.site.frames import source_table, term_table
from portal.versions import current_version

if TYPE_CHECKING:
    from pandas import DataFrame


def sources_exhibit(sources: list[Source], *, filters: str = "", query: str = "") -> Exhibit:
    """`sources` come with_counts. The list is our own work, so it cites the portal."""
    frame = source_table(sources)
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
        Column("others", _("Other rows"), "value", decimals=0),
        Column("url", _("Address"), on_page=False),
    )
    return own_exhibit(
        "sources",
        frame,
        columns,
        [portal_citation()],
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


def glossary_exhibit(terms: list[Term], *, query: str = "") -> Exhibit:
    """`terms` come with_sources."""
    frame = term_table(terms)
    is_chinese = language_now() == "zh-hans"
    columns = (
        Column("term", _("Term"), "code", is_labelled=True),
        Column("aliases", _("Also called")),
        Column("definition_en", _("Definition in English"), on_page=not is_chinese),
        Column("definition_zh", _("Definition in Chinese"), on_page=is_chinese),
        Column("source", _("Source"), "source"),
    )
    citations = [cite(source) for source in dict.fromkeys(term.source for term in terms) if source]
    return own_exhibit(
        "glossary",
        frame,
        columns,
        citations or [portal_citation()],
        query=query,
        title=_("Glossary"),
        subtitle=_("the words of the field, in both languages"),
    )


def portal_citation() -> Citation:
    """The portal itself, for what nobody else has put together."""
    return Citation(code="", title=_("Serverless Market Watch"), url=settings.PUBLIC_URL)


def own_exhibit(
    address: str, frame: "DataFrame", columns: tuple[Column, ...], citations: Iterable[Citation], **texts
) -> Exhibit:
    """An exhibit of the data as they are now."""
    version = current_version()
    return Exhibit(
        address=address,
        language=language_now(),
        frame=frame,
        columns=columns,
        citations=tuple(citations),
        updated=version.changed,
        version=version.number,
        **texts,
    )
