"""The code with which a notebook draws the chart of an exhibit again: Altair over the columns of the CSV file."""

from collections.abc import Callable
from dataclasses import dataclass

from portal.charts.line_shapes import Curves, TrendLines
from portal.charts.palette import CATEGORIES, THEMES
from portal.charts.shape import Shape
from portal.charts.shapes import DotsWithIntervals, GroupedBars, Heatmap, RankedBars, StackedShares
from portal.charts.wrapping import wrap
from portal.exhibits.data_files import plain
from portal.exhibits.exhibit import Exhibit

COLOURS = THEMES["light"]
WIDTH = 560  # pixels of the plot
WORDS = 760, 12  # pixels of a line over the plot, and of its letters
SERIES = [COLOURS[f"cat-{place}"] for place in range(CATEGORIES)]
Names = dict[str, str]


@dataclass(frozen=True)
class Drawn:
    """`lines` of code that make the frame `drawn` of the table; `names`: column of the shape → column of `drawn`."""

    lines: tuple[str, ...]
    names: Names


def drawn_rows(exhibit: Exhibit, headings: Names) -> Drawn | None:
    """How to pick the rows of the chart; None where the shape is no plot, or rows cannot be told by their codes.

    headings: column of the frame → column of the CSV file
    """
    shape = exhibit.shape
    if shape is None or type(shape) not in MAKERS or exhibit.is_empty:
        return None
    varying = [column.key for column in exhibit.dimensions if exhibit.frame[column.key].nunique() > 1]
    keys = varying or [column.key for column in exhibit.dimensions[:1]]
    rows, drawn = exhibit.file_rows, exhibit.drawn
    if not keys or not set(keys) <= set(drawn.columns) or exhibit.frame.duplicated(keys).any():
        return None
    wanted = [tuple(row) for row in drawn[keys].itertuples(index=False)]
    if not set(wanted) <= {tuple(row[key] for key in keys) for row in rows}:
        return None
    lines = [f"drawn = {_picked(keys, wanted)}"]
    if wanted == [tuple(row[key] for key in keys) for row in rows]:
        lines = ["drawn = table"]
    names = {column: headings.get(column, column) for column in shape.columns}
    own = [column for column in _read_by(shape) if column not in headings]
    lines += [f"drawn = drawn.assign({column}={[plain(value) for value in drawn[column]]!r})" for column in own]
    return Drawn(tuple(lines), names)


def chart_lines(exhibit: Exhibit, shape: Shape, drawn: Drawn, *, root: str) -> list[str]:
    """Code that shows the chart, with the words that must travel with it."""
    value = _title_of(exhibit, getattr(shape, "value", ""))
    under = [exhibit.title if exhibit.finding else "", exhibit.subtitle]
    under += [note.pictured for note in exhibit.notes if note.is_mandatory]
    under += [exhibit.source_words, f"{exhibit.licence.code} · {root}{exhibit.href()}"]
    words = [line for text in under if text for line in wrap(text, *WORDS, language=exhibit.language)]
    return [
        "import altair as alt",
        "",
        *drawn.lines,
        *MAKERS[type(shape)](shape, drawn.names, value),
        "chart.properties(",
        f"    width={WIDTH},",
        f"    title=alt.Title({exhibit.headline!r}, subtitle={words!r}, anchor='start'),",
        ")",
    ]


def _read_by(shape: Shape) -> list[str]:
    """The columns of the shape that the code below reads: colours by tone are not redrawn."""
    return [column for column in shape.columns if column != getattr(shape, "tone", None)]


def _picked(keys: list[str], wanted: list[tuple]) -> str:
    """Rows in the chart's order, by their codes; a code that is gone is an error."""
    if len(keys) == 1:
        return f"table.set_index({keys[0]!r}).loc[{[row[0] for row in wanted]!r}].reset_index()"
    return f"table.set_index({keys!r}).loc[{wanted!r}].reset_index()"


def _title_of(exhibit: Exhibit, key: str) -> str:
    column = next((column for column in exhibit.columns if column.key == key), None)
    if column is None:
        return ""
    return f"{column.label} ({column.unit})" if column.unit else column.label


def _bars(shape: RankedBars | DotsWithIntervals, names: Names, title: str) -> list[str]:
    """The number stands after the bar, or after the upper end of its interval."""
    value, (low, high) = names[shape.value], _ends(shape, names)
    mark = "point(filled=True, size=90, " if isinstance(shape, DotsWithIntervals) else "bar("
    lines = [
        f"base = alt.Chart(drawn).encode(y=alt.Y({names[shape.label]!r}, sort=None, title=None))",
        f"share = alt.X({value!r}, title={title!r}, scale=alt.Scale(zero=True))",
        f"chart = base.mark_{mark}color={COLOURS['emph']!r}).encode(x=share)",
    ]
    if low:
        lines.append(f"chart += base.mark_rule(color={COLOURS['ink']!r}).encode(x={low!r}, x2={high!r})")
    lines.append(f"chart += base.mark_text(align='left', dx=4).encode(x={high or value!r}, text={value!r})")
    return lines


