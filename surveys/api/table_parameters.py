"""The parameters of tables of answers in the OpenAPI document."""

from typing import Any

from portal.api.forms import lang_parameter
from portal.api.parameter_documents import parameter
from surveys.microdata.tables.table import Adjust

CODE = r"[A-Za-z0-9]+(_+[A-Za-z0-9]+)*"
CODES = rf"^{CODE}(~{CODE}){{0,2}}$"
CONDITION = rf"{CODE} (not )?in {CODE}(,{CODE})*"


def crosstab_parameters() -> list[dict[str, Any]]:
    return [
        *wave_parameters(),
        needed("rows", "Code of the question in the rows: one of the dataset's `codebook`.", CODE, "serverless_use"),
        *banner_parameters(),
    ]


def toplines_parameters() -> list[dict[str, Any]]:
    return [
        *wave_parameters(),
        text("question", "Only these questions, separated by ~.", rf"^{CODE}(~{CODE})*$", "serverless_use", most=2000),
        *banner_parameters(),
    ]


def wave_parameters() -> list[dict[str, Any]]:
    slug = r"[a-z0-9][a-z0-9_-]*"
    return [
        needed("survey", "Slug of the survey: one of the list `datasets`.", slug, "cncf-annual"),
        needed("wave", "Slug of the wave.", slug, "2022"),
    ]


def banner_parameters() -> list[dict[str, Any]]:
    adjust = {"type": "string", "enum": [str(each) for each in Adjust], "default": str(Adjust.HOLM)}
    return [
        text(
            "columns",
            "Codes of up to three questions whose answers are the columns, separated by ~: `breaks` of the dataset. "
            "Without them there is the whole sample only.",
            CODES,
            "region~company_size",
        ),
        text(
            "filter",
            "Only those who gave these answers: “question in answer,answer”, “not in”, two of them joined by “and”.",
            rf"^{CONDITION}( and {CONDITION})?$",
            "company_size in large and region not in asia",
            most=2000,
        ),
        text(
            "weight",
            "Code of the weight; none: everybody counts once. Without it: the weight that the dataset names.",
            rf"^{CODE}$",
            "none",
        ),
        parameter("adjust", "How p-values are adjusted over the columns of a break.", adjust, "bh"),
        parameter(
            "labels",
            "code: codes only, no words.",
            {"type": "string", "enum": ["code"]},
            "code",
        ),
        lang_parameter(),
    ]


def needed(name: str, description: str, pattern: str, example: str) -> dict[str, Any]:
    return text(name, description, f"^{pattern}$", example) | {"required": True}


def text(name: str, description: str, pattern: str, example: str, *, most: int = 200) -> dict[str, Any]:
    return parameter(name, description, {"type": "string", "pattern": pattern, "maxLength": most}, example)
