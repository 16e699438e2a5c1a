"""Where the page of a diagram stands: what is above it, and the ones before and after."""

from django.utils.translation import gettext as _

from portal.labels import page_path
from portal.report.diagrams.contents import CONTENTS
from portal.report.diagrams.places import ADDRESS


def around(code: str) -> dict:
    """Crumbs, and "previous" and "following" as {"href", "text"}, None at the ends."""
    place = [content.code for content in CONTENTS].index(code)
    return {
        "crumbs": [*crumbs(), (_("Exhibits"), page_path(ADDRESS))],
        "previous": _link(place - 1) if place else None,
        "following": _link(place + 1) if place + 1 < len(CONTENTS) else None,
    }


def crumbs() -> list[tuple[str, str]]:
    """What is above the list of exhibits."""
    return [(_("Report"), page_path("report"))]


def _link(place: int) -> dict[str, str]:
    content = CONTENTS[place]
    return {"href": page_path(f"{ADDRESS}/{content.code}"), "text": str(content.title)}
