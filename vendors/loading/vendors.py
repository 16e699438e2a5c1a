"""vendors.csv: who offers or keeps products."""

from portal.loading.columns import PartialDate, Required, Row, Text
from portal.loading.dataset import Dataset, Reference
from vendors.models import Vendor


class VendorRow(Row):
    slug: Required
    name_en: Required
    name_zh: Text
    kind: Required
    country: Text
    city: Text
    country_source: Text
    country_note_en: Text
    country_note_zh: Text
    founded: PartialDate
    homepage: Text
    crunchbase: Text
    source: Text


VENDORS = Dataset(
    name="vendors",
    model=Vendor,
    row=VendorRow,
    key=("slug",),
    key_of=lambda vendor: (vendor.slug,),
    references=(
        Reference("country_source", "sources", ("country_source",)),
        Reference("source", "sources", ("source",)),
    ),
)
