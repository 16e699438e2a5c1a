"""Everything that the page of a product shows beside its facts."""

from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.labels import page_path
from vendors.history.dates import day_shown
from vendors.history.products import launched_by, status_on
from vendors.layouts.contents import product_contents
from vendors.layouts.facts import fact_groups
from vendors.layouts.mentions import has_breaks, shown_mentions
from vendors.layouts.places import places_by_scheme
from vendors.layouts.products import key_facts, newest_changes, plan_costs
from vendors.models import Product
from vendors.selections.around import AroundProduct
from vendors.words import STATES


def product_context(exhibit: Exhibit, around: AroundProduct, as_of: str = "") -> dict:
    """What the template product.html needs beside exhibit, form and crumbs."""
    product, on = around.product, day_shown(as_of)
    groups = fact_groups(exhibit, on)
    places = places_by_scheme(around.listings, around.editions)
    changes = len(around.changes.frame) if around.changes else 0
    return {
        "product": product,
        "status": status_words(status_on(product, as_of)),
        "is_later": not launched_by([product], as_of),
        "as_of": as_of,
        "summary": product.text("summary"),
        "vendor_address": f"vendors/{product.vendor.slug}",
        "compare_address": around.compare_address,
        "keys": key_facts(exhibit, on),
        "groups": groups,
        "costs": plan_costs(around.costs.costs),
        "workload": around.costs,
        "places": places,
        "days": newest_changes(around.changes, exhibit),
        "change_count": changes,
        "mentions": shown_mentions(around.mentions),
        "has_breaks": has_breaks(around.mentions),
        "contents": product_contents(
            groups,
            has_costs=bool(around.costs.costs),
            changes=changes,
            places=sum(len(scheme.places) for scheme in places),
            mentions=len(around.mentions),
        ),
        "feed": page_path(f"products/{product.slug}.atom"),
        "feed_title": _("Changes of %(name)s") % {"name": product.label},
    }


def status_words(status: str) -> str:
    """The status in words; unknown where no source says what it was on the day."""
    return str(Product.Status(status).label) if status in Product.Status else str(STATES[status])
