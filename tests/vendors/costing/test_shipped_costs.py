"""Costs of the shipped plans, worked by hand from the published prices."""

from fractions import Fraction

import pytest

from vendors.costing.costs import CostState, cost_of
from vendors.costing.formulas import line_formula, sum_formula
from vendors.costing.workload import Workload

# 3,000,000 × 120 ms × 1,536 MB: 3,000,000 × 0.12 s × 1.5 GB = 540,000 GB-seconds.
USUAL = {"requests": 3_000_000, "ms": 120, "mb": 1536}
WORKED = [
    # (3 M − 1 M) × 0.20 / 1 M + (540,000 − 400,000) × 0.00001667 = 0.40 + 2.3338
    ("aws-lambda/on-demand", USUAL, "2.7338"),
    # 3 × 0.20 + 540,000 × 0.00001667 = 0.60 + 9.0018
    ("aws-lambda/on-demand", {**USUAL, "with_free": False}, "9.6018"),
    # 0.40 + 140,000 × 0.0000133334
    ("aws-lambda/on-demand", {**USUAL, "architecture": "arm"}, "2.266676"),
    # AWS's own example: 512 MB, 3 M requests of 1 s: 18.34 + 0.40; exactly 1,100,000 × 0.00001667 = 18.337
    ("aws-lambda/on-demand", {"requests": 3_000_000, "ms": 1000, "mb": 512}, "18.737"),
    # 2 × 1.33 + 140,000 × 0.00011108 = 2.66 + 15.5512
    ("tencent-scf/first-months", USUAL, "18.2112"),
    # 3 × 1.33 + 540,000 × 0.00011108 = 3.99 + 59.9832
    ("tencent-scf/first-months", {**USUAL, "with_free": False}, "63.9732"),
    # 200 MB is a size of 256 MB: 1 M × 0.25 GB × 0.1 s = 25,000 GB-seconds × 0.00011108 = 2.777; and 1.33
    ("tencent-scf/first-months", {"requests": 10**6, "ms": 100, "mb": 200, "with_free": False}, "4.107"),
    ("huawei-functiongraph/on-demand", USUAL, "18.2112"),
    # no free tier is documented: 3 × 1 + 540,000 × 0.0000762 = 3 + 41.148
    ("volcengine-vefaas/elastic", USUAL, "44.148"),
    # 150 ms is billed as 200, 200 MB as 256: 2 M × 0.2 s × 0.25 GB = 100,000 × 0.00009997 = 9.997; 2 × 1.197
    ("jd-function-service/pay-as-you-go", {"requests": 2 * 10**6, "ms": 150, "mb": 200, "with_free": False}, "12.391"),
    # 50 ms is billed as 100: 10 M × 0.1 s × 0.5 GB = 500,000 − 90,000 = 410,000 × 0.0000185
    ("digitalocean-functions/standard", {"requests": 10**7, "ms": 50, "mb": 512}, "7.585"),
    # time as it is: 0.40 + 140,000 × 0.000016
    ("azure-functions/consumption", USUAL, "2.64"),
    # 120 ms is billed as 200: 900,000 GB-seconds and 600,000 vCPU-seconds
    # 3 × 0.40 + 900,000 × 0.0000025 + 600,000 × 0.000024 = 1.20 + 2.25 + 14.40
    ("google-cloud-run/request-based", {**USUAL, "vcpu": Fraction(1), "with_free": False}, "17.85"),
    # 0.40 + (900,000 − 360,000) × 0.0000025 + (600,000 − 180,000) × 0.000024 = 0.40 + 1.35 + 10.08
    ("google-cloud-run/request-based", {**USUAL, "vcpu": Fraction(1)}, "11.83"),
    # 3 × 0.15 + 540,000 × 0.000003 + 180,000 × 0.00002 = 0.45 + 1.62 + 3.60
    ("alibaba-fc/tier-1", {**USUAL, "vcpu": Fraction(1, 2)}, "5.67"),
    # 2.5 M × 0.1 s × 1 GB = 250,000 GB-seconds, all free; (2.5 M − 2 M) × 0.20
    ("oracle-functions/pay-as-you-go", {"requests": 2_500_000, "ms": 100, "mb": 1024}, "0.10"),
    # Cloudflare's own examples: 5 + (15 M − 10 M) × 0.30 + (105 M − 30 M) × 0.02 = 5 + 1.50 + 1.50
    ("cloudflare-workers/standard", {"requests": 15 * 10**6, "ms": 50, "mb": 128, "cpu_ms": Fraction(7)}, "8"),
    # 720 × 180,000 = 129.6 M ms of CPU: 5 + 99.6 × 0.02, published as 6.99
    ("cloudflare-workers/standard", {"requests": 720, "ms": 200_000, "mb": 128, "cpu_ms": Fraction(180_000)}, "6.992"),
    # 5 + 90 × 0.30 + 670 × 0.02 = 5 + 27 + 13.40
    ("cloudflare-workers/standard", {"requests": 10**8, "ms": 50, "mb": 128, "cpu_ms": Fraction(7)}, "45.40"),
    # the free tier of another plan is not taken off, with or without: 5 + 1.50 + 1.50
    (
        "cloudflare-workers/standard",
        {"requests": 15 * 10**6, "ms": 50, "mb": 128, "cpu_ms": Fraction(7), "with_free": False},
        "8",
    ),
    # 10 s is billed as 60: 30 × 60 s × 2 GB = 1 GB-hour × 0.004445; 0.5 vCPU-hours × 0.04048
    ("aws-fargate/per-task", {"requests": 30, "ms": 10_000, "mb": 2048, "vcpu": Fraction(1)}, "0.024685"),
    # 120 ms is billed as 1 s: 3 M × 1.5 GB ÷ 3,600 × 0.0221 + 3 M ÷ 3,600 × 0.1764 = 27.625 + 147
    ("alibaba-eci/per-group", {**USUAL, "vcpu": Fraction(1)}, "174.625"),
    # less than is free costs nothing, and never less than nothing
    ("aws-lambda/on-demand", {"requests": 1000, "ms": 100, "mb": 128}, "0"),
    ("aws-lambda/on-demand", {"requests": 0, "ms": 1, "mb": 1}, "0"),
    ("cloudflare-workers/standard", {"requests": 0, "ms": 1, "mb": 1, "cpu_ms": Fraction(0)}, "5"),
    # (10**12 − 10**6) × 0.20 / 10**6 + (10**12 × 900 s × 10 GB − 400,000) × 0.00001667
    (
        "aws-lambda/on-demand",
        {"requests": 10**12, "ms": 900_000, "mb": 10_240},
        str(Fraction(199_999_800_000, 10**6) + (Fraction(9 * 10**15) - 400_000) * Fraction("0.00001667")),
    ),
]


