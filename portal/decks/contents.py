"""What a deck says of itself in every file: its title, its contents, and every source once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from portal.decks.deck import Deck
from portal.decks.gathering import Member
from portal.exhibits.citations import Citation
from portal.words import listed

LONGEST_LINK = 2000  # characters that office programs take as an address


@dataclass(frozen=True)
class Cited:
    """A source under its number in the deck, and the numbers of the exhibits that rest on it."""

    number: int
    citation: Citation
    exhibits: tuple[int, ...]

    @property
    def words(self) -> str:
        """One line without the address."""
        held = ngettext("exhibit %(numbers)s", "exhibits %(numbers)s", len(self.exhibits)) % {
            "numbers": listed(map(str, self.exhibits))
        }
        return f"{self.number}. {self.citation.words} · {held}"


@dataclass(frozen=True)
class Cover:
    """The words of the first page; the last of its lines is the licence."""

    title: str
    lines: tuple[str, ...]
    link: str  # of the deck's page, "" where it is too long to be one
    credit: str


def cited_by(members: Iterable[Member]) -> list[Cited]:
    """Every source once, in the order in which the exhibits name them, without places within it.

    Its words are in the active language.
    """
    sources: dict[str, Citation] = {}
    held: dict[str, list[int]] = {}
    for member in members:
        for citation in member.exhibit.citations:
            sources.setdefault(citation.code, replace(citation, page=""))
            held.setdefault(citation.code, []).append(member.number)
    return [
        Cited(number, citation, tuple(dict.fromkeys(held[code])))
        for number, (code, citation) in enumerate(sources.items(), start=1)
    ]


def cover_of(deck: Deck, members: list[Member], language: str) -> Cover:
    first = members[0].exhibit
    count = ngettext("%(count)s exhibit", "%(count)s exhibits", len(members)) % {"count": len(members)}
    version = _("Data version %(version)s of %(date)s") % {
        "version": first.version,
        "date": f"{first.updated:%Y-%m-%d}",
    }
    link = f"{settings.PUBLIC_URL}{deck.href(language)}"
    return Cover(
        title=title_of(deck),
        lines=(f"{count} · {version}", f"{first.licence.code} {first.licence.url}"),
        link=link if settings.PUBLIC_URL and len(link) <= LONGEST_LINK else "",
        credit=_("Serverless Market Watch"),
    )


def title_of(deck: Deck) -> str:
    return deck.title or _("Exhibits from Serverless Market Watch")


def sources_title(languages: Iterable[str]) -> str:
    """The heading of the one list of sources, in each language of the deck."""
    found = []
    for language in languages:
        with override(language):
            found.append(_("Sources"))
    return " · ".join(found)


def updated(members: Iterable[Member]) -> datetime:
    """When the data of these exhibits last changed."""
    return max(member.exhibit.updated for member in members)
