"""All terms as an exhibit."""

from django.utils.translation import gettext as _

from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import cited_once, make_exhibit
from portal.glossary.frames import term_table
from portal.labels import language_now
from portal.models import Term


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
