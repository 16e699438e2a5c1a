"""What readers of a comparison must know."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from portal.exhibits.citations import Note
from portal.words import headed, listed, set_apart
from vendors.comparing.ranking import currency_groups, parts_among_wholes
from vendors.comparing.selecting import Chosen
from vendors.comparing.verdicts import UNSURE
from vendors.exhibits.notes import derived_note, doubt_note, missing_note, part_note
from vendors.history.dates import STALE_AFTER
from vendors.models import Attribute, Fact
from vendors.rates import Rates


def comparison_notes(
    chosen: Chosen, attributes: Iterable[Attribute], facts: Iterable[Fact], *, rates: Rates, as_of: str
) -> tuple[Note, ...]:
    found = [doubt_note(), derived_note(), missing_note(), best_note(), stale_note()]
    if as_of:
        text = _("The values are those that sources known by %(day)s give; what was read later is left out.")
        found.append(Note(text % {"day": as_of}, is_mandatory=True))
    if chosen.left_out:
        found.append(left_out_note(chosen))
    if chosen.verdicts and chosen.count(UNSURE):
        text = _("A requirement on a value that is not documented cannot be checked: it is neither met nor failed.")
        found.append(Note(text, is_mandatory=True))
    found += [Note(rate.words, is_mandatory=True) for rate in rates.given]
    if _are_mixed(attributes, facts, rates):
        found.append(Note(_("Prices in different currencies are not ranked together: no rate was given for them.")))
    if named := _parts(chosen, attributes, facts):
        found.append(part_note(named))
    return tuple(found)


def best_note() -> Note:
    return Note(
        _(
            "“Best” marks the best of at least two different numbers without doubt, in the same unit and "
            "currency. Where a value in doubt would win, none is marked."
        )
    )


def stale_note() -> Note:
    return Note(
        _("“Old source” marks values whose source is more than %(months)s months old.") % {"months": STALE_AFTER}
    )


def left_out_note(chosen: Chosen) -> Note:
    """Who was filtered out for certain, and who because nobody knows."""
    unsure = [product.label for product, verdict in chosen.left_out if verdict.code == UNSURE]
    failed = [product.label for product, verdict in chosen.left_out if verdict.code != UNSURE]
    parts = [
        headed(_("do not meet them"), listed(failed)) if failed else "",
        headed(_("cannot be checked"), listed(unsure)) if unsure else "",
    ]
    return Note(headed(_("Left out by the filters"), set_apart(parts)), is_mandatory=True)


def _parts(chosen: Chosen, attributes: Iterable[Attribute], facts: Iterable[Fact]) -> list[str]:
    """ "Function Compute, price per GB-second" for each price of a part that stands among whole ones."""
    by_attribute: dict[int, dict[int, Fact]] = {}
    for fact in facts:
        by_attribute.setdefault(fact.attribute_id, {})[fact.product_id] = fact
    names = {product.pk: product.label for product in chosen.products}
    found = []
    for attribute in attributes:
        known = by_attribute.get(attribute.pk, {})
        found += [
            _("%(product)s, %(attribute)s") % {"product": names[key], "attribute": attribute.label}
            for key in parts_among_wholes(known)
            if key in names
        ]
    return found


def _are_mixed(attributes: Iterable[Attribute], facts: Iterable[Fact], rates: Rates) -> bool:
    """Whether an attribute shown has prices that cannot be compared with each other."""
    shown = {attribute.pk for attribute in attributes}
    by_attribute: dict[int, list[Fact]] = {}
    for fact in facts:
        if fact.currency and fact.attribute_id in shown:
            by_attribute.setdefault(fact.attribute_id, []).append(fact)
    return any(
        len({group for group, _target in currency_groups(each, rates).values()}) > 1 for each in by_attribute.values()
    )