def _groups(shape: GroupedBars, names: Names, title: str) -> list[str]:
    return [
        "chart = alt.Chart(drawn).mark_bar().encode(",
        f"    x=alt.X({names[shape.value]!r}, title={title!r}),",
        f"    y=alt.Y({names[shape.label]!r}, sort=None, title=None),",
        f"    row=alt.Row({names[shape.group]!r}, sort=None, title=None,",
        "                header=alt.Header(labelOrient='top', labelAnchor='start', labelLimit=0)),",
        f"    color=alt.value({COLOURS['emph']!r}),",
        ").resolve_scale(y='independent')",
    ]


def _stack(shape: StackedShares, names: Names, title: str) -> list[str]:
    """Vega-Lite stacks parts by their place in a list that sorts their colours."""
    part = names[shape.part]
    return [
        f"parts = list(drawn[{part!r}].unique())",
        "chart = alt.Chart(drawn).mark_bar().encode(",
        f"    x=alt.X({names[shape.value]!r}, title={title!r}, scale=alt.Scale(domain=[0, 100])),",
        f"    y=alt.Y({names[shape.group]!r}, sort=None, title=None),",
        f"    color=alt.Color({part!r}, sort=parts, title=None, scale=alt.Scale(range={SERIES!r})),",
        f"    order='color_{part}_sort_index:Q',",
        ")",
    ]


def _lines(shape: TrendLines, names: Names, title: str) -> list[str]:
    series, (low, high) = names[shape.series], _ends(shape, names)
    runs = [
        f"gaps = {list(shape.gaps)!r}  # no line crosses a break",
        f"drawn['run'] = drawn.groupby({series!r})[{names[shape.x]!r}].transform("
        "lambda stops: stops.astype(str).isin(gaps).cumsum()).astype(int)",
    ]
    lines = [
        *(runs if shape.gaps else []),
        f"lines = list(drawn[{series!r}].unique())",
        "base = alt.Chart(drawn).encode(",
        f"    x=alt.X('{names[shape.x]}:O', title=None, axis=alt.Axis(labelAngle=0)),",
        f"    color=alt.Color({series!r}, sort=lines, title=None, scale=alt.Scale(range={SERIES!r})),",
        ")",
        f"share = alt.Y({names[shape.value]!r}, title={title!r}, scale=alt.Scale(zero=True))",
        f"chart = base.mark_line(point=True).encode(y=share{', detail=' + repr('run:N') if shape.gaps else ''})",
    ]
    if low:
        lines.append(f"chart += base.mark_rule().encode(y={low!r}, y2={high!r})")
    return lines


def _curves(shape: Curves, names: Names, title: str) -> list[str]:
    """0 has no place on a logarithmic scale; a symmetric one keeps it."""
    scale = "alt.Scale(type='symlog')" if shape.is_log else "alt.Scale(zero=True)"
    return [
        f"lines = list(drawn[{names[shape.series]!r}].unique())",
        "chart = alt.Chart(drawn).mark_line(point=True).encode(",
        f"    x=alt.X({names[shape.x]!r}, title={shape.x_title!r}, scale=alt.Scale(type='log')),",
        f"    y=alt.Y({names[shape.value]!r}, title={title!r}, scale={scale}),",
        f"    color=alt.Color({names[shape.series]!r}, sort=lines, title=None, scale=alt.Scale(range={SERIES!r})),",
        ")",
    ]


def _cells(shape: Heatmap, names: Names, title: str) -> list[str]:
    """Only the light half of our steps, on which dark numbers can be read."""
    shades = [COLOURS["seq-0"], COLOURS["seq-3"]]
    colour = f"alt.Color({names[shape.value]!r}, title={title!r}, scale=alt.Scale(range={shades!r}))"
    return [
        "base = alt.Chart(drawn).encode(",
        f"    x=alt.X({names[shape.column]!r}, sort=None, title=None, axis=alt.Axis(labelAngle=-35)),",
        f"    y=alt.Y({names[shape.row]!r}, sort=None, title=None),",
        ")",
        f"chart = base.mark_rect().encode(color={colour})",
        f"chart += base.mark_text().encode(text={names[shape.value]!r})",
    ]


def _ends(shape: Shape, names: Names) -> tuple[str, str]:
    """The columns of the interval; empty where the shape has none."""
    low, high = getattr(shape, "low", None), getattr(shape, "high", None)
    return (names[low], names[high]) if low and high else ("", "")


MAKERS: dict[type[Shape], Callable[..., list[str]]] = {
    RankedBars: _bars,
    DotsWithIntervals: _bars,
    GroupedBars: _groups,
    StackedShares: _stack,
    TrendLines: _lines,
    Curves: _curves,
    Heatmap: _cells,
}
