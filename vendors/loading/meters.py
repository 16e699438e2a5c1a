"""meters.csv: what a tariff counts, and which fact gives the price."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.loading.columns import OptionalCount, Required, Row, Text
from portal.loading.dataset import Dataset, Reference
from portal.loading.draft import Draft
from portal.loading.problems import Report
from vendors.models import Meter


class MeterRow(Row):
    product: Required
    tariff: Required
    kind: Required
    architecture: Required
    price: Required
    free: Text
    included: OptionalCount
    note_en: Text
    note_zh: Text
    source: Required


def verify_prices(draft: Draft, report: Report) -> None:
    """A price must be one for what the meter counts."""
    for meter in draft.complete("meters"):
        place = draft.place(meter)
        if place is None:
            continue
        try:
            meter.clean()
        except ValidationError:
            report.add(
                place.file,
                place.line,
                "price",
                place.cells["price"],
                _("expected an attribute whose unit is a price for this kind of meter"),
            )


METERS = Dataset(
    name="meters",
    model=Meter,
    row=MeterRow,
    key=("product", "tariff", "kind", "architecture"),
    key_of=lambda meter: (meter.tariff.product.slug, meter.tariff.code, meter.kind, meter.architecture),
    references=(
        Reference("tariff", "tariffs", ("product", "tariff")),
        Reference("price", "attributes", ("price",)),
        Reference("free", "attributes", ("free",)),
        Reference("source", "sources", ("source",)),
    ),
    verify=verify_prices,
    watches=frozenset({"attributes"}),
)
