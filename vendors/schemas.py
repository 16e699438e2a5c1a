"""Rows of vendors, products, facts and listings as the API sends them."""

from typing import Any

from portal.api.schemas import CitedSource, Row, chosen, described, source_key
from vendors import models


class Vendor(Row):
    """A company, foundation or project that offers or keeps products."""

    slug: str = described("Slug of the vendor.", "alibaba-cloud")
    name: str = described("Its name.", "Alibaba Cloud")
    kind: str = chosen(models.Vendor.Kind, "Kind of organisation.", "public_cloud")
    country: str | None = described("Country of its headquarters, ISO 3166-1; null where unknown.", "CN")
    city: str | None = described("City of its headquarters.", "Hangzhou")
    country_note: str | None = described("What to know about the country.", "Moved in 2019")
    country_source: CitedSource | None = source_key("the country")
    founded: str | None = described("When it was founded, as exact as known.", "2009")
    homepage: str | None = described("Its home page.", "https://www.alibabacloud.com/")
    source: CitedSource | None = source_key("the vendor")


class Product(Row):
    """Something a vendor offers, hosted or to install."""

    slug: str = described("Slug of the product.", "aws-lambda")
    name: str = described("Its name.", "AWS Lambda")
    vendor: str = described("Slug of its vendor.", "aws")
    vendor_name: str = described("Name of its vendor.", "Amazon Web Services")
    service_model: str = chosen(models.Product.ServiceModel, "Service model.", "faas")
    deployment: str = chosen(models.Product.Deployment, "Hosted by the vendor, or to install.", "hosted")
    status: str = chosen(models.Product.Status, "Where it stands in its life.", "ga")
    launched: str | None = described("Launch, as exact as known.", "2014-11")
    retired: str | None = described("End, as exact as known.", "2025-03")
    homepage: str | None = described("Its home page.", "https://aws.amazon.com/lambda/")
    summary: str | None = described("What it is, in a sentence.", "Functions that run on events.")
    source: CitedSource = source_key("the product")


class Attribute(Row):
    """Something that products can be compared by."""

    code: str = described("Code of the attribute.", "default_memory_mb")
    name: str = described("Its name.", "Default memory")
    group: str = chosen(models.Attribute.Group, "Group of attributes.", "limits")
    order: int = described("Its place among the attributes.", 12)
    value_type: str = chosen(models.Attribute.ValueType, "Type of the values of facts about it.", "number")
    unit: str | None = described("Unit of the values.", "MB")
    better: str = chosen(models.Attribute.Better, "Which way is better for a user.", "higher")
    definition: str = described("What it means.", "Memory size given when the user chooses none.")


class Fact(Row):
    """The value of an attribute for one product, dated and sourced; older facts are kept."""

    product: str = described("Slug of the product.", "aws-lambda")
    product_name: str = described("Name of the product.", "AWS Lambda")
    attribute: str = described("Code of the attribute.", "default_memory_mb")
    attribute_name: str = described("Name of the attribute.", "Default memory")
    group: str = chosen(models.Attribute.Group, "Group of the attribute.", "limits")
    value_type: str = chosen(models.Attribute.ValueType, "Type of the value.", "number")
    value: float | bool | str | list[str] | None = described(
        "The value, of the type that value_type names; null where the state says it all; filter by number, boolean, "
        "text or items.",
        128,
    )
    number: float | None = described("The value if it is a number or money.", 128)
    boolean: bool | None = described("The value if it is yes or no.", True)
    text: str | None = described("The value if it is text.", "15 minutes")
    items: list[str] | None = described("The value if it is a list.", ["python", "nodejs"])
    state: str = chosen(models.Fact.State, "Whether there is a value, no limit, or nothing to say.", "documented")
    unit: str | None = described("Unit of the value.", "MB")
    currency: str | None = described("Currency of money, ISO 4217.", "USD")
    observed_on: str | None = described("Date that the source shows; null where it shows none.", "2026-08-20")
    is_current: bool = described("Whether this is the fact to show today.", True)
    note: str | None = described("What to know about the value.", "In steps of 1 MB")
    doubt: str | None = described("Why to take it with care.", "Two pages disagree")
    basis: str = chosen(models.Fact.Basis, "Quoted from the source, or derived from it.", "quoted")
    source: CitedSource = source_key("the fact")


