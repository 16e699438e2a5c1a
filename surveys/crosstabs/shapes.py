"""What the chart of a crosstab draws, and which charts suit a table."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from portal.charts.palette import CATEGORIES
from portal.charts.shape import Shape
from portal.charts.shapes import DotsWithIntervals, GroupedBars, Heatmap, RankedBars, StackedShares
from portal.exhibits.columns import label_column
from portal.words import headed, write_count
from surveys.crosstabs.words import flag_of
from surveys.exhibits.shapes import interval_columns
from surveys.looks import BARS, DOTS, FEW_OPTIONS, HEATMAP, MOST_BARS, ROUNDING, STACKED, TABLE
from surveys.microdata.tables.table import RowKind
from surveys.models.figure import MAX_SHARE

if TYPE_CHECKING:
    from pandas import DataFrame

OPTION, SEGMENT = "option_drawn", "segment_drawn"  # columns of labels as charts have them
MOST_ANSWERS = 24  # in one chart, and as many columns of a heatmap


@dataclass(frozen=True)
class Drawing:
    """`left_out` counts the answers for which the chart has no room."""

    shape: Shape | None = None
    frame: "DataFrame | None" = None
    left_out: int = 0


def charts_of(frame: "DataFrame", *, is_single: bool) -> tuple[str, ...]:
    """What suits a table, the best first; `is_single`: a person gives one answer."""
    rows = drawn_rows(frame)
    if rows["value"].isna().all() or (rows["value"] < 0).any():
        return (TABLE,)
    answers, segments = rows["option"].nunique(), rows["segment"].nunique()
    has_parts = segments > 1
    cells = min(answers, MOST_ANSWERS) * segments
    fits = {
        STACKED: is_single and has_parts and _is_whole(rows),
        HEATMAP: has_parts and answers > 1 and segments <= MOST_ANSWERS,
        BARS: cells <= MOST_BARS or not has_parts,
        DOTS: rows["ci_low"].notna().any() and (cells <= MOST_BARS or not has_parts),
        TABLE: True,
    }
    is_mapped = answers > FEW_OPTIONS
    order = list(fits) if is_mapped else [STACKED, BARS, DOTS, HEATMAP, TABLE]
    return tuple(chart for chart in order if fits[chart])


def drawing_of(frame: "DataFrame", chart: str) -> Drawing:
    """`chart` is one of those that suit it."""
    if chart == TABLE:
        return Drawing()
    rows = with_labels(drawn_rows(frame))
    if chart == STACKED:
        rows = _options(rows)
        return Drawing(_stacked(rows), rows[rows["value"].notna()].reset_index(drop=True))
    codes = list(dict.fromkeys(rows["option"]))
    kept = set(rows.drop_duplicates("option").nlargest(MOST_ANSWERS, "total", keep="first")["option"])
    rows = rows[rows["option"].isin(kept)]
    if chart != HEATMAP:
        rows = rows[rows["value"].notna()]
    rows = rows.reset_index(drop=True)
    shape, drawn = _shape(rows, chart)
    return Drawing(shape, drawn, len(codes) - len(kept))


def _shape(rows: "DataFrame", chart: str) -> "tuple[Shape, DataFrame]":
    option, segment = OPTION, SEGMENT
    unit = rows["unit"].iloc[0] if (rows["unit"] == "%").all() else ""
    answers, segments = rows["option"].nunique(), rows["segment"].nunique()
    if chart == HEATMAP:
        return Heatmap(row=option, column=segment, value="value", unit=unit), rows
    label = segment if answers == 1 and segments > 1 else option
    if chart == DOTS:
        if answers > 1 and segments > 1:
            label = "dot_label"
            pairs = zip(rows[option], rows[segment], strict=True)
            rows = rows.assign(dot_label=[headed(answer, part) for answer, part in pairs])
        return DotsWithIntervals(label=label, value="value", low="ci_low", high="ci_high", unit=unit), rows
    if answers > 1 and segments > 1:
        return GroupedBars(group=option, label=segment, value="value", unit=unit, **interval_columns(rows)), rows
    return RankedBars(label=label, value="value", unit=unit, **interval_columns(rows)), rows


def with_labels(rows: "DataFrame") -> "DataFrame":
    """Nets say that they are; parts with few people have their flag and base, lest they look like any other."""
    bases: dict[str, tuple[str, float]] = {}
    for code, base, status in zip(rows["segment"], rows["base_n"], rows["status"], strict=True):
        found = flag_of(base, status), base
        bases[code] = max(bases.get(code, found), found, key=lambda pair: (len(pair[0]), -pair[1]))
    answers = zip(rows[label_column("option")], rows["row_kind"], strict=True)
    parts = zip(rows[label_column("segment")], rows["segment_kind"], rows["segment"], strict=True)
    return rows.assign(
        **{
            OPTION: [_kind_told(label, kind) for label, kind in answers],
            SEGMENT: [_flagged(_kind_told(label, kind), *bases[code]) for label, kind, code in parts],
        }
    )


def _kind_told(label: str, kind: str) -> str:
    return _("%(answer)s (net)") % {"answer": label} if kind == str(RowKind.NET) else label


def _flagged(label: str, flag: str, base: float) -> str:
    """ "Africa** n = 15", the base never broken over two lines."""
    return f"{label}{flag} n\u00a0=\u00a0{write_count(base)}" if flag and base == base else label


def _stacked(rows: "DataFrame") -> StackedShares:
    return StackedShares(group=SEGMENT, part=OPTION, value="value", remainder_label=_("Rounding"))


def drawn_rows(frame: "DataFrame") -> "DataFrame":
    """Shares, or means where there is nothing else: the two have no scale in common."""
    is_mean = frame["row_kind"] == str(RowKind.MEAN)
    return frame if is_mean.all() else frame[~is_mean].reset_index(drop=True)


def _options(rows: "DataFrame") -> "DataFrame":
    """Without nets, which count answers twice."""
    return rows[rows["row_kind"] == str(RowKind.OPTION)].reset_index(drop=True)


def _is_whole(rows: "DataFrame") -> bool:
    """Whether the answers are few enough for one bar, and no more than 100 in any part."""
    options = _options(rows)
    answers = options["option"].nunique()
    sums = options.groupby("segment")["value"].sum()
    return 1 < answers <= CATEGORIES and bool((sums <= MAX_SHARE + ROUNDING * answers).all())
