"""What the glossary shows elsewhere: what search finds of it."""

from collections.abc import Iterator

from portal.models import Term
from portal.site.sections import Entry, Section


def entries() -> Iterator[Entry]:
    for term in Term.objects.all():
        yield Entry(
            kind="term",
            address=f"glossary/{term.code}",
            title_en=term.name_en,
            title_zh=term.name_zh or term.name_en,
            words=(term.code, *term.aliases),
            preview_en=term.definition_en,
            preview_zh=term.definition_zh or term.definition_en,
            rank=2,
        )


SECTION = Section(name="glossary", entries=entries)
