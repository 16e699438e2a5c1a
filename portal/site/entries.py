"""Everything that search finds: what the sections offer, and the sources."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from portal.models import Source
from portal.site.sections import Entry, sections

# Kinds of entries with what a heading calls them.
KINDS = {
    "topic": _("Topics"),
    "term": _("Terms"),
    "chapter": _("Chapters of the report"),
    "exhibit": _("Exhibits of the report"),
    "product": _("Products"),
    "vendor": _("Vendors"),
    "survey": _("Surveys"),
    "question": _("Questions"),
    "option": _("Answers"),
    "figure": _("Published numbers"),
    "table": _("Tables of answers"),
    "wave": _("Waves"),
    "scheme": _("Taxonomies and landscapes"),
    "category": _("Categories"),
    "listing": _("Entries of taxonomy and landscape"),
    "attribute": _("Attributes"),
    "fact": _("Facts about products"),
    "source": _("Sources"),
}


def all_entries() -> Iterator[Entry]:
    for section in sections():
        yield from section.entries()
    yield from source_entries()


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
            year=(source.published or "")[:4],
        )


def kind_labels() -> dict[str, str]:
    """Kinds of entries as headings in the active language; one that is not named here shows its own word."""
    return {kind: str(label) for kind, label in KINDS.items()}
