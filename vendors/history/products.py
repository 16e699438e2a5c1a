"""Products as of a day: whether they were there, and what is known of where they stood."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from vendors.history.dates import facts_as_of, last_day
from vendors.models import Product
from vendors.words import UNKNOWN


def launched_by(products: Iterable[Product], day: str) -> list[Product]:
    """Without those that a source says were launched after the day ("YYYY-MM-DD"; "": all are there).

    A launch known by year or month counts by its last day; a product whose launch no source dates stays.
    """
    return [product for product in products if not day or last_day(product.launched) <= day]


def as_of_day(products: Iterable[Product], day: str) -> list[Product]:
    """Those that were there, with the facts (`chosen_facts`) and the status of that day; nothing of it is saved."""
    there = launched_by(products, day)
    for product in there:
        product.chosen_facts = facts_as_of(product.chosen_facts, day)
        product.status = status_on(product, day)
    return there


def status_on(product: Product, day: str) -> str:
    """The status on a day, UNKNOWN where no source says it: before its own source it may have been another.

    An end that is dated says both: retired from its last day on, not retired before.
    """
    if not day:
        return product.status
    if product.retired and last_day(product.retired) <= day:
        return Product.Status.RETIRED
    said = last_day(product.source.published or product.source.accessed)
    if said and said <= day and not (product.retired and product.status == Product.Status.RETIRED):
        return product.status
    return UNKNOWN


def standing_then(product: Product, day: str) -> str:
    """What to know of a product on a day: launched later, retired by then, or of unknown launch; "" where no more."""
    if not day:
        return ""
    if last_day(product.launched) > day:
        return _("Launched only later: %(date)s.") % {"date": product.launched}
    if product.retired and last_day(product.retired) <= day:
        return _("Retired by then: %(date)s.") % {"date": product.retired}
    if not product.launched:
        return _("No source dates the launch: whether it was offered on that day is unknown.")
    return ""
