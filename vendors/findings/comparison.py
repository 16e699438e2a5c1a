"""What a comparison shows."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.words import set_apart
from vendors.comparing.selecting import Chosen
from vendors.comparing.verdicts import FAILS, MEETS, UNSURE

if TYPE_CHECKING:
    from pandas import DataFrame


def comparison_finding(frame: "DataFrame", chosen: Chosen) -> str:
    """How many products meet the requirements; without any, how much of the comparison is documented at all."""
    if frame.empty:
        return ""
    if chosen.verdicts:
        return outcome_words(chosen)
    documented = int((frame["state"] != "not_documented").sum())
    if frame["attribute"].nunique() == 1:
        return _("The value of %(documented)s of %(cells)s products is documented") % {
            "documented": documented,
            "cells": len(frame),
        }
    return _(
        "%(documented)s of %(cells)s values are documented for %(products)s products and %(attributes)s attributes"
    ) % {
        "documented": documented,
        "cells": len(frame),
        "products": frame["product"].nunique(),
        "attributes": frame["attribute"].nunique(),
    }


def outcome_words(chosen: Chosen) -> str:
    """ "Meet all requirements: 5 of 12 products; fail: 3; cannot be checked: 4"."""
    counts = {"meet": chosen.count(MEETS), "all": len(chosen.verdicts)}
    parts = [_("Meet all requirements: %(meet)s of %(all)s products") % counts]
    if chosen.count(FAILS):
        parts.append(_("fail: %(count)s") % {"count": chosen.count(FAILS)})
    if chosen.count(UNSURE):
        parts.append(_("cannot be checked: %(count)s") % {"count": chosen.count(UNSURE)})
    return set_apart(parts)
