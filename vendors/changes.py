"""What entered and left a landscape between two editions."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.words import listed
from vendors.models import Listing


@dataclass(frozen=True)
class Changes:
    """Names as written in the edition in which each item stood; `since` is the edition before."""

    since: str
    entered: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def entered_words(self) -> str:
        return listed(self.entered) or _("none")

    @property
    def left_words(self) -> str:
        return listed(self.left) or _("none")


def changes_between(before: list[Listing], after: list[Listing], *, since: str) -> Changes:
    """By key, so that a rename is neither; a second category of an item does not count."""
    old = {listing.key: listing.label for listing in before}
    new = {listing.key: listing.label for listing in after}
    return Changes(
        since=since,
        entered=tuple(sorted((name for key, name in new.items() if key not in old), key=str.casefold)),
        left=tuple(sorted((name for key, name in old.items() if key not in new), key=str.casefold)),
    )
