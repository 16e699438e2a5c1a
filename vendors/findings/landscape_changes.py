"""What changed between two editions of a landscape."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.words import headed, set_apart, write_count
from vendors.changes import Kind

if TYPE_CHECKING:
    from pandas import DataFrame


def difference_finding(frame: "DataFrame", before: str, after: str) -> str:
    """ "2021–2026: 30 entered; 20 left; 3 renamed; 5 moved"; kinds that do not occur are left out."""
    counts = frame["kind"].value_counts()
    said = [_counted(kind, int(counts[kind])) for kind in Kind if kind in counts.index]
    span = f"{before}–{after}"
    return headed(span, set_apart(said)) if said else headed(span, _("nothing changed"))


def _counted(kind: Kind, count: int) -> str:
    words = {
        Kind.ENTERED: ngettext("%(count)s entered", "%(count)s entered", count),
        Kind.LEFT: ngettext("%(count)s left", "%(count)s left", count),
        Kind.RENAMED: ngettext("%(count)s renamed", "%(count)s renamed", count),
        Kind.MOVED: ngettext("%(count)s moved", "%(count)s moved", count),
        Kind.MATURITY: ngettext("%(count)s with another maturity", "%(count)s with another maturity", count),
        Kind.ORGANISATION: ngettext(
            "%(count)s with another organisation", "%(count)s with another organisation", count
        ),
    }
    return words[kind] % {"count": write_count(count)}