class Scheme(Row):
    """A way to order the field: a taxonomy, or a landscape map by year."""

    code: str = described("Code of the scheme.", "four-layers")
    kind: str = chosen(models.Scheme.Kind, "Kind of scheme.", "taxonomy")
    name: str = described("Its name.", "Four layers of serverless")
    description: str | None = described("What it orders, and how.", "Products by layer.")
    source: CitedSource = source_key("the scheme")


class Category(Row):
    """A place in a scheme's tree."""

    scheme: str = described("Code of the scheme.", "four-layers")
    scheme_name: str = described("Name of the scheme.", "Four layers of serverless")
    code: str = described("Code of the category in its scheme.", "resource-instance")
    name: str = described("Its name.", "Resource instance")
    parent: str | None = described("Code of the category above it; null at the top.", "resource-instance")
    order: int = described("Its place among its neighbours.", 2)
    definition: str | None = described("What belongs in it.", "Where functions run.")


class Listing(Row):
    """What stands in a category in one edition of a scheme, as written then."""

    scheme: str = described("Code of the scheme.", "cncf-serverless")
    scheme_name: str = described("Name of the scheme.", "CNCF serverless landscape")
    edition: str = described("Year of the edition.", "2020")
    category: str = described("Code of the category.", "hosted-platform")
    category_name: str = described("Name of the category.", "Hosted platform")
    key: str = described("Key of the item; it stays when the item is renamed.", "aws-lambda")
    name: str = described("Its name in that edition.", "AWS Lambda")
    organisation: str | None = described("The organisation as written then.", "Amazon Web Services")
    product: str | None = described("Slug of the product it is, where it is one of ours.", "aws-lambda")
    vendor: str | None = described("Slug of the vendor it belongs to.", "aws")
    country: str | None = described("Country of the vendor's headquarters; null where unknown.", "US")
    homepage: str | None = described("Its home page then.", "https://aws.amazon.com/lambda/")
    repository: str | None = described("Its source repository.", "https://github.com/knative/serving")
    crunchbase: str | None = described(
        "Crunchbase address as listed then.", "https://www.crunchbase.com/organization/x"
    )
    description: str | None = described("Its description as listed then.", "Functions on Kubernetes.")
    details: dict[str, Any] | None = described("What else the landscape file says of it.", {"logo": "nuclio.svg"})
    is_open_source: bool | None = described("Whether its source is open; null where unknown.", False)
    maturity: str = chosen(models.Listing.Maturity, "Stage as a CNCF project.", "none")
    certainty: str = chosen(models.Listing.Certainty, "Stated by the source, or inferred.", "stated")
    is_second_path: bool = described("Whether it stands here beside its main category.", False)
    added: str | None = described("When it was added, as exact as known.", "2018-03")
    removed: str | None = described("When it was removed.", "2024-01")
    note: str | None = described("What to know about the listing.", "Renamed in 2021")
    source: CitedSource = source_key("the listing")


class ListingEvent(Row):
    """What happened to an item of a landscape, on the day on which its file changed."""

    scheme: str = described("Code of the scheme.", "cncf-serverless")
    scheme_name: str = described("Name of the scheme.", "CNCF serverless landscape")
    date: str = described("The day of the change.", "2018-04-05")
    kind: str = chosen(models.ListingEvent.Kind, "What happened.", "renamed")
    key: str = described("Key of the item, as in listings.", "openfaas")
    name: str = described("Its name on that day.", "OpenFaaS")
    previous_name: str | None = described("Its name before a change of name.", "OpenFAAS")
    from_category: str | None = described("Category before, as written then.", "Hybrid Platforms")
    to_category: str | None = described("Category after, as written then.", "Installable Platform")
    revision: str | None = described("Revision of the landscape file.", "cbe8c25f3a9e9239ee9817bb6caf9882663e905b")
    source: CitedSource = source_key("the event")