def test_costs_are_those_worked_by_hand(cost):
    found = [(key, values, cost(key, **values)) for key, values, _total in WORKED]

    assert [each.state for _key, _values, each in found] == [CostState.COMPLETE] * len(WORKED)
    assert [(key, values, each.total) for key, values, each in found] == [
        (key, values, Fraction(total)) for key, values, total in WORKED
    ]


def test_split_of_a_cost(cost):
    found = cost("aws-lambda/on-demand", **USUAL)

    # 3 × 0.20; 540,000 × 0.00001667; 1 × 0.20 + 400,000 × 0.00001667 = 0.20 + 6.668
    assert found.gross_of("requests") == Fraction("0.60")
    assert found.gross_of("memory") == Fraction("9.0018")
    assert found.saved == Fraction("6.868")
    assert found.gross_of("base") is None


def test_formula_is_written_out(cost):
    found = cost("aws-lambda/on-demand", **USUAL)

    assert [line_formula(found, line) for line in found.lines] == [
        "3,000,000 requests − 1,000,000 free = 2,000,000 × 0.20 USD per million requests = 0.40 USD",
        "3,000,000 × 1,536 MB ÷ 1,024 × 120 ms ÷ 1,000 = 540,000 GB-seconds − 400,000 free = 140,000 "
        "× 0.00001667 USD per GB-second = 2.3338 USD",
    ]
    assert sum_formula(found) == "0.40 + 2.3338 = 2.7338 USD"


def test_every_input_is_a_fact_with_its_source(cost):
    found = cost("aws-lambda/on-demand", **USUAL)

    assert {each.name: (each.address, each.source.code[:10]) for each in found.inputs} == {
        name: (f"products/aws-lambda/{name}", "aws-amazon")
        for name in (
            "price_per_million_requests",
            "free_requests_month",
            "price_per_gb_second",
            "free_gb_seconds_month",
            "billing_granularity_ms",
        )
    }


