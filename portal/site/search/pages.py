"""What the page of search shows: groups or one list, and what matches can be narrowed by."""

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _

from portal.parameters import SEPARATOR
from portal.site.entries import kind_labels
from portal.site.search.examples import EXAMPLES
from portal.site.search.facets import FACETS, Value, is_narrowed
from portal.site.search.finding import PAGE, Found, Match, find
from portal.site.search.forms import SearchForm

SHORT, SHORTER = 5, 3  # matches of each kind where all kinds are shown: of the best kinds, of the others
BEST_KINDS = 3
MOST = 1000  # matches of all kinds together
MOST_VALUES = 15  # of a facet


@dataclass(frozen=True)
class Group:
    """Matches of one kind; `href` leads to all of them where there are more."""

    label: str
    count: int
    matches: tuple[Match, ...]
    href: str = ""


@dataclass(frozen=True)
class Choice:
    """A value to keep; `href` leads to the same search with it, or without it where it is kept already."""

    label: str
    count: int
    href: str
    is_active: bool = False


@dataclass(frozen=True)
class Narrowing:
    """A facet with its values."""

    label: str
    choices: tuple[Choice, ...]

    @property
    def active(self) -> str:
        return next((choice.label for choice in self.choices if choice.is_active), "")


def search_context(form: SearchForm, language: str) -> dict:
    """Groups of the best of each kind, or one list of the kinds asked for, in pages."""
    query, kinds = form.values["q"].strip(), form.values["kind"]
    context: dict = {"form": form, "query": query, "examples": examples()}
    if not query:
        return context
    if kinds:
        found = find(query, language, form.chosen, offset=form.offset)
    else:
        found = find(query, language, form.chosen, limit=MOST, each=SHORT)
    labels, addresses = kind_labels(), Addresses(form)
    context |= {
        "found": found,
        "root": f"/{language}/",
        "count": sum(count for kind, count in found.counts),
        "tabs": [tab(form, addresses, kind, count, labels) for kind, count in found.counts],
        "whole": addresses.having(kind=""),
        "narrowings": narrowings(form, addresses, found),
        "unnarrowed": addresses.having(**dict.fromkeys(FACETS, "")) if is_narrowed(form.chosen) else "",
        "offers": [{"offer": offer, "href": f"?{urlencode({'q': offer.query})}"} for offer in found.offers],
    }
    if kinds:
        return context | {"matches": found.matches, **neighbours(addresses, form.values["page"] or 1, found.total)}
    return context | {"groups": groups(addresses, found, labels)}


def examples() -> list[dict]:
    """Searches to begin with, in both languages."""
    return [{"text": text, "href": f"?{urlencode({'q': text})}"} for text in EXAMPLES]


def tab(form: SearchForm, addresses: "Addresses", kind: str, count: int, labels: dict[str, str]) -> dict:
    is_active = form.values["kind"] == (kind,)
    return {
        "label": labels.get(kind, kind),
        "count": count,
        "href": addresses.having(kind=kind),
        "is_active": is_active,
    }


def groups(addresses: "Addresses", found: Found, labels: dict[str, str]) -> list[Group]:
    matches: dict[str, list[Match]] = defaultdict(list)
    for match in found.matches:
        matches[match.kind].append(match)
    shown = []
    for place, (kind, count) in enumerate(found.counts):
        most = SHORT if place < BEST_KINDS else SHORTER
        href = addresses.having(kind=kind) if count > most else ""
        shown.append(Group(labels.get(kind, kind), count, tuple(matches[kind][:most]), href))
    return shown


def narrowings(form: SearchForm, addresses: "Addresses", found: Found) -> list[Narrowing]:
    """The facets that tell matches apart; what is kept comes first and can always be let go."""
    labels = {"survey": _("Survey"), "vendor": _("Vendor"), "topic": _("Topic"), "year": _("Year")}
    shown = []
    for facet, label in labels.items():
        kept, values = form.values[facet], found.facets.get(facet, ())
        if kept or len(values) > 1:
            ordered = sorted(values, key=lambda value, kept=kept: value.code not in kept)[: MOST_VALUES + len(kept)]
            shown.append(Narrowing(label, tuple(choice(addresses, facet, kept, value) for value in ordered)))
    return shown


def choice(addresses: "Addresses", facet: str, kept: tuple[str, ...], value: Value) -> Choice:
    is_active = value.code in kept
    codes = [code for code in kept if code != value.code] if is_active else [value.code]
    return Choice(value.label, value.count, addresses.having(**{facet: SEPARATOR.join(codes)}), is_active)


class Addresses:
    """The same search with other parameters, its first page unless it is said; a page has a hundred such links.

    So what was given is put into the form of an address once, as `ParameterForm.query` has it.
    """

    def __init__(self, form: SearchForm):
        self.given = {name: pair(name, form.data.get(name, "")) for name in form.fields}
        self.given["page"] = ""

    def having(self, **changes: str) -> str:
        changed = self.given | {name: pair(name, value) for name, value in changes.items()}
        return f"?{'&'.join(filter(None, changed.values()))}"


def pair(name: str, value: str) -> str:
    return f"{name}={quote(value, safe=SEPARATOR)}" if value else ""


def neighbours(addresses: Addresses, page: int, total: int) -> dict:
    """Links to the page before and after, where there are any."""
    number = str(page - 1) if page > 2 else ""  # the first page is not said
    before = {"href": addresses.having(page=number), "text": _("Better matches")} if page > 1 else None
    after = {"href": addresses.having(page=str(page + 1)), "text": _("More matches")} if page * PAGE < total else None
    return {"previous": before, "following": after}
