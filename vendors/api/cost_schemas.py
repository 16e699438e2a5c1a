"""The cost of a workload as the API sends it. Amounts of money are numbers in the currency beside them."""

from ninja import Schema

from portal.api.envelope import Links, Meta
from portal.api.schemas import CitedSource, chosen, described, source_key
from vendors.models import Meter


class WorkloadEntry(Schema):
    """What is run in a month."""

    requests: int = described("Requests a month.", 3000000)
    ms: int = described("Milliseconds of each request.", 120, unit="ms")
    mb: int = described("Memory of an instance.", 512, unit="MB")
    architecture: str = described("Processor architecture: x86 or arm.", "x86")
    free: bool = described("Whether free tiers are taken off.", True)
    vcpu: float | None = described("vCPU of an instance; null where not said.", 1)
    cpu_ms: float | None = described("Milliseconds of CPU that a request uses; null where not said.", 10, unit="ms")


class CostInput(Schema):
    """A number that went in."""

    name: str = described("Code of the attribute, or name of what the tariff says.", "price_per_million_requests")
    label: str = described("Its name.", "Price per million requests")
    text: str = described("Its value in words.", "0.20 USD per million requests")
    value: float | None = described("Its value where a fact gives a number.", 0.2)
    observed_on: str | None = described("Date that the source shows.", "2024-11-28")
    note: str | None = described("What to know about it.", "First usage tier")
    doubt: str | None = described("Why to take it with care.", "Two pages disagree")
    page: str | None = described("Page of the fact, without language.", "products/aws-lambda/price_per_gb_second")
    source: CitedSource = source_key("the input")


class CostLine(Schema):
    """One thing that the plan counts."""

    kind: str = chosen(Meter.Kind, "What is counted.", "memory")
    amount: float = described("How much is counted.", 540000)
    unit: str = described("What it is counted in.", "GB-seconds")
    allowance: float = described("What free tier and plan take off.", 400000)
    price: float | None = described("Price of `per` of it; null where all of it is free.", 0.00001667)
    per: int = described("How many of what is counted the price is for.", 1)
    gross: float = described("Cost before the allowance.", 9.0018)
    cost: float = described("Cost after the allowance.", 2.3338)
    formula: str = described("The same, written out.", "540,000 GB-seconds × 0.00001667 USD = 9.0018 USD")


class CostSplit(Schema):
    """The cost in parts; null where nothing of this kind is billed or could be computed."""

    requests: float | None = described("For requests, before allowances.", 0.6)
    compute: float | None = described("For memory and CPU time, before allowances.", 9.0018)
    allowance: float | None = described("What free tier and plan take off, below zero.", -6.868)
    base: float | None = described("The monthly fee of the plan.", 5)


class MissingEntry(Schema):
    """Why a cost is not whole."""

    kind: str = described("price, input, architecture, currency, obstacle or limit.", "price")
    name: str | None = described("Attribute or parameter that is missing or in the way.", "price_per_gb_second")
    detail: str = described("The reason in words.", "No source gives this price: Price per GB-second.")


class ComparedEntry(Schema):
    """The cost in the currency that it is ranked in."""

    total: float = described("Cost a month.", 2.7338)
    currency: str = described("Currency, ISO 4217.", "USD")
    rate: str | None = described("The rate of the query that converted it.", "1 CNY = 0.14 USD on 2026-11-01")


class PlanCost(Schema):
    """What the workload costs on one plan."""

    product: str = described("Slug of the product.", "aws-lambda")
    product_name: str = described("Name of the product.", "AWS Lambda")
    tariff: str = described("Code of the plan.", "on-demand")
    tariff_name: str = described("Name of the plan.", "On demand")
    state: str = described("complete, partial, not_computable or cannot_run.", "complete")
    rank: int | None = described("Place among the whole costs of its currency; equal costs share it.", 1)
    currency: str | None = described("Currency of the prices, ISO 4217.", "USD")
    total: float | None = described("Whole cost a month; null where it is not whole.", 2.7338)
    known_part: float | None = described("Sum of what is known of a partial cost; not to be compared.", 1.2)
    compared: ComparedEntry | None = described(
        "Total as ranked; null where it is not whole.", {"total": 2.7338, "currency": "USD", "rate": None}
    )
    split: CostSplit = described("The cost in parts.", {"requests": 0.6, "compute": 9.0018, "allowance": -6.868})
    billed_ms: float | None = described("Time billed for a request.", 120, unit="ms")
    billed_mb: float | None = described("Memory billed.", 1536, unit="MB")
    lines: list[CostLine] = described("One for each thing that is counted.", [])
    formula: str | None = described("All lines and their sum, written out.", "0.40 + 2.3338 = 2.7338 USD")
    inputs: list[CostInput] = described("Everything that went in, each with its source.", [])
    assumed: list[str] = described("What no source says and is assumed.", ["A gigabyte is taken as 1,024 MB."])
    missing: list[MissingEntry] = described("What is missing, or which limit is in the way.", [])
    note: str | None = described("What the plan covers.", "First usage tier.")
    source: CitedSource = source_key("the plan")


class BreakEvenEntry(Schema):
    """Where one plan overtakes another."""

    requests: int = described("From so many requests a month on …", 6924823)
    after: str = described("… this plan is cheaper (product/tariff) …", "volcengine-vefaas/elastic")
    before: str = described("… than this one.", "tencent-scf/first-months")
    cost: float = described("Its cost there.", 101.905695268)
    currency: str = described("Currency of the cost.", "CNY")
    leads: bool = described("Whether it is then the cheapest of all.", True)


class CostData(Schema):
    workload: WorkloadEntry = described("What is run.", {"requests": 3000000, "ms": 120, "mb": 512})
    as_of: str | None = described("Day whose facts were taken; null for those of today.", "2026-05-28")
    costs: list[PlanCost] = described("Whole costs by currency and rank, then the others.", [])
    break_even: list[BreakEvenEntry] = described("In the order of requests.", [])


class CostAnswer(Schema):
    data: CostData
    links: Links
    meta: Meta
