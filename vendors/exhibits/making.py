"""How every exhibit of this room is made: language, version and citations are the same everywhere."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.exhibits.citations import Citation, cite
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.labels import language_now
from portal.models import Source
from portal.versions import current_version

if TYPE_CHECKING:
    from pandas import DataFrame

OWN = "serverless-market-watch"


def make_exhibit(
    address: str, frame: "DataFrame", columns: Iterable[Column], sources: Iterable[Source | None], **parts
) -> Exhibit:
    """`parts` are the other fields of the Exhibit, `title` at least; sources are cited once each, in their order."""
    version = current_version()
    return Exhibit(
        address=address,
        language=language_now(),
        frame=frame,
        columns=tuple(columns),
        citations=citations_of(sources),
        updated=version.changed,
        version=version.number,
        **parts,
    )


def as_cited(codes: Iterable[str], sources: Iterable[Source]) -> list[Source]:
    """The sources in the order in which a table names them, so that its numbers run on."""
    known = {source.code: source for source in sources}
    return [known[code] for code in dict.fromkeys(codes) if code in known]


def citations_of(sources: Iterable[Source | None]) -> tuple[Citation, ...]:
    """One for each source; the portal itself where a table rests on none, as an empty one does."""
    known = {source.code: source for source in sources if source is not None}
    if not known:
        return (Citation(OWN, _("Own compilation"), _("Serverless Market Watch")),)
    return tuple(cite(source) for source in known.values())
