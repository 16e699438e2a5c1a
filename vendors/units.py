"""Units of attributes as people read them, in the active language."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

CURRENCY = "currency"  # stands for the fact's own currency, such as "currency/GB-s"

# What is counted takes the number with it: 1 instance, 2 instances.
COUNTED = {
    "branches": ngettext_lazy("branch", "branches", "number"),
    "buses": ngettext_lazy("bus", "buses", "number"),
    "cards": ngettext_lazy("card", "cards", "number"),
    "containers": ngettext_lazy("container", "containers", "number"),
    "days": ngettext_lazy("day", "days", "number"),
    "events": ngettext_lazy("event", "events", "number"),
    "executions": ngettext_lazy("execution", "executions", "number"),
    "instances": ngettext_lazy("instance", "instances", "number"),
    "regions": ngettext_lazy("region", "regions", "number"),
    "requests": ngettext_lazy("request", "requests", "number"),
    "resources": ngettext_lazy("resource", "resources", "number"),
    "rules": ngettext_lazy("rule", "rules", "number"),
    "steps": ngettext_lazy("step", "steps", "number"),
    "targets": ngettext_lazy("target", "targets", "number"),
    "transitions": ngettext_lazy("transition", "transitions", "number"),
    "triggers": ngettext_lazy("trigger", "triggers", "number"),
}
# What is measured takes its number too, but not the whole one alone: 0.5 GB-seconds.
MEASURED = {
    "GB-s": ngettext_lazy("GB-second", "GB-seconds", "number"),
    "vCPU-s": ngettext_lazy("vCPU-second", "vCPU-seconds", "number"),
}
PLAIN = {
    "GB-h": gettext_lazy("GB-hour"),
    "million events": gettext_lazy("million events"),
    "million ms": gettext_lazy("million ms"),
    "million requests": gettext_lazy("million requests"),
    "million transitions": gettext_lazy("million transitions"),
    "month": gettext_lazy("month"),
    "ms": gettext_lazy("ms"),
    "s": gettext_lazy("s"),
    "vCPU-h": gettext_lazy("vCPU-hour"),
}
# Below the stroke a unit is written out.
BELOW = {"s": gettext_lazy("second")}
# Units whose parts would read wrongly in Chinese: calls in a month are counted otherwise than requests at once.
JOINT = {"requests/month": ngettext_lazy("request per month", "requests per month", "number")}


def unit_words(unit: str, *, number: float = 2, currency: str = "") -> str:
    """Words for a unit, such as "USD per million requests"; a unit that is not listed stands as it is."""
    above, slash, below = unit.partition("/")
    if not slash or unit in JOINT:
        return _part(unit, number, currency)
    under = str(BELOW[below]) if below in BELOW else _part(below, 1, currency)
    return _("%(above)s per %(below)s") % {"above": _part(above, number, currency), "below": under}


def _part(unit: str, number: float, currency: str) -> str:
    if unit == CURRENCY:
        return currency or _("currency")
    for words in (COUNTED, MEASURED, JOINT):
        if unit in words:
            whole = int(number) if float(number).is_integer() else 2
            return words[unit] % {"number": whole}
    return str(PLAIN.get(unit, unit))