INCOMPLETE = [
    # vCPU is billed apart: never a whole cost without it
    ("alibaba-fc/tier-1", USUAL, "partial", ["input vcpu"]),
    ("google-cloud-run/request-based", USUAL, "partial", ["input vcpu"]),
    ("aws-fargate/per-task", USUAL, "partial", ["input vcpu"]),
    ("cloudflare-workers/standard", {**USUAL, "mb": 128}, "partial", ["input cpu_ms"]),
    # the fee of the plan and no other number is missing
    ("vercel-functions/pro", {**USUAL, "cpu_ms": Fraction(20)}, "partial", ["price monthly_base_fee"]),
    ("oracle-functions/pay-as-you-go", USUAL, "partial", ["price price_per_gb_second"]),
    ("google-cloud-run-functions/first-generation", USUAL, "partial", ["price price_per_gb_second"]),
    # an allowance of unknown size
    ("tencent-scf/basic-plan", USUAL, "partial", ["obstacle "]),
    # its requests beyond 2 M have no price
    (
        "azure-container-apps/consumption",
        {**USUAL, "vcpu": Fraction(1)},
        "partial",
        ["price price_per_million_requests"],
    ),
    (
        "huawei-cci/pay-per-use",
        USUAL,
        "not_computable",
        ["price price_per_gb_second", "price price_per_vcpu_second"],
    ),
    ("aws-app-runner/provisioned", {**USUAL, "ms": 120}, "not_computable", ["obstacle "]),
    ("alibaba-sae/compute-units", USUAL, "not_computable", ["obstacle "]),
    ("netlify-functions/credits", USUAL, "not_computable", ["obstacle "]),
    # all of it free, but in which currency?
    ("baidu-cfc/pay-as-you-go", {"requests": 10, "ms": 100, "mb": 128}, "not_computable", ["price "]),
    ("tencent-scf/first-months", {**USUAL, "architecture": "arm"}, "not_computable", ["architecture arch"] * 2),
    # limits
    ("jd-function-service/pay-as-you-go", USUAL, "cannot_run", ["limit max_memory_mb"]),
    ("azure-functions/consumption", {**USUAL, "mb": 1537}, "cannot_run", ["limit max_memory_mb"]),
    ("aws-lambda/on-demand", {**USUAL, "ms": 900_001}, "cannot_run", ["limit max_timeout_sync_s"]),
    ("azure-functions/consumption", {**USUAL, "ms": 600_001}, "cannot_run", ["limit max_timeout_async_s"]),
    ("google-cloud-run/request-based", {**USUAL, "vcpu": Fraction(9)}, "cannot_run", ["limit max_vcpu"]),
    (
        "cloudflare-workers/standard",
        {"requests": 1, "ms": 1, "mb": 128, "cpu_ms": Fraction(300_001)},
        "cannot_run",
        ["limit max_cpu_time_s"],
    ),
    ("ibm-code-engine/pay-as-you-go", {**USUAL, "architecture": "arm"}, "cannot_run", ["limit arm_support"]),
]


def test_what_is_missing_is_said_product_by_product(cost):
    found = [(key, values, cost(key, **values)) for key, values, _state, _gaps in INCOMPLETE]

    assert [
        (key, values, each.state, [f"{gap.kind} {gap.name}" for gap in each.gaps]) for key, values, each in found
    ] == INCOMPLETE


@pytest.mark.parametrize("requests", [2_000_000, 2_000_001])
def test_a_missing_price_does_not_matter_while_all_is_free(cost, requests):
    found = cost("azure-container-apps/consumption", requests=requests, ms=1, mb=512, vcpu=Fraction(1, 4))

    assert found.is_complete == (requests == 2_000_000)


def test_rules_of_another_plan_are_not_applied(cost):
    found = cost("azure-functions/consumption", requests=10**6, ms=1, mb=128, with_free=False)

    # Flex Consumption would bill 1,000 ms at least.
    assert found.billed.ms == 1
    assert "How time is rounded is not documented for this plan: it is taken as it is." in found.assumptions


def test_a_longer_request_than_synchronous_calls_may_be_runs_asynchronously(cost):
    found = cost("azure-functions/consumption", requests=10, ms=300_000, mb=128)

    assert found.is_complete
    assert any("asynchronously" in each for each in found.assumptions)
    assert "max_timeout_sync_s" in {each.name for each in found.inputs}


def test_a_price_whose_attribute_was_changed_is_missing(shipped):
    plan = shipped["digitalocean-functions/standard"]
    meter = plan.tariff.meters.all()[0]
    meter.price.unit = "currency/month"

    found = cost_of(plan, Workload(requests=1, ms=100, mb=128))

    assert [(gap.kind, gap.name) for gap in found.gaps] == [("price", "price_per_gb_second")]
