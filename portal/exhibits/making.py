"""What making any exhibit takes: the language and version of now, and what it cites."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext as _
from pandas import DataFrame

from portal.exhibits.citations import Citation, cite
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.texts import own_texts
from portal.labels import language_now
from portal.models import Source
from portal.versions import current_version

OWN = "serverless-market-watch"


def make_exhibit(
    address: str, frame: DataFrame, columns: Iterable[Column], citations: Iterable[Citation], **parts
) -> Exhibit:
    """The exhibit of the data as they are now; `parts` are its other fields, `title` at least.

    What the team wrote for this view goes before the finding and the description in `parts`.
    """
    version, language = current_version(), language_now()
    texts = own_texts(address, parts.get("query", ""), language)
    return Exhibit(
        address=address,
        language=language,
        frame=frame,
        columns=tuple(columns),
        citations=tuple(citations),
        updated=version.changed,
        version=version.number,
        edited=tuple(texts),
        **{**parts, **texts},
    )


def own_citation() -> Citation:
    """The portal itself, for what nobody else has put together."""
    return Citation(OWN, _("Own compilation"), _("Serverless Market Watch"), url=settings.PUBLIC_URL, about="cite")


def cited_once(sources: Iterable[Source | None]) -> tuple[Citation, ...]:
    """One citation for each source, in their order; the portal itself where there is none, as in an empty table."""
    known = {source.code: source for source in sources if source is not None}
    return tuple(cite(source) for source in known.values()) or (own_citation(),)


def in_order_of(codes: Iterable[str], sources: Iterable[Source]) -> list[Source]:
    """The sources in the order in which a table names them, so that its numbers run on."""
    known = {source.code: source for source in sources}
    return [known[code] for code in dict.fromkeys(codes) if code in known]
