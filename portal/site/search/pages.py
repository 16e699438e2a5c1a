"""What the page of search shows: groups or one list, and what matches can be narrowed by."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from portal.parameters import SEPARATOR
from portal.site.entries import kind_labels
from portal.site.search.examples import EXAMPLES
from portal.site.search.facets import FACETS, Value, is_narrowed
from portal.site.search.finding import PAGE, Found, Match, find
from portal.site.search.forms import SearchForm

SHORT = 5  # matches of each kind where all kinds are shown
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
    labels = kind_labels()
    context |= {
        "found": found,
        "count": sum(count for kind, count in found.counts),
        "tabs": [tab(form, kind, count, labels) for kind, count in found.counts],
        "whole": address_of(form, kind=""),
        "narrowings": narrowings(form, found),
        "unnarrowed": address_of(form, **dict.fromkeys(FACETS, "")) if is_narrowed(form.chosen) else "",
        "offers": [{"offer": offer, "href": f"?{urlencode({'q': offer.query})}"} for offer in found.offers],
    }
    if kinds:
        return context | {"matches": found.matches, **neighbours(form, found.total)}
    return context | {"groups": [group(form, found, kind, count, labels) for kind, count in found.counts]}


def examples() -> list[dict]:
    """Searches to begin with, in both languages."""
    return [{"text": text, "href": f"?{urlencode({'q': text})}"} for text in EXAMPLES]


def tab(form: SearchForm, kind: str, count: int, labels: dict[str, str]) -> dict:
    is_active = form.values["kind"] == (kind,)
    return {
        "label": labels.get(kind, kind),
        "count": count,
        "href": address_of(form, kind=kind),
        "is_active": is_active,
    }


def group(form: SearchForm, found: Found, kind: str, count: int, labels: dict[str, str]) -> Group:
    matches = tuple(match for match in found.matches if match.kind == kind)
    return Group(labels.get(kind, kind), count, matches, address_of(form, kind=kind) if count > SHORT else "")


def narrowings(form: SearchForm, found: Found) -> list[Narrowing]:
    """The facets that tell matches apart; what is kept comes first and can always be let go."""
    labels = {"survey": _("Survey"), "vendor": _("Vendor"), "topic": _("Topic"), "year": _("Year")}
    shown = []
    for facet, label in labels.items():
        kept, values = form.values[facet], found.facets.get(facet, ())
        if kept or len(values) > 1:
            ordered = sorted(values, key=lambda value, kept=kept: value.code not in kept)[: MOST_VALUES + len(kept)]
            shown.append(Narrowing(label, tuple(choice(form, facet, value) for value in ordered)))
    return shown


def choice(form: SearchForm, facet: str, value: Value) -> Choice:
    kept = form.values[facet]
    is_active = value.code in kept
    codes = [code for code in kept if code != value.code] if is_active else [value.code]
    return Choice(value.label, value.count, address_of(form, **{facet: SEPARATOR.join(codes)}), is_active)


def address_of(form: SearchForm, /, *, number: int = 1, **changes: str) -> str:
    """The same search with other parameters; the page is the first unless it is said."""
    return f"?{form.query(page=str(number) if number > 1 else '', **changes)}"


def neighbours(form: SearchForm, total: int) -> dict:
    """Links to the page before and after, where there are any."""
    page = form.values["page"] or 1
    before = {"href": address_of(form, number=page - 1), "text": _("Better matches")} if page > 1 else None
    after = {"href": address_of(form, number=page + 1), "text": _("More matches")} if page * PAGE < total else None
    return {"previous": before, "following": after}
