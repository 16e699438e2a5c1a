"""What changed of products, facts and landscapes, for what is new on the portal."""

from django.utils.translation import gettext as _

from portal.site.sections import News
from vendors.frames.changes import change_table
from vendors.history.change import OF_PRODUCTS, Kind
from vendors.selections.changes import changes_of


def news() -> list[News]:
    """First values of facts are no news: nothing changed. A fact in doubt says so."""
    return [
        News(
            kind=kind_of(row["kind"]),
            date=row["date"],
            day=row["day"],
            text=_("%(what)s (%(doubt)s)") % {"what": row["what"], "doubt": row["doubt_tag"]}
            if row["doubt_tag"]
            else row["what"],
            address=row["address"],
            key=row["key"],
            source=row["source"],
        )
        for row in change_table(each for each in changes_of() if each.kind != Kind.DOCUMENTED).to_dict("records")
    ]


def kind_of(change: str) -> str:
    """The kind of news that a kind of change is."""
    return "fact" if change == Kind.CHANGED else "product" if change in OF_PRODUCTS else "landscape"
