"""The parameters of a comparison in the OpenAPI document."""

from typing import Any

from portal.api.forms import lang_parameter
from portal.api.parameter_documents import parameter
from vendors.api.cost_parameters import CODES, DAY, RATES
from vendors.filters.comparison import ALL
from vendors.models import Attribute

ATTRIBUTES = r"^[a-z0-9_]+(~[a-z0-9_]+)*$"
SIGNED = r"^-?[a-z0-9_]+(~-?[a-z0-9_]+)*$"
GROUP = "|".join([ALL, *Attribute.Group.values])
EXPRESSION = r"(>=|<=|!=|>|<|=)?[0-9]{1,9}"  # the simplest; what else can be said stands in the description
LANGUAGE = (
    "Numbers and money: >=1024, <3, 1..10, <=0.2 USD. Yes or no: true, false. Text and lists: has(python), =MIT. "
    "Together: && || ! ( )."
)


def comparison_parameters() -> list[dict[str, Any]]:
    """In the order of addresses."""
    return [*chosen(), filters(), *ranked(), *shown(), lang_parameter()]


def chosen() -> list[dict[str, Any]]:
    """What is compared."""
    return [
        text(
            "products",
            "Products in your order, separated by ~; all for all of them. Without it: the main function services.",
            CODES,
            "aws-lambda~tencent-scf",
        ),
        text(
            "group",
            "Groups of attributes, separated by ~; all for all of them. Without it and `attributes`: limits.",
            rf"^({GROUP})(~({GROUP}))*$",
            "limits~pricing",
        ),
        text("attributes", "Attributes in your order, separated by ~.", ATTRIBUTES, "max_memory_mb~runtimes"),
    ]


def ranked() -> list[dict[str, Any]]:
    """What products must meet, and what orders them."""
    return [
        text(
            "must",
            "Requirements, each attribute:expression, separated by ~. Losers stay, last, with the reason. "
            f"Not documented is never failed. {LANGUAGE}",
            rf"^[a-z0-9_]+:{EXPRESSION}(~[a-z0-9_]+:{EXPRESSION})*$",
            "max_memory_mb:>=4096",
        ),
        text(
            "prefer",
            "Attributes that rank, the most important first, separated by ~: better values first; - turns one round.",
            SIGNED,
            "max_memory_mb",
        ),
        text(
            "sort",
            "Attribute that orders the products, smallest first; - before it for the largest first. "
            "Not documented is last, no limit is beyond every number.",
            r"^-?[a-z0-9_]+$",
            "-max_memory_mb",
        ),
        text(
            "rate",
            "Your exchange rate: from, to, rate, day; several separated by ~. Without one, currencies stay apart.",
            RATES,
            "CNY:USD:0.14:2026-11-01",
            longest=300,
        ),
    ]


def shown() -> list[dict[str, Any]]:
    """Which of it is shown, and of which day."""
    return [
        parameter(
            "diff",
            "1: only attributes in which the products differ.",
            {"type": "integer", "enum": [0, 1], "default": 0},
            1,
        ),
        text("as_of", "Facts as known on this day.", DAY, "2026-05-28"),
    ]


def text(name: str, description: str, pattern: str, example: str, *, longest: int = 2000) -> dict[str, Any]:
    return parameter(name, description, {"type": "string", "pattern": pattern, "maxLength": longest}, example)


def filters() -> dict[str, Any]:
    """`f.<attribute>=<expression>`, as many as are wanted: the keys of the object are the names in the address."""
    schema = {
        "type": "object",
        "propertyNames": {"pattern": r"^f\.[a-z0-9_]{3,40}$"},
        "additionalProperties": {"type": "string", "pattern": f"^{EXPRESSION}$"},
        "maxProperties": 5,
    }
    description = f"Filters, each f.attribute=expression. What does not surely meet them is left out. {LANGUAGE}"
    written = parameter("filters", description, schema, {"f.max_timeout_sync_s": ">=900"})
    return written | {"style": "form", "explode": True}
