"""The few words that charts say by themselves, and numbers as they are read aloud."""

from math import isfinite
from typing import TypeGuard

_WORDS = {
    "en": {
        "empty": "No data for this selection",
        "missing": "not published",
        "stated": "stated by the source",
        "inferred": "inferred",
    },
    "zh": {
        "empty": "此选择没有数据",
        "missing": "未公布",
        "stated": "来源明示",
        "inferred": "推断",
    },
}
DECIMALS = 2


def word(name: str, language: str) -> str:
    """One of our own words in the language of the picture."""
    return _WORDS["zh" if language.startswith("zh") else "en"][name]


def spoken(value: float, unit: str) -> str:
    """The number with its unit: 36%, 12.5%, 1,024 MB."""
    return f"{plain(value)}{unit if unit == '%' else f' {unit}' if unit else ''}"


def plain(value: float) -> str:
    """The number without needless zeros; at most two decimals, more only when it is tiny."""
    if value and abs(value) < 10**-DECIMALS:
        return f"{value:.1g}" if abs(value) < 1e-6 else f"{value:.6f}".rstrip("0")
    text = f"{value:,.{DECIMALS}f}"
    return text.rstrip("0").rstrip(".")


def is_number(value: float | None) -> TypeGuard[float]:
    """Whether there is a value to draw."""
    return value is not None and isfinite(value)
