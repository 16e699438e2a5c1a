"""One row a figure, with codes, labels in both languages, base, status and source.

survey                  wave question         option     segment value unit base_n ci_low ci_high ci_method status …
china-cloud-native-user 2020 serverless_stage production         28.0  %    NaN    NaN    NaN
cncf-annual             2022 container_use    production         44.0  %    2063   41.9   46.2    wilson
"""

from collections.abc import Iterable

import pandas as pd

from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from surveys.intervals import interval_of
from surveys.models import Figure, Wording
from surveys.stages import is_apart

FIGURE_TYPES = {
    **labelled_types("survey", "wave", "question", "option", "segment"),
    "value": "float64",
    "unit": "str",
    **dict.fromkeys(("base_n", "ci_low", "ci_high"), "float64"),
    **text_types("ci_method", "status", "note", "basis", "source", "source_title", "source_url", "page"),
    "order": "int64",  # place in the code lists
    "is_apart": "bool",  # other, none, do not know
    "number_href": "str",  # path of the figure's own page, without language; empty where it has none
}
UNIT = "%"
NOT_PUBLISHED, UNRELIABLE = "n", "u"
LEAST_BASE = 30  # people; a share of fewer is kept and flagged
ALL = ("All", "合计")
NOT_STATED = ("Not stated", "未说明")


def figures_frame(figures: Iterable[Figure]) -> pd.DataFrame:
    """In the order of the figures, which is that of the code lists."""
    return frame_of(({**figure_row(figure), "order": place} for place, figure in enumerate(figures)), FIGURE_TYPES)


def figure_row(figure: Figure) -> dict:
    question, segment, source = figure.option.question, figure.segment, figure.source
    interval = interval_of(figure)
    return {
        **named("survey", figure.wave.survey.slug, figure.wave.survey),
        **named("wave", figure.wave.slug, figure.wave),
        **named("question", question.code, question),
        **named("option", figure.option.code, figure.option),
        **(
            named("segment", f"{segment.dimension}={segment.code}", segment)
            if segment
            else labelled("segment", "", ALL)
        ),
        "value": float(figure.percent),
        "unit": UNIT,
        "base_n": float("nan") if figure.base_n is None else float(figure.base_n),
        "ci_low": interval.low if interval else float("nan"),
        "ci_high": interval.high if interval else float("nan"),
        "ci_method": interval.method if interval else "",
        "status": UNRELIABLE if figure.base_n and figure.base_n < LEAST_BASE else "",
        "note": figure.text("note"),
        "basis": figure.basis,
        "source": source.code,
        "source_title": source.title,
        "source_url": source.link,
        "page": figure.page,
        "is_apart": is_apart(figure.option.code),
        "number_href": figure.address,
    }


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
        **labelled("option", "", NOT_STATED),
        "value": missing,
        "ci_low": float("nan"),
        "ci_high": float("nan"),
        "status": NOT_PUBLISHED,
        "basis": Figure.Basis.DERIVED.value,
        "order": len(frame),
        "is_apart": True,
    }
    return pd.concat([frame, frame_of([row], FIGURE_TYPES)], ignore_index=True)


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
