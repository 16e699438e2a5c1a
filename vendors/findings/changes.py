"""What changed, in a sentence."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.exhibits.columns import label_column
from portal.words import headed, listed

if TYPE_CHECKING:
    from pandas import DataFrame


def changes_finding(frame: "DataFrame") -> str:
    """How many of which kind."""
    if frame.empty:
        return ""
    count = ngettext("%(count)s change", "%(count)s changes", len(frame)) % {"count": len(frame)}
    kinds = frame[label_column("kind")].value_counts(sort=False).sort_values(ascending=False, kind="stable")
    return headed(count, listed(_("%(kind)s %(count)s") % {"kind": kind, "count": n} for kind, n in kinds.items()))
