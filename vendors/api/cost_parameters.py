"""The parameters of the cost of a workload in the OpenAPI document."""

from typing import Any

from portal.api.forms import lang_parameter
from portal.api.parameter_documents import parameter
from vendors.filters.cost import DEFAULTS, MOST_MB, MOST_MS, MOST_REQUESTS

CODES = r"^[a-z0-9-]+(~[a-z0-9-]+)*$"
DATE = r"20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
RATE = rf"[A-Z]{{3}}:[A-Z]{{3}}:[0-9]{{1,6}}(\.[0-9]{{1,6}})?:{DATE}"
RATES = rf"^{RATE}(~{RATE})*$"
VCPU = r"^(0\.[0-9]{0,2}[1-9]|[1-9][0-9]{0,2}(\.[0-9]{1,3})?)$"
CPU_MS = r"^(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?$"
DAY = rf"^{DATE}$"


def cost_parameters() -> list[dict[str, Any]]:
    return [*workload_parameters(), *comparing_parameters(), lang_parameter()]


def workload_parameters() -> list[dict[str, Any]]:
    """What is run."""
    return [
        whole("requests", "Requests a month.", 0, MOST_REQUESTS, 3000000),
        whole("ms", "Milliseconds of each request.", 1, MOST_MS, 120),
        whole("mb", "Memory of an instance in MB.", 1, MOST_MB, 1536),
        parameter(
            "arch",
            "Processor architecture.",
            {"type": "string", "enum": ["x86", "arm"], "default": DEFAULTS["arch"]},
            "arm",
        ),
        parameter(
            "free",
            "1: free tiers are taken off; 0: they are left out.",
            {"type": "integer", "enum": [0, 1], "default": 1},
            0,
        ),
        parameter(
            "vcpu",
            "vCPU of an instance, a decimal number, for products that bill it apart.",
            {"type": "string", "pattern": VCPU},
            "0.5",
        ),
        parameter(
            "cpu_ms",
            "Milliseconds of CPU that each request uses, a decimal number, for products that bill that time.",
            {"type": "string", "pattern": CPU_MS},
            "10",
        ),
    ]


def comparing_parameters() -> list[dict[str, Any]]:
    """Which costs, in which currency, of which day."""
    return [
        parameter(
            "products",
            "Only these products, separated by ~.",
            {"type": "string", "pattern": CODES, "maxLength": 400},
            "aws-lambda~tencent-scf",
        ),
        parameter(
            "currency",
            "Only whole costs that are compared in this currency.",
            {"type": "string", "pattern": "^[A-Z]{3}$"},
            "USD",
        ),
        parameter(
            "rate",
            "Your exchange rate: from, to, rate, day; several separated by ~. Without one, currencies stay apart.",
            {"type": "string", "pattern": RATES, "maxLength": 300},
            "CNY:USD:0.14:2026-11-01",
        ),
        parameter("as_of", "Facts as known on this day.", {"type": "string", "pattern": DAY}, "2026-05-28"),
    ]


def whole(name: str, description: str, least: int, most: int, example: int) -> dict[str, Any]:
    """A whole number with its limits and what it is where nothing is said."""
    schema = {"type": "integer", "minimum": least, "maximum": most, "default": int(DEFAULTS[name])}
    return parameter(name, description, schema, example)
