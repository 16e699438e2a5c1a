"""Links that sort a table."""

from dataclasses import dataclass

from vendors.filters.tables import TableForm


@dataclass(frozen=True)
class SortLink:
    """`direction` is "ascending" or "descending" where the table is sorted by this column, else empty."""

    href: str
    direction: str


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
