"""products.csv: what vendors offer."""

from portal.loading.columns import PartialDate, Required, Row, Text
from portal.loading.dataset import Dataset, Reference
from vendors.models import Product


class ProductRow(Row):
    slug: Required
    vendor: Required
    name_en: Required
    name_zh: Text
    service_model: Required
    deployment: Required
    status: Required
    launched: PartialDate
    retired: PartialDate
    homepage: Text
    summary_en: Text
    summary_zh: Text
    source: Required


PRODUCTS = Dataset(
    name="products",
    model=Product,
    row=ProductRow,
    key=("slug",),
    key_of=lambda product: (product.slug,),
    references=(
        Reference("vendor", "vendors", ("vendor",)),
        Reference("source", "sources", ("source",)),
    ),
)
