"""The API of tariffs and of what they count."""

from ninja import Router

from portal.api.columns import Column, SourceColumn, Words
from portal.api.operations import publish
from portal.api.resources import Address, Resource
from portal.api.schemas import CitedSource, Row, chosen, described, source_key
from vendors import models

router = Router()


class Tariff(Row):
    """A plan by which a product is billed; prices are facts."""

    product: str = described("Slug of the product.", "aws-lambda")
    product_name: str = described("Name of the product.", "AWS Lambda")
    code: str = described("Code of the plan in its product.", "on-demand")
    name: str = described("Its name.", "On demand")
    rules: list[str] = described("Attributes whose facts hold for this plan.", ["max_memory_mb"])
    gigabyte_mb: int | None = described("Megabytes in a gigabyte; null where the source does not say.", 1024, unit="MB")
    memory_step_mb: int | None = described("Step of memory sizes.", 64, unit="MB")
    max_memory_mb: int | None = described("Maximum of this plan where the fact is of another.", 1536, unit="MB")
    min_billed_ms: int | None = described("Least time billed, where no fact has it.", 60000, unit="ms")
    obstacle: str | None = described("Why the whole cost cannot be computed.", "Billed in credits.")
    note: str | None = described("What the plan covers.", "First usage tier.")
    source: CitedSource = source_key("the tariff")


class Meter(Row):
    """One thing that a tariff counts."""

    product: str = described("Slug of the product.", "aws-lambda")
    tariff: str = described("Code of the plan.", "on-demand")
    kind: str = chosen(models.Meter.Kind, "What is counted.", "requests")
    architecture: str = chosen(models.Meter.Architecture, "Processor architecture it is for.", "any")
    price: str = described("Code of the attribute that gives the price.", "price_per_million_requests")
    free: str | None = described("Code of the attribute of the free amount.", "free_requests_month")
    included: float | None = described("What the plan includes a month.", 10000000)
    note: str | None = described("What to know about it.", "10 million requests a month are included.")
    source: CitedSource = source_key("the meter")


TARIFFS = Resource(
    name="tariffs",
    row=Tariff,
    rows=models.Tariff.objects.all,
    columns=(
        Column("product", "product__slug", known=True),
        Words("product_name", "product__name", is_label=True),
        Column("code", known=True),
        Words("name", is_label=True),
        Column("rules"),
        Column("gigabyte_mb"),
        Column("memory_step_mb"),
        Column("max_memory_mb"),
        Column("min_billed_ms"),
        Words("obstacle"),
        Words("note"),
        SourceColumn("source", known=True),
    ),
    addresses=(Address(("product", "code"), "get_tariff"),),
    search=("product__slug", "product__name_en", "product__name_zh", "code", "name_en", "name_zh"),
    order=("product", "code"),
)

METERS = Resource(
    name="meters",
    row=Meter,
    rows=models.Meter.objects.all,
    columns=(
        Column("product", "tariff__product__slug", known=True),
        Column("tariff", "tariff__code", known=True),
        Column("kind"),
        Column("architecture"),
        Column("price", "price__code", known=True),
        Column("free", "free__code", known=True),
        Column("included"),
        Words("note"),
        SourceColumn("source", known=True),
    ),
    addresses=(Address(("product", "tariff", "kind", "architecture"), "get_meter"),),
    search=("tariff__product__slug", "tariff__code", "price__code"),
)

publish(router, TARIFFS, METERS)
