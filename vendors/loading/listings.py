"""listings.csv: what stands in a category in one edition of a scheme."""

from pydantic import model_validator

from portal.loading.columns import Details, Flag, OptionalFlag, PartialDate, Required, Row, Text, require_in_time
from portal.loading.dataset import Dataset, Reference
from vendors.models import Listing


class ListingRow(Row):
    scheme: Required
    category: Required
    edition: Required
    key: Required
    name_en: Required
    name_zh: Text
    organisation: Text
    product: Text
    vendor: Text
    homepage: Text
    repository: Text
    crunchbase: Text
    description: Text
    details: Details
    is_open_source: OptionalFlag
    maturity: Required
    certainty: Required
    is_second_path: Flag
    added: PartialDate
    removed: PartialDate
    note_en: Text
    note_zh: Text
    source: Required

    @model_validator(mode="after")
    def is_removed_after_it_was_added(self):
        require_in_time(self.added, self.removed, "removed")
        return self


LISTINGS = Dataset(
    name="listings",
    model=Listing,
    row=ListingRow,
    key=("scheme", "category", "edition", "name_en"),
    key_of=lambda listing: (listing.category.scheme.code, listing.category.code, listing.edition, listing.name_en),
    references=(
        Reference("category", "categories", ("scheme", "category")),
        Reference("product", "products", ("product",)),
        Reference("vendor", "vendors", ("vendor",)),
        Reference("source", "sources", ("source",)),
    ),
)
