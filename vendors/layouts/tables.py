"""Links that sort a table, and the labels of its cells where it becomes a list."""

from dataclasses import dataclass

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.stacking import labels_when_stacked
from vendors.filters.tables import TableForm

# How a column stands where its table became a list. A source, and what has no kind, carries its heading as a label.
VALUE, TEXT, PLACE, WORDS, BASIS, SOURCE, LABELLED = "value", "text", "place", "words", "basis", "source", "labelled"
KINDS = {
    "value": VALUE,
    **dict.fromkeys(("definition", "note", "doubt"), TEXT),
    "country": PLACE,
    # Values that say what they are: "Hosted", "Higher is better".
    **dict.fromkeys(
        ("vendor", "kind", "service_model", "deployment", "status", "state", "group", "value_type", "better"), WORDS
    ),
    # An event of a landscape: "Renamed 2024 Knative (Serverless)".
    **dict.fromkeys(("edition", "name", "category", "maturity"), WORDS),
    "basis": BASIS,
    "source": SOURCE,
}

SPEAKING = {key for key, kind in KINDS.items() if kind != SOURCE}


@dataclass(frozen=True)
class SortLink:
    """`direction` is "ascending" or "descending" where the table is sorted by this column, else empty."""

    href: str
    direction: str


@dataclass(frozen=True)
class Stacked:
    """Number of a cell in its row, from 0 after the head → its kind; its label, where it needs one."""

    kinds: dict[int, str]
    labels: dict[int, str]


def table_context(exhibit: Exhibit, form: TableForm) -> dict:
    return {"sorts": sort_links(form), "stacked": when_stacked(exhibit)}


def sort_links(form: TableForm) -> dict[str, SortLink]:
    """Column → the link in its heading; the column that sorts now turns round."""
    now, is_falling = form.sort.removeprefix("-"), form.sort.startswith("-")
    links = {}
    for code, _label in form.fields["sort"].choices:
        if code.startswith("-"):
            continue
        wanted = f"-{code}" if code == now and not is_falling else code
        direction = ("descending" if is_falling else "ascending") if code == now else ""
        links[code] = SortLink(form.view_with(sort=wanted), direction)
    return links


def when_stacked(exhibit: Exhibit) -> Stacked:
    columns = [column for column in exhibit.columns if column.on_page][1:]
    kinds = {place: KINDS.get(column.key, LABELLED) for place, column in enumerate(columns)}
    return Stacked(kinds, labels_when_stacked(exhibit, SPEAKING))
