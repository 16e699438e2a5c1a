"""Links that sort a table, and which of its values need no label where it becomes a list."""

from dataclasses import dataclass

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.stacking import labels_when_stacked
from vendors.filters.tables import TableForm

# Columns whose values say what they are: "Hosted", "Higher is better".
SPEAKING = {"vendor", "kind", "service_model", "deployment", "status", "group", "definition", "value_type", "better"}


@dataclass(frozen=True)
class SortLink:
    """`direction` is "ascending" or "descending" where the table is sorted by this column, else empty."""

    href: str
    direction: str


def table_context(exhibit: Exhibit, form: TableForm) -> dict:
    return {"sorts": sort_links(form), "labels": labels_when_stacked(exhibit, SPEAKING)}


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
