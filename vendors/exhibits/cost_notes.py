"""What readers of costs must know."""

from django.utils.translation import gettext as _

from portal.exhibits.citations import Note
from vendors.costing.ranking import Ranked


def cost_notes(ranked: list[Ranked]) -> tuple[Note, ...]:
    texts = [
        _(
            "List prices of one region and of the first usage tier, without tax, traffic, logs, gateways and other "
            "services. Every request takes the same time and memory."
        ),
        _(
            "Only whole costs are ranked, and only within a currency. A cost of which a part has no price or needs an "
            "input stands apart; its known part is nothing to compare by."
        ),
    ]
    rates = list(dict.fromkeys(each.rate.words for each in ranked if each.rate))
    texts += [_("Converted at the rate that the reader gave: %(rate)s.") % {"rate": rate} for rate in rates]
    plain = _(
        "Products to install have no price, and services for workflows and events bill something else: they are left "
        "out."
    )
    return (*(Note(text, is_mandatory=True) for text in texts), Note(plain))
