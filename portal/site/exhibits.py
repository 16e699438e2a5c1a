"""The exhibits of the portal's own pages: all sources, all terms."""

from django.utils.translation import gettext as _

from portal.exhibits.citations import Note
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, make_exhibit, own_citation
from portal.labels import language_now
from portal.models import Source, Term
from portal.site.frames import source_table, term_table


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


def glossary_exhibit(terms: list[Term], *, query: str = "") -> Exhibit:
    """`terms` come with_sources."""
    is_chinese = language_now() == "zh-hans"
    columns = (
        Column("term", _("Term"), "code", is_labelled=True),
        Column("aliases", _("Also called")),
        Column("definition_en", _("Definition in English"), on_page=not is_chinese),
        Column("definition_zh", _("Definition in Chinese"), on_page=is_chinese),
        Column("source", _("Source"), "source"),
    )
    return make_exhibit(
        "glossary",
        term_table(terms),
        columns,
        cited_once(term.source for term in terms),
        query=query,
        title=_("Glossary"),
        subtitle=_("the words of the field, in both languages"),
    )
