"""What the pages of search and sources show beside their form."""

from dataclasses import dataclass
from itertools import groupby, islice
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.labels import LANGUAGES, language_now
from portal.models import Term
from portal.site.entries import kind_labels
from portal.site.filters import SearchForm
from portal.site.search import PAGE, Found, Match, find
from portal.words import listed

SHORT = 5  # matches of each kind where all kinds are shown
MOST = 100_000  # matches; more than there are
OPEN_SOURCES = 40  # more than that and the sources of each publisher begin folded


@dataclass(frozen=True)
class Group:
    """Matches of one kind; `href` leads to all of them where there are more."""

    label: str
    count: int
    matches: tuple[Match, ...]
    href: str = ""


def search_context(form: SearchForm, language: str) -> dict:
    """Groups of the best of each kind, or one list of the kinds asked for, in pages."""
    query, kinds = form.values["q"].strip(), form.values["kind"]
    context = {"form": form, "query": query}
    if not query:
        return context
    found = find(query, language, kinds, limit=PAGE if kinds else MOST, offset=form.offset if kinds else 0)
    labels = kind_labels()
    tabs = [
        {
            "label": labels.get(kind, kind),
            "count": count,
            "href": address_of(query, kind),
            "is_active": kinds == (kind,),
        }
        for kind, count in found.counts
    ]
    context |= {"found": found, "tabs": tabs, "count": sum(count for kind, count in found.counts)}
    if kinds:
        return context | {"matches": found.matches, **neighbours(query, kinds, form.values["page"] or 1, found.total)}
    return context | {"groups": [group(found, kind, count, labels) for kind, count in found.counts]}


def group(found: Found, kind: str, count: int, labels: dict[str, str]) -> Group:
    matches = tuple(islice((match for match in found.matches if match.kind == kind), SHORT))
    return Group(labels.get(kind, kind), count, matches, address_of(found.query, kind) if count > SHORT else "")


def address_of(query: str, kind: str = "", page: int = 1) -> str:
    given = {"q": query} | ({"kind": kind} if kind else {}) | ({"page": page} if page > 1 else {})
    return f"?{urlencode(given, safe='~')}"


def neighbours(query: str, kinds: tuple[str, ...], page: int, total: int) -> dict:
    """Links to the page before and after, where there are any."""
    kind = "~".join(kinds)
    before = {"href": address_of(query, kind, page - 1), "text": _("Better matches")} if page > 1 else None
    after = {"href": address_of(query, kind, page + 1), "text": _("More matches")} if page * PAGE < total else None
    return {"previous": before, "following": after}


def sources_context(exhibit: Exhibit) -> dict:
    """Rows for the page's own list, by publisher."""
    language = exhibit.language
    rows = [
        {
            **row,
            "kind_label": row[exhibit.column("kind").shown_column(language)],
            "standing_label": row[exhibit.column("standing").shown_column(language)],
        }
        for row in exhibit.frame.to_dict("records")
    ]
    publishers = [(name, list(group)) for name, group in groupby(rows, key=lambda row: row["publisher"])]
    return {"rows": rows, "publishers": publishers, "is_open": len(rows) <= OPEN_SOURCES}


def glossary_context(terms: list[Term]) -> dict:
    """Each term with its name in the other language too."""
    language = language_now()
    other = next(code for code in LANGUAGES if code != language)
    return {
        "terms": [
            {
                "code": term.code,
                "label": term.label,
                "other_name": term.text("name", other),
                "definition": term.text("definition"),
                "aliases": listed(term.aliases),
            }
            for term in terms
        ]
    }
