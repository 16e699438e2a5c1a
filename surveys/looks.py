"""How a reader looks at figures: by part of the sample, which answers, in which chart, as shares or as people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from portal.charts.palette import CATEGORIES
from surveys.intervals import interval_of
from surveys.models import Figure, Question, Survey
from surveys.models.figure import MAX_SHARE

BARS, DOTS, STACKED, LINES, HEATMAP, TABLE = "bars", "dots", "stacked", "lines", "heatmap", "table"
CHARTS = [
    (BARS, _("Bars")),
    (DOTS, _("Dots")),
    (STACKED, _("Stacked bars")),
    (LINES, _("Lines")),
    (HEATMAP, _("Heatmap")),
    (TABLE, _("Table alone")),
]
SHARE, PEOPLE = "share", "people"
VALUES = [(SHARE, _("Shares")), (PEOPLE, _("Estimated people"))]
APART, JOINED = "0", "1"
JOINS = [(APART, _("end at breaks")), (JOINED, _("joined across breaks"))]
FEW_OPTIONS = 2  # for which bars by part of the sample are easier to read than a heatmap
MOST_BARS = 40  # in one chart of blocks
ROUNDING = 0.5  # per cent that each part of a whole may add by rounding


@dataclass(frozen=True)
class Look:
    """Defaults are those of an address without parameters.

    by         a dimension, such as region
    options    codes of the answers that are shown, all where it is empty
    chart      one of CHARTS, the best for the figures where it is empty
    """

    by: str = ""
    options: tuple[str, ...] = ()
    sort: str = ""
    chart: str = ""
    is_people: bool = False
    has_intervals: bool = True
    is_joined: bool = False  # lines over waves that do not compare


def only_dimension(figures: Sequence[Figure]) -> str:
    """The dimension to show where no number of the whole sample was published."""
    has_whole = any(figure.segment is None for figure in figures)
    return "" if has_whole else next((figure.segment.dimension for figure in figures if figure.segment), "")


def shown_figures(figures: Sequence[Figure], look: Look) -> list[Figure]:
    """Of the whole sample, and by a dimension of its parts too; of the answers that are shown."""
    by = look.by or only_dimension(figures)
    return [
        figure
        for figure in figures
        if (figure.segment is None or figure.segment.dimension == by)
        and (not look.options or figure.option.code in look.options)
    ]


def question_charts(question: Question, figures: Sequence[Figure], look: Look) -> tuple[str, ...]:
    """What suits the figures of one wave, the best first."""
    shown = shown_figures(figures, look)
    if not shown:
        return (TABLE,)
    options = len({figure.option_id for figure in shown})
    has_parts = any(figure.segment for figure in shown)
    fits = {
        BARS: not has_parts or options <= FEW_OPTIONS or len(shown) <= MOST_BARS,
        DOTS: not has_parts or options == 1,
        STACKED: is_whole_in_parts(question, shown) and not look.is_people,
        HEATMAP: has_parts,
        TABLE: True,
    }
    is_mapped = has_parts and options > FEW_OPTIONS
    order = [HEATMAP, *fits] if is_mapped else list(fits)
    return tuple(dict.fromkeys(chart for chart in order if fits[chart]))


def trend_charts(figures: Sequence[Figure]) -> tuple[str, ...]:
    """What suits figures of several waves, the best first."""
    if not figures:
        return (TABLE,)
    options = len({figure.option_id for figure in figures})
    fits = {LINES: options <= CATEGORIES, DOTS: options == 1, HEATMAP: options > 1, TABLE: True}
    return tuple(chart for chart, is_fit in fits.items() if is_fit)


def is_whole_in_parts(question: Question, figures: Iterable[Figure]) -> bool:
    """Whether the answers exclude each other and can be one bar: few enough, and no more than 100 in any part."""
    parts: dict[int | None, list[float]] = {}
    for figure in figures:
        parts.setdefault(figure.segment_id, []).append(float(figure.percent))
    most = max(map(len, parts.values()), default=0)
    if question.kind != Question.Kind.SINGLE or not 1 < most <= CATEGORIES:
        return False
    return all(sum(shares) <= MAX_SHARE + ROUNDING * len(shares) for shares in parts.values())


def has_intervals(figures: Iterable[Figure]) -> bool:
    return any(interval_of(figure) for figure in figures)


def can_count_people(figures: Sequence[Figure]) -> bool:
    """Whether all bases are known and are people: neither customers in usage data nor documents."""
    return bool(figures) and all(
        figure.base_n is not None and figure.wave.survey.kind == Survey.Kind.SURVEY for figure in figures
    )
