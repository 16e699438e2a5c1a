"""Everything that search finds: what the apps offer, and the portal's own sources and terms."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from portal.models import Source, Term
from portal.site.sections import Entry, sections


def all_entries() -> Iterator[Entry]:
    for section in sections():
        yield from section.entries()
    yield from source_entries()
    yield from term_entries()


def source_entries() -> Iterator[Entry]:
    for source in Source.objects.all():
        preview = " · ".join(filter(None, (source.publisher, source.published)))
        yield Entry(
            kind="source",
            address=f"sources#{source.code}",
            title_en=source.title,
            title_zh=source.title,
            words=(source.code, source.publisher),
            preview_en=preview,
            preview_zh=preview,
            rank=7,
        )


def term_entries() -> Iterator[Entry]:
    for term in Term.objects.all():
        yield Entry(
            kind="term",
            address=f"glossary#{term.code}",
            title_en=term.name_en,
            title_zh=term.name_zh or term.name_en,
            words=(term.code, *term.aliases),
            preview_en=term.definition_en,
            preview_zh=term.definition_zh or term.definition_en,
            rank=2,
        )


def kind_labels() -> dict[str, str]:
    """Kinds of entries as headings; one that is not named here shows its own word."""
    return {
        "topic": _("Topics"),
        "term": _("Terms"),
        "product": _("Products"),
        "vendor": _("Vendors"),
        "survey": _("Surveys"),
        "question": _("Questions"),
        "option": _("Answers"),
        "wave": _("Waves"),
        "scheme": _("Taxonomies and landscapes"),
        "category": _("Categories"),
        "listing": _("Entries of taxonomy and landscape"),
        "fact": _("Facts about products"),
        "source": _("Sources"),
    }
