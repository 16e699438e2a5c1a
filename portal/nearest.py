"""The known names that come nearest to a wrong one, to be offered in its place."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST = 3  # names
LONGEST = 60  # letters of the wrong name that are compared


def nearest_names(wanted: str, known: Iterable[str], *, likeness: float = 0.5) -> list[str]:
    """At most MOST of `known`, best first, whatever the case."""
    folded = {name.casefold(): name for name in known}
    close = get_close_matches(wanted.casefold()[:LONGEST], folded, n=MOST, cutoff=likeness)
    return [folded[match] for match in close]
