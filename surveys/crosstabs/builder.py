"""What the form over a crosstab offers: a plain GET form that works without JavaScript."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from surveys.controls import Choice, ChoiceRow
from surveys.crosstabs.asking import answers_of
from surveys.crosstabs.forms import MOST_BREAKS, CrosstabForm
from surveys.crosstabs.ticks import text_beside, tick_of, ticks_of
from surveys.looks import CHARTS


@dataclass(frozen=True)
class Item:
    """A value of a select or a box to tick."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Group:
    label: str
    items: tuple[Item, ...]

    @property
    def chosen(self) -> int:
        return sum(item.is_chosen for item in self.items)


@dataclass(frozen=True)
class Builder:
    """`rows` by topic; `columns` one list a select; `filters` one group a question; `kept` are hidden fields."""

    rows: tuple[Group, ...]
    columns: tuple[tuple[Item, ...], ...]
    filters: tuple[Group, ...]
    filter_text: str
    weights: tuple[Item, ...]
    adjustments: tuple[Item, ...]
    kept: tuple[tuple[str, str], ...]
    choices: tuple[ChoiceRow, ...]
    presets: tuple[Choice, ...]
    swapped: str
    topline: str

    @property
    def has_more(self) -> bool:
        """Whether something is chosen beside one question in rows and one in columns."""
        return any(item.is_chosen and item.value for items in self._more for item in items)

    @property
    def _more(self) -> tuple[tuple[Item, ...], ...]:
        return (*self.columns[1:], self.weights, self.adjustments)

    @property
    def has_filter(self) -> bool:
        return bool(self.filter_text) or any(group.chosen for group in self.filters)


def builder_of(form: CrosstabForm, charts: tuple[str, ...], chart: str) -> Builder:
    """`charts` suit the table, `chart` is the one drawn."""
    spec, asking = form.spec, form.asking
    ticks = ticks_of(spec.filter)
    return Builder(
        rows=tuple(
            Group(topic, tuple(Item(code, label, code == spec.rows) for code, label in rows))
            for topic, rows in asking.topics
        ),
        columns=tuple(column_items(form, place) for place in range(min(MOST_BREAKS, len(asking.breaks)))),
        filters=tuple(filter_group(form, code, ticks) for code in asking.breaks),
        filter_text=text_beside(spec.filter),
        weights=items_of(form, "weight"),
        adjustments=items_of(form, "adjust"),
        kept=(("sort", form.data["sort"]),) if form.data.get("sort") else (),
        choices=(_chart_row(form, charts, chart), _order_row(form)),
        presets=tuple(_preset(form, rows, columns) for rows, columns in asking.presets),
        swapped=_swapped(form),
        topline=form.view_with(rows=spec.rows, columns="", chart="") if spec.breaks else "",
    )


def column_items(form: CrosstabForm, place: int) -> tuple[Item, ...]:
    chosen = form.spec.breaks[place] if place < len(form.spec.breaks) else ""
    return tuple(Item(code, label, code == chosen) for code, label in form.asking.breaks.items())


def filter_group(form: CrosstabForm, code: str, ticks: set[str]) -> Group:
    question = form.asking.codebook.by_code[code]
    pairs = [(tick_of(code, each.code), each.label) for each in answers_of(question)]
    return Group(form.asking.label(code), tuple(Item(tick, label, tick in ticks) for tick, label in pairs))


def items_of(form: CrosstabForm, name: str) -> tuple[Item, ...]:
    """The default has no value: an address leaves it out."""
    default = form.defaults[name]
    chosen = form.data.get(name) or default
    return tuple(
        Item("" if str(code) == default else str(code), str(label), str(code) == chosen)
        for code, label in form.fields[name].choices
    )


def _chart_row(form: CrosstabForm, charts: tuple[str, ...], chart: str) -> ChoiceRow:
    labels = dict(CHARTS)
    found = [
        Choice(str(labels[code]), form.view_with(chart="" if code == charts[0] else code), code == chart)
        for code in charts
    ]
    return ChoiceRow(_("Chart"), tuple(found))


def _order_row(form: CrosstabForm) -> ChoiceRow:
    found = [
        Choice(str(label), form.view_with(sort=str(code)), code == form.order)
        for code, label in form.fields["sort"].choices
    ]
    return ChoiceRow(_("Order"), tuple(found))


def _preset(form: CrosstabForm, rows: str, columns: str) -> Choice:
    """The question that stands in rows now is not named again."""
    told = "" if rows == form.spec.rows else form.asking.label(rows)
    label = f"{told} × {form.asking.label(columns)}".strip()
    is_active = (form.spec.rows, form.spec.breaks) == (rows, (columns,))
    return Choice(label, form.view_with(rows=rows, columns=columns, chart="", filter=""), is_active)


def _swapped(form: CrosstabForm) -> str:
    """Rows and columns exchanged, where the rows may be columns too."""
    spec = form.spec
    if len(spec.breaks) != 1 or spec.rows not in form.asking.breaks:
        return ""
    return form.view_with(rows=spec.breaks[0], columns=spec.rows, chart="")
