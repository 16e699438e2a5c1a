"""The columns of listings and facts, named and labelled once for all exhibits that show them."""

from django.utils.translation import gettext as _

from portal.exhibits.columns import Column


def listing_columns(*keys: str) -> list[Column]:
    """Those columns of frames.listings, in the given order."""
    known = {
        "scheme": Column("scheme", _("Scheme"), "code", is_labelled=True, on_page=False),
        "top_category": Column("top_category", _("Top category"), "code", is_labelled=True),
        "category": Column("category", _("Category"), "code", is_labelled=True),
        "edition": Column("edition", _("Edition"), "date"),
        "item": Column("item", _("Item"), "code", is_labelled=True, linked_by="item_address"),
        "organisation": Column("organisation", _("Organisation as listed"), on_page=False),
        "provider": Column("provider", _("Provider"), "code", is_labelled=True, linked_by="vendor_address"),
        "vendor": Column("vendor", _("Vendor"), "code", is_labelled=True, linked_by="vendor_address"),
        "product": Column("product", _("Product"), "code", is_labelled=True, on_page=False),
        "country": Column(
            "country",
            _("Country of headquarters"),
            "code",
            is_labelled=True,
            cited_by="country_source",
            tagged_by="china_tag",
        ),
        "in_china": Column("in_china", _("Headquarters in China"), "code", is_labelled=True, on_page=False),
        "open_source": Column("open_source", _("Open source"), "code", is_labelled=True),
        "maturity": Column("maturity", _("Maturity"), "code", is_labelled=True),
        "certainty": Column("certainty", _("Certainty"), "code", is_labelled=True),
        "elsewhere": Column("elsewhere", _("In other schemes"), on_page=False),
        "second_path": Column("second_path", _("Listed here too"), on_page=False),
        "homepage": Column("homepage", _("Home page"), on_page=False),
        "repository": Column("repository", _("Repository"), on_page=False),
        "added": Column("added", _("Added"), "date", on_page=False),
        "removed": Column("removed", _("Removed"), "date", on_page=False),
        "note": Column("note", _("Note")),
        "country_source": Column("country_source", _("Source of the country"), "source", on_page=False),
        "source": Column("source", _("Source"), "source"),
    }
    return [known[key] for key in keys]


def fact_columns() -> list[Column]:
    """The columns of a comparison and of a product's facts."""
    return [
        Column("product", _("Product"), "code", is_labelled=True, linked_by="product_address"),
        Column("attribute", _("Attribute"), "code", is_labelled=True, linked_by="attribute_address"),
        Column("group", _("Group"), "code", is_labelled=True, on_page=False),
        Column("value", _("Value"), "value", written_by="value_text", tagged_by="doubt_tag"),
        Column("unit", _("Unit"), on_page=False),
        Column("state", _("State"), "code", is_labelled=True, on_page=False),
        Column("note", _("Note")),
        Column("observed_on", _("Date of the source"), "date"),
        Column("basis", _("Basis"), "code", is_labelled=True),
        Column("doubt", _("Doubt")),
        Column("source", _("Source"), "source"),
        Column("source_title", _("Title of the source"), on_page=False),
        Column("source_url", _("Address of the source"), on_page=False),
    ]
