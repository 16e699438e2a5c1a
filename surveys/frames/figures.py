"""One row a figure, with codes, labels in both languages, base, status and source.

survey                  wave question         option     segment value unit base_n status basis  source …
china-cloud-native-user 2020 serverless_stage production         28.0  %    NaN           quoted leadleo-…
"""

from collections.abc import Iterable

import pandas as pd

from surveys.models import Figure, Wording
from surveys.stages import is_apart

LABELLED = ("survey", "wave", "question", "option", "segment")
FIGURE_TYPES = {
    **dict.fromkeys(LABELLED, "object"),
    **{f"{key}_label_{language}": "object" for key in LABELLED for language in ("en", "zh")},
    "value": "float64",
    "unit": "object",
    "base_n": "float64",
    "ci_low": "float64",
    "ci_high": "float64",
    "status": "object",
    "note": "object",
    "basis": "object",
    "source": "object",
    "source_title": "object",
    "source_url": "object",
    "page": "object",
    "order": "int64",  # place in the code lists
    "is_apart": "bool",  # other, none, do not know
}
UNIT = "%"
NOT_PUBLISHED, UNRELIABLE = "n", "u"
LEAST_BASE = 30  # people; a share of fewer is kept and flagged
ALL_EN, ALL_ZH = "All", "总体"
NOT_STATED_EN, NOT_STATED_ZH = "Not stated", "未说明"


def figures_frame(figures: Iterable[Figure]) -> pd.DataFrame:
    """In the order of the figures, which is that of the code lists."""
    return typed([{**figure_row(figure), "order": place} for place, figure in enumerate(figures)], FIGURE_TYPES)


def typed(rows: list[dict], types: dict[str, str]) -> pd.DataFrame:
    """The rows with these columns and dtypes, also when there is no row."""
    return pd.DataFrame(rows, columns=list(types)).astype(types)


def figure_row(figure: Figure) -> dict:
    question, segment, source = figure.option.question, figure.segment, figure.source
    return {
        "survey": figure.wave.survey.slug,
        "wave": figure.wave.slug,
        "question": question.code,
        "option": figure.option.code,
        "segment": f"{segment.dimension}={segment.code}" if segment else "",
        **labels("survey", figure.wave.survey),
        **labels("wave", figure.wave),
        **labels("question", question),
        **labels("option", figure.option),
        **(labels("segment", segment) if segment else {"segment_label_en": ALL_EN, "segment_label_zh": ALL_ZH}),
        "value": float(figure.percent),
        "unit": UNIT,
        "base_n": float("nan") if figure.base_n is None else float(figure.base_n),
        "ci_low": float("nan") if figure.low is None else float(figure.low),
        "ci_high": float("nan") if figure.high is None else float(figure.high),
        "status": UNRELIABLE if figure.base_n and figure.base_n < LEAST_BASE else "",
        "note": figure.text("note"),
        "basis": figure.basis,
        "source": source.code,
        "source_title": source.title,
        "source_url": source.link,
        "page": figure.page,
        "is_apart": is_apart(figure.option.code),
    }


def labels(key: str, thing) -> dict[str, str]:
    return {f"{key}_label_en": thing.text("name", "en"), f"{key}_label_zh": thing.text("name", "zh-hans")}


def sorted_rows(frame: pd.DataFrame, sort: str) -> pd.DataFrame:
    """`sort` is -value, value or order; other, none and do not know come last unless the code lists decide."""
    if sort == "order":
        return frame.sort_values("order", kind="stable", ignore_index=True)
    by, ascending = ["is_apart", "value", "order"], [True, sort == "value", True]
    return frame.sort_values(by, ascending=ascending, kind="stable", ignore_index=True)


def with_remainder(frame: pd.DataFrame, wording: Wording) -> pd.DataFrame:
    """The same with a last row for what is missing to 100, where parts of a whole are missing.

    The row has no option, since nobody gave it as an answer, and status n.
    """
    missing = remainder_of(frame) if wording.is_whole else 0
    if not missing:
        return frame
    first = frame.iloc[0]
    row = {
        **dict.fromkeys(FIGURE_TYPES, ""),
        **{key: first[key] for key in frame.columns if key.startswith(("survey", "wave", "question", "segment"))},
        **{key: first[key] for key in ("source", "source_title", "source_url", "page", "unit", "base_n")},
        "option_label_en": NOT_STATED_EN,
        "option_label_zh": NOT_STATED_ZH,
        "value": missing,
        "ci_low": float("nan"),
        "ci_high": float("nan"),
        "status": NOT_PUBLISHED,
        "basis": Figure.Basis.DERIVED.value,
        "order": len(frame),
        "is_apart": True,
    }
    return pd.concat([frame, typed([row], FIGURE_TYPES)], ignore_index=True)


def remainder_of(frame: pd.DataFrame) -> float:
    """What the shares of a whole lack to 100; 0 where rounding explains it.

    Each share is rounded by at most half of its last digit, so n whole numbers may miss 100 by n / 2.
    """
    if frame.empty:
        return 0.0
    missing = round(100 - frame["value"].sum(), 2)
    is_whole_numbers = bool((frame["value"] % 1 == 0).all())
    rounding = max(0.5, len(frame) * (0.5 if is_whole_numbers else 0.05))
    return missing if missing > rounding else 0.0
