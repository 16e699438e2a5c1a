"""Changes in pages, by the day, and the form that asks for them."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from vendors.filters.changes import PagedChangesForm

ON_A_PAGE = 50  # changes


@dataclass(frozen=True)
class Day:
    """A date as exact as known, with the changes of that date; each is a row of the exhibit."""

    date: str
    changes: tuple[dict, ...]


@dataclass(frozen=True)
class Pages:
    """One page of many; `previous` and `following` are links for portal/_pager.html."""

    days: tuple[Day, ...]
    number: int
    count: int
    previous: dict | None
    following: dict | None


def page_of_changes(exhibit: Exhibit, form: PagedChangesForm) -> Pages:
    """Empty beyond the last page."""
    count = max(1, -(-len(exhibit.frame) // ON_A_PAGE))
    number = form.number
    rows = shown_changes(exhibit, start=(number - 1) * ON_A_PAGE)
    before = {"href": form.view_with(page="" if number == 2 else str(number - 1)), "text": _("Newer changes")}
    after = {"href": form.view_with(page=str(number + 1)), "text": _("Earlier changes")}
    return Pages(
        days=by_day(rows),
        number=number,
        count=count,
        previous=before if 1 < number <= count else None,
        following=after if number < count else None,
    )


def shown_changes(exhibit: Exhibit, *, start: int = 0, most: int = ON_A_PAGE) -> list[dict]:
    """Rows with the words of the active language and the number of their citation."""
    numbers = exhibit.citation_numbers
    return [
        {
            **row,
            "kind_label": row[label_column("kind")],
            "dated_by_label": row[label_column("dated_by")],
            "citation": numbers.get(row["source"]),
        }
        for row in exhibit.frame.iloc[start : start + most].to_dict("records")
    ]


def by_day(rows: list[dict]) -> tuple[Day, ...]:
    return tuple(Day(date, tuple(found)) for date, found in groupby(rows, key=lambda row: row["date"]))
