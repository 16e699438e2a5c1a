"""A comparison as the API sends it."""

from typing import Literal

from ninja import Schema

from portal.api.envelope import Links, Meta
from portal.api.schemas import CitedSource, chosen, described, source_key
from vendors import models

State = Literal["documented", "not_documented", "not_applicable", "unlimited"]
VerdictCode = Literal["meets", "unchecked", "fails"]
OutcomeCode = Literal["met", "unchecked", "failed"]
REASON = "Maximum memory: 3,072 MB, 1,024 MB less than required"


class ComparedProduct(Schema):
    """A product, in the order of the view."""

    slug: str = described("Slug of the product.", "tencent-scf")
    name: str = described("Its name.", "Tencent Cloud Serverless Cloud Function (SCF)")
    vendor: str = described("Slug of its vendor.", "tencent-cloud")
    verdict: VerdictCode | None = described(
        "meets: all of `must`; unchecked: one of them cannot be checked; fails: one is failed; null without `must`.",
        "fails",
    )
    reasons: list[str] = described("Why, and by how much, each requirement is failed or unchecked.", [REASON])
    rank: int | None = described(
        "Place by `prefer`; null without it, where a value is not documented, or where amounts cannot be compared.", 1
    )


class LeftOutProduct(Schema):
    """A product that filters left out."""

    slug: str = described("Slug of the product.", "tencent-scf")
    name: str = described("Its name.", "Tencent Cloud Serverless Cloud Function (SCF)")
    verdict: VerdictCode = described("fails, or unchecked where a filter cannot be checked.", "fails")
    reasons: list[str] = described("Why.", [REASON])


class ComparedAttribute(Schema):
    """An attribute, in the order of the view."""

    code: str = described("Code of the attribute.", "max_memory_mb")
    name: str = described("Its name.", "Maximum memory")
    group: str = chosen(models.Attribute.Group, "Its group.", "limits")
    value_type: str = chosen(models.Attribute.ValueType, "Type of its values.", "number")
    unit: str | None = described("Its unit; “currency” stands for that of each price.", "MB")
    better: str = chosen(models.Attribute.Better, "Which way is better for a user.", "higher")


class ComparedCell(Schema):
    """What is known of one product and attribute. Not documented is not “no”."""

    product: str = described("Slug of the product.", "aws-lambda")
    value: float | bool | str | list[str] | None = described("The value; null unless state is documented.", 10240)
    unit: str | None = described("Unit of the value, with the currency of money.", "MB")
    state: State = described("documented, not_documented, not_applicable, or unlimited.", "documented")
    note: str | None = described("What to know about the value.", "In steps of 1 MB")
    source: CitedSource | None = source_key("the value")
    observed_on: str | None = described("Date that the source shows; null where it shows none.", "2026-05-28")
    basis: Literal["quoted", "derived"] | None = described("Quoted from the source, or derived from it.", "quoted")
    stale: bool | None = described("Whether the source is more than 24 months old; null where it has no date.", False)
    doubt: str | None = described("Why to take the value with care.", "Two pages disagree")
    requirement: OutcomeCode | None = described("What became of `must` on this value; null where it asks none.", "met")


class ComparedRow(Schema):
    """All products for one attribute."""

    attribute: str = described("Code of the attribute.", "max_memory_mb")
    cells: list[ComparedCell] = described("One for each product, in their order.", [])


class AskedRequirement(Schema):
    """A requirement or filter that the view was asked for."""

    use: Literal["must", "filter"] = described("must judges, filter leaves out.", "must")
    attribute: str = described("Code of the attribute.", "max_memory_mb")
    expression: str = described("As it was asked.", ">=4096")
    words: str = described("The same in words.", "Maximum memory: at least 4,096 MB")


class Outcome(Schema):
    """How many products have each verdict."""

    meets: int = described("Meet all requirements.", 5)
    unchecked: int = described("Cannot be checked.", 4)
    fails: int = described("Fail one or more.", 3)


class ComparisonEntry(Schema):
    as_of: str | None = described("The day as known on; null for today.", "2024-12-31")
    requirements: list[AskedRequirement] = described("Those in force.", [])
    outcome: Outcome | None = described("Null without `must`.", None)
    products: list[ComparedProduct] = described("In the order of the view: losers last.", [])
    left_out: list[LeftOutProduct] = described("What filters left out.", [])
    attributes: list[ComparedAttribute] = described("In the order of the view.", [])
    rows: list[ComparedRow] = described("The values, one row for each attribute.", [])
    notes: list[str] = described("What to know, such as the rates that were given.", [])


class ComparisonAnswer(Schema):
    data: ComparisonEntry
    links: Links
    meta: Meta
